import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';

import { isOffline } from '../../api/errors.ts';
import { verifyLogin } from '../../api/verify-login.ts';
import type { EmailedLink } from '../../lib/emailed-link.ts';
import { paths } from '../../lib/paths.ts';
import { isWrongProof } from '../../proof/proof-errors.ts';
import { useProve } from '../../proof/use-prove.ts';
import type { SignInLinkResult } from './sign-in-link-result.ts';

/** Posts the link's token, and keeps the outcome in this entry of the history. */
export function useSignInLink() {
  const navigate = useNavigate();
  const keep = (signInLink: SignInLinkResult) =>
    navigate(paths.signInLink, { replace: true, state: { signInLink } });

  const { mutate, isPending, error } = useProve(async ({ token }: EmailedLink) => {
    try {
      await verifyLogin({ mfaType: 'MAGIC_LINK', token });
      await keep('done');
    } catch (cause) {
      if (!isOffline(cause)) await keep(isWrongProof(cause) ? 'no-longer-works' : 'unknown');
      throw cause;
    }
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
}
