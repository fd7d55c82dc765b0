import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router-dom';

import { askForRecentProof } from '../api/recent-proof.ts';

/** What the open dialog asks to confirm. */
export type Question = 'sign-out-everywhere' | 'untrust' | 'remove';

/**
 * The question that is open. It is kept in a history entry, so that the browser's Back closes its
 * dialog. A change that needs a proof asks for it before its question.
 */
export function useQuestion() {
  const navigate = useNavigate();
  const { pathname, state } = useLocation() as {
    pathname: string;
    state: { question?: Question } | null;
  };
  const asking = useMutation({
    mutationFn: async ({ question, path }: { question: Question; path: string }) => {
      await askForRecentProof(path);
      await navigate(pathname, { state: { ...state, question } });
    },
  });
  return {
    question: state?.question,
    asking,
    /** @param path of the call that follows */
    ask: (question: Question, path: string) => asking.mutate({ question, path }),
    /** Does the same as Back, unless the person did so already. */
    close: () => {
      if (state?.question) void navigate(-1);
    },
  };
}
