import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { paths } from '../lib/paths.ts';

/** What the open dialog asks: whether to require a second step, or to reset the member with this id. */
export type Question = { isToEnforce: boolean } | { resetId: string };

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
