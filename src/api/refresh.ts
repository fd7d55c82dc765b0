import { tokensAnswer, type Tokens } from './contract.ts';
import { RefusedError } from './errors.ts';
import { readAnswer } from './read-answer.ts';
import { send } from './send.ts';
import { serverNow } from './server-clock.ts';
import { expiryMargin } from './storage-keys.ts';
import { askSiblings, hasLocks, readTokens, writeTokens } from './tokens.ts';

/**
 * Milliseconds. A tab that hangs while it holds the lock must not block the others forever. This is
 * longer than the request timeout: two refreshes at once look like a stolen token and end the
 * session.
 */
const lockTimeout = 25_000;

let refreshing: Promise<Tokens | undefined> | undefined;

export function isExpiring(tokens: Tokens): boolean {
  return typeof tokens.expiresAt === 'number' && tokens.expiresAt - serverNow() < expiryMargin;
}

/**
 * Refreshes the tokens, once for all callers and all tabs, and returns the new ones. If the server
 * refuses, it ends the session and returns undefined.
 * @param stale the tokens that were refused; if they have been replaced since, it returns the new
 *   ones
 * @throws UnreachableError, UnreadableError: a network failure signs nobody out
 */
export function refreshSession(stale: Tokens): Promise<Tokens | undefined> {
  refreshing ??= withLock(() => refreshOnce(stale)).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/** Ends the session in every tab, because the server no longer accepts it. */
export function endSession(): void {
  if (readTokens()) writeTokens(undefined, 'expired');
}

async function refreshOnce(stale: Tokens): Promise<Tokens | undefined> {
  const current = readTokens();
  if (current?.accessToken !== stale.accessToken) return current;
  // Another tab may have refreshed a moment ago, and its message may still be on the way. Using the
  // old refresh token again would end the whole session, because the server takes that for theft.
  const fromSibling = await askSiblings();
  // Someone signed out, or in as someone else, while the other tabs were asked. Keep that.
  if (readTokens() !== current) return readTokens();
  if (fromSibling) {
    writeTokens(fromSibling, 'renewed');
    return fromSibling;
  }
  const raw = await send({
    method: 'POST',
    path: '/user/refresh',
    // The documentation and the client name the field differently: both are sent.
    body: { refreshToken: stale.refreshToken, refresh_token: stale.refreshToken },
  });
  if (readTokens() !== current) return readTokens();
  try {
    const tokens = readAnswer(raw, tokensAnswer);
    writeTokens(tokens, 'renewed');
    return tokens;
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status >= 500 || error.status === 429)
      throw error;
    endSession();
    return undefined;
  }
}

async function withLock<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!hasLocks) {
    const { withLease } = await import('./refresh-lease.ts');
    return withLease(lockTimeout, work);
  }
  const wait = new AbortController();
  const timer = setTimeout(() => wait.abort(), lockTimeout);
  let isHeld = false;
  try {
    return await navigator.locks.request('session-refresh', { signal: wait.signal }, () => {
      isHeld = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (isHeld) throw error;
    // Another tab never released the lock, or the browser refuses locks because cookies are
    // blocked.
    return work();
  }
}
