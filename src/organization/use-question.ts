import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { paths } from '../lib/paths.ts';

/** What an open dialog asks: whether to require a second step, or to reset the member of this id. */
export type Question = { isToEnforce: boolean } | { resetId: string };

/**
 * The question that is open. It is kept in an entry of the history, so that the browser's Back closes
 * its dialog.
 */
export function useQuestion() {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { question?: Question } | null };
  return {
    question: state?.question,
    ask: useCallback(
      (asked: Question) => void navigate(paths.organization, { state: { question: asked } }),
      [navigate],
    ),
    /** Closes as Back would. */
    close: () => void navigate(-1),
  };
}
