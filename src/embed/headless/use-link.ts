import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';

import type { ActivationResult } from '../../activation/outcome.ts';
import { useActivation } from '../../activation/use-activation.ts';
import { linkMarkQuery, resendDelay, useSendLink } from '../../api/link-mark.ts';
import { linkLifetime } from '../../api/storage-keys.ts';
import { type Action, useAction } from './use-action.ts';

export interface MagicLink {
  /** Sends a link to the account's own address. */
  send: Action<void>;
  /** The last link that this browser has asked for. The list of methods tells when it has been used. */
  sent: { expiresAt: number; canSendAgainAt: number } | undefined;
}

export interface Activation {
  outcome:
    | 'done'
    /** It was for another account than the one that is signed in here. */
    | 'on-elsewhere'
    | 'on-for-someone'
    | 'already-on'
    | 'no-longer-works'
    | 'may-be-on'
    | 'not-found'
    | 'unknown';
  /** Whose account it was, where the backend says so. */
  email: string | undefined;
}

/**
 * Sends the link that turns magic links on; where they are on, one that proves who one is. The links lead to
 * `/activate?token=…` and `/sign-in/link?token=…` at the address that the backend has for the app.
 */
export function useMagicLink(): MagicLink {
  const { data: mark } = useQuery(linkMarkQuery());
  return {
    send: useAction(useSendLink()),
    sent: mark
      ? { expiresAt: mark.sentAt + linkLifetime, canSendAgainAt: mark.sentAt + resendDelay }
      : undefined,
  };
}

/**
 * For the page behind the link that turns magic links on. It takes the link's token, and needs no session. A link
 * works once, and mail scanners open links, too: call it after a click, or once where this browser has asked for
 * the link, and take the token out of the address before. It fails where nothing was sent, as when `offline`;
 * everything else is an outcome.
 */
export function useActivateLink(): Action<string, Activation> {
  const result = useRef<ActivationResult>(undefined);
  const activation = useActivation((each) => {
    result.current = each;
  });
  const activate = useMutation({
    mutationFn: async (token: string): Promise<Activation> => {
      result.current = undefined;
      const failure: unknown = await activation.mutateAsync(token).then(
        () => undefined,
        (cause: unknown) => cause,
      );
      if (!result.current) throw failure;
      const { outcome, email } = result.current;
      return { outcome, email: email ?? undefined };
    },
    gcTime: 0,
  });
  return useAction(activate);
}
