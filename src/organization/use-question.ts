import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { paths } from '../lib/paths.ts';

/**
 * What the open dialog is about: whether to require a second step, the reset of the member with this
 * id, or a reminder to copy by hand.
 */
export type Question = { isToEnforce: boolean } | { resetId: string } | { reminder: string };

/** The question that is open. It is kept in a history entry, so that the browser's Back closes its dialog. */
export function useQuestion() {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { question?: Question } | null };
  return {
    question: state?.question,
    ask: useCallback(
      (asked: Question) => void navigate(paths.organization, { state: { question: asked } }),
      [navigate],
    ),
    /** Does the same as Back. */
    close: () => void navigate(-1),
  };
}
