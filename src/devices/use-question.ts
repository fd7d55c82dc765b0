import { useLocation, useNavigate } from 'react-router-dom';

/** What the open dialog asks to confirm. */
export type Question = 'sign-out-everywhere' | 'untrust' | 'remove';

/** The question that is open. It is kept in a history entry, so that the browser's Back closes its dialog. */
export function useQuestion() {
  const navigate = useNavigate();
  const { pathname, state } = useLocation() as {
    pathname: string;
    state: { question?: Question } | null;
  };
  return {
    question: state?.question,
    ask: (question: Question) => void navigate(pathname, { state: { ...state, question } }),
    /** Does the same as Back, unless the person did so already. */
    close: () => {
      if (state?.question) void navigate(-1);
    },
  };
}
