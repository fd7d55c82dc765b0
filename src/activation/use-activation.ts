import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useNavigate } from 'react-router-dom';

import { refreshMfa } from '../api/changes.ts';
import { isOutcomeUnknown } from '../api/errors.ts';
import { clearLinkMark } from '../api/link-mark.ts';
import { activateMagicLink } from '../api/activate.ts';
import { mfaQueries } from '../api/queries.ts';
import { readTokens } from '../api/tokens.ts';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { paths } from '../lib/paths.ts';
import { type ActivationResult, judgeFailure } from './outcome.ts';

/** Posts the link's token, and keeps the outcome in this entry of the history. */
export function useActivation() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const wasUncertain = useRef(false);

  const keep = (result: ActivationResult) =>
    navigate(paths.activate, { replace: true, state: result });

  const { mutate, isPending, error } = useMutation({
    mutationFn: (link: EmailedLink) => activateMagicLink(link.token),
    onSuccess: async ({ email }) => {
      clearLinkMark();
      await keep({ outcome: 'done', ...(email && { email }) });
      await refreshMfa(queryClient);
    },
    onError: async (error) => {
      const outcome = judgeFailure(error, wasUncertain.current);
      wasUncertain.current ||= isOutcomeUnknown(error);
      const isRefused = outcome === 'no-longer-works' || outcome === 'may-be-on';
      const isOn = isRefused && (await isMagicLinkOn());
      await keep({ outcome: isOn ? 'already-on' : outcome });
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

  /** As far as a session in this browser can tell. */
  async function isMagicLinkOn(): Promise<boolean> {
    if (!readTokens()) return false;
    try {
      const status = await queryClient.query(mfaQueries.status());
      return status.enabledMethods.includes('MAGIC_LINK');
    } catch {
      return false; // the refusal is the better answer than why this one could not be had
    }
  }
}
