import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';

import { browserStorage } from '../lib/storage.ts';
import { sendMagicLink } from './mfa.ts';
import { serverNow } from './server-clock.ts';
import { readTokens } from './tokens.ts';

/**
 * The mark that this browser asked for a link: it lets the page behind the link act by itself, which
 * it must not do for a mail scanner. It holds times and an account's id, nothing secret.
 */
const storageKey = 'magic-link-sent';
/** Milliseconds. How long a link lives, by the platform's published default. */
export const linkLifetime = 10 * 60_000;
/** Milliseconds before another link may be asked for. */
export const resendDelay = 30_000;

const mark = v.object({
  /** By this device's clock: the page behind the link knows no other before its first answer. */
  sentAt: v.number(),
  /** By the server's clock, for the countdown. */
  expiresAt: v.number(),
  /** The id of the account that asked, where `login` gave it. */
  account: v.optional(v.string()),
});
export type LinkMark = v.InferOutput<typeof mark>;

/** The account that is signed in, by its id. */
export const markedAccount = () => readTokens()?.user?.id;

export function leaveLinkMark(now: number, account = markedAccount()): LinkMark {
  const value = { sentAt: Date.now(), expiresAt: now + linkLifetime, account };
  browserStorage.write(storageKey, JSON.stringify(value));
  return value;
}

/**
 * The mark, while the link it stands for may still live. Undefined where another account than the one
 * that asked is signed in now: its owner must hear nothing of this link.
 */
export function readLinkMark(): LinkMark | undefined {
  try {
    const read = v.safeParse(mark, JSON.parse(browserStorage.read(storageKey) ?? ''));
    if (!read.success) return undefined;
    const age = Date.now() - read.output.sentAt;
    const isOwn = !readTokens() || markedAccount() === read.output.account;
    return isOwn && age >= 0 && age < linkLifetime ? read.output : undefined;
  } catch {
    return undefined; // no mark, or not ours
  }
}

export function clearLinkMark(): void {
  browserStorage.remove(storageKey);
}

/** The mark as a query, so that what shows it follows it. */
export const linkMarkQuery = () =>
  queryOptions({ queryKey: ['link-mark'], queryFn: () => readLinkMark() ?? null });

/** Sends a link to the account's own address, and leaves the mark that this browser asked for it. */
export function useSendLink() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: sendMagicLink,
    onMutate: markedAccount,
    onSuccess: (_answer, _nothing, account) => {
      leaveLinkMark(serverNow(), account);
      return queryClient.invalidateQueries(linkMarkQuery());
    },
  });
}
