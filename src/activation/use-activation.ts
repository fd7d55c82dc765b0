import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useNavigate } from 'react-router-dom';

import { refreshMfa, getStatus } from '../api/mfa.ts';
import { isOffline, isOutcomeUnknown } from '../api/errors.ts';
import { clearLinkMark } from '../api/link-mark.ts';
import { activateMagicLink } from '../api/activate.ts';
import { signedInAsQuery } from '../api/signed-in-as-query.ts';
import { readTokens } from '../api/tokens.ts';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { maskEmail } from '../lib/format.ts';
import { paths } from '../lib/paths.ts';
import { type ActivationResult, judgeFailure, judgeSuccess } from './outcome.ts';

/** Posts the link's token, and keeps the outcome in this entry of the history. */
export function useActivation() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const wasUncertain = useRef(false);

  const keep = (result: ActivationResult) =>
    navigate(paths.activate, { replace: true, state: result });

  const { mutate, isPending, error } = useMutation({
    mutationFn: async (link: EmailedLink) => {
      // Read before, because only a change shows that the link was for the account signed in here.
      const wasOn = await readIsOn();
      const { email } = await activateMagicLink(link.token);
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

  const post = useCallback(
    (link: EmailedLink) => {
      // At once, not when the mutation gets to run: until then it could be asked for again.
      link.isPosted = true;
      mutate(link);
    },
    [mutate],
  );
  return { post, isPending, error };

  /** Whose account a link turned on: the answer to the post often does not say so. */
  async function readSuccess(
    email: string | null | undefined,
    wasOn: boolean | undefined,
  ): Promise<ActivationResult> {
    const isOn = await readIsOn();
    const here = await readSignedInAs();
    const outcome = judgeSuccess({ email, wasOn, isOn, here, isSignedIn: !!readTokens() });
    return { outcome, ...(outcome === 'done' ? email && { email } : masked(here)) };
  }

  /** Whether magic links are on for the account signed in here; undefined where nobody can tell. */
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
