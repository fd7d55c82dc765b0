import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';

import { browserStorage } from '../lib/storage.ts';
import { mfaQueries, sendMagicLink } from './mfa.ts';
import { serverNow } from './server-clock.ts';
import { linkLifetime, linkMarkKey } from './storage-keys.ts';
import { readTokens } from './tokens.ts';

/** Milliseconds. The cooldown before another link can be sent. */
export const resendDelay = 30_000;

const mark = v.object({
  /**
   * By this device's clock, because the page behind the link has no server time before its first
   * answer.
   */
  sentAt: v.number(),
  /** By the server's clock, for the countdown. */
  expiresAt: v.number(),
  /** The id of the account that asked, if `login` returned one. */
  account: v.optional(v.string()),
  /** Whether magic links were known to be off for that account when it asked. */
  wasOff: v.optional(v.boolean()),
});
export type LinkMark = v.InferOutput<typeof mark>;

/** The id of the account that is signed in. */
export const markedAccount = () => readTokens()?.user?.id;

export function leaveLinkMark(now: number, account = markedAccount(), wasOff?: boolean): LinkMark {
  const value = { sentAt: Date.now(), expiresAt: now + linkLifetime, account, wasOff };
  browserStorage.write(linkMarkKey, JSON.stringify(value));
  return value;
}

/**
 * The mark, until its link expires. Undefined if someone else is signed in now: they must not learn
 * of this link.
 */
export function readLinkMark(): LinkMark | undefined {
  try {
    const read = v.safeParse(mark, JSON.parse(browserStorage.read(linkMarkKey) ?? ''));
    if (!read.success) return undefined;
    const age = Date.now() - read.output.sentAt;
    const isOwn = !readTokens() || markedAccount() === read.output.account;
    return isOwn && age >= 0 && age < linkLifetime ? read.output : undefined;
  } catch {
    return undefined; // no mark, or text that this app did not write
  }
}

export function clearLinkMark(): void {
  browserStorage.remove(linkMarkKey);
}

/** The mark as a query, so that components render again when it changes. */
export const linkMarkQuery = () =>
  queryOptions({ queryKey: ['link-mark'], queryFn: () => readLinkMark() ?? null });

/** Sends a link to the account's own address and marks this browser as the one that asked. */
export function useSendLink() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: sendMagicLink,
    onMutate: () => {
      const enabled = queryClient.getQueryData(mfaQueries.status().queryKey)?.enabledMethods;
      return { account: markedAccount(), wasOff: enabled?.includes('MAGIC_LINK') === false };
    },
    onSuccess: (_answer, _nothing, { account, wasOff }) => {
      leaveLinkMark(serverNow(), account, wasOff);
      return queryClient.invalidateQueries(linkMarkQuery());
    },
  });
}
