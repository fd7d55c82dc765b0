import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

import { refreshMfa, getStatus } from '../api/mfa.ts';
import { isOffline, isOutcomeUnknown } from '../api/errors.ts';
import { clearLinkMark, readLinkMark } from '../api/link-mark.ts';
import { activateMagicLink } from '../api/activate.ts';
import { signedInAsQuery } from '../api/signed-in-as-query.ts';
import { readTokens } from '../api/tokens.ts';
import { maskEmail } from '../lib/format.ts';
import { type ActivationResult, judgeFailure, judgeSuccess } from './outcome.ts';

/**
 * Posts the link's token.
 * @param keep gets the outcome, unless the request never left this device
 */
export function useActivation(keep: (result: ActivationResult) => unknown) {
  const queryClient = useQueryClient();
  const wasUncertain = useRef(false);

  return useMutation({
    mutationFn: async (token: string) => {
      // Only a change shows that the link was for the account signed in here. Where this browser noted
      // that magic links were off when it asked, no request has to come before the post.
      const wasOn = readTokens() && readLinkMark()?.wasOff ? false : await readIsOn();
      const { email } = await activateMagicLink(token);
      return { email, wasOn };
    },
    onSuccess: async ({ email, wasOn }) => {
      clearLinkMark();
      await keep(await readSuccess(email, wasOn));
      await refreshMfa(queryClient);
    },
    onError: async (error) => {
      if (isOffline(error)) return;
      const outcome = judgeFailure(error, wasUncertain.current);
      wasUncertain.current ||= isOutcomeUnknown(error);
      const isRefused = outcome === 'no-longer-works' || outcome === 'may-be-on';
      const isOn = isRefused && (await readIsOn());
      const here = isOn && masked(await readSignedInAs());
      await keep({ outcome: isOn ? 'already-on' : outcome, ...here });
    },
  });

  /** Finds out whose account the link was for, because the answer often doesn't say so. */
  async function readSuccess(
    email: string | null | undefined,
    wasOn: boolean | undefined,
  ): Promise<ActivationResult> {
    const isOn = await readIsOn();
    const here = await readSignedInAs();
    const outcome = judgeSuccess({ email, wasOn, isOn, here, isSignedIn: !!readTokens() });
    return { outcome, ...(outcome === 'done' ? email && { email } : masked(here)) };
  }

  /** Whether magic links are on for the account signed in here; undefined where that is unknown. */
  async function readIsOn(): Promise<boolean | undefined> {
    if (!readTokens()) return undefined;
    const status = await getStatus().catch(() => undefined);
    return status?.enabledMethods.includes('MAGIC_LINK');
  }

  async function readSignedInAs(): Promise<string | undefined> {
    if (!readTokens()) return undefined;
    return queryClient.query(signedInAsQuery()).catch(() => undefined);
  }
}

const masked = (email: string | undefined) => email && { signedInAs: maskEmail(email) };
