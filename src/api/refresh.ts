import { tokensAnswer, type Tokens } from './contract.ts';
import { RefusedError } from './errors.ts';
import { readAnswer } from './read-answer.ts';
import { send } from './send.ts';
import { serverNow } from './server-clock.ts';
import { askSiblings, hasLocks, readTokens, writeTokens } from './tokens.ts';

/** Milliseconds. Renewed this long before the end, so that no answer has to be a 401. */
const margin = 60_000;
/**
 * Milliseconds. A tab that hangs while holding the lock must not stop the others for ever. Longer than
 * any answer takes: overtaking a refresh that is under way would end the session as a theft.
 */
const lockTimeout = 25_000;

let refreshing: Promise<Tokens | undefined> | undefined;

export function isExpiring(tokens: Tokens): boolean {
  return typeof tokens.expiresAt === 'number' && tokens.expiresAt - serverNow() < margin;
}

/**
 * Renews the session, once for all callers and all tabs, and gives the new tokens; undefined, and
 * the session at its end, when the server refuses. `stale` is what the caller found refused: if it
 * has been replaced since, that will do.
 * @throws UnreachableError, UnreadableError: nobody is signed out because the network failed
 */
export function refreshSession(stale: Tokens): Promise<Tokens | undefined> {
  refreshing ??= withLock(() => refreshOnce(stale)).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/** Ends the session in every tab, because the server no longer knows it. */
export function endSession(): void {
  if (readTokens()) writeTokens(undefined, 'expired');
}

async function refreshOnce(stale: Tokens): Promise<Tokens | undefined> {
  const current = readTokens();
  if (current?.accessToken !== stale.accessToken) return current;
  // Another tab may have renewed it a moment ago, and its message be still on the way. Using the
  // old refresh token again would end the whole session: the server takes that for theft.
  const fromSibling = await askSiblings();
  // Signed out, or in as someone else, while others were asked: that stands.
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
    // Another tab hangs on to the lock, or locks are refused because cookies are blocked.
    return work();
  }
}
