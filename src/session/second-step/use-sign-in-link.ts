import { useNavigate } from 'react-router-dom';

import { verifyLogin } from '../../api/verify-login.ts';
import type { EmailedLink } from '../../lib/emailed-link.ts';
import { paths } from '../../lib/paths.ts';
import { isWrongProof } from '../../proof/is-wrong-proof.ts';
import { useProve } from '../../proof/use-prove.ts';
import type { SignInLinkResult } from './sign-in-link-result.ts';

/** Posts the link's token, and keeps the outcome in this entry of the history. */
export function useSignInLink() {
  const navigate = useNavigate();
  const keep = (signInLink: SignInLinkResult) =>
    navigate(paths.signInLink, { replace: true, state: { signInLink } });

  return useProve(async (link: EmailedLink) => {
    link.isPosted = true;
    try {
      await verifyLogin({ mfaType: 'MAGIC_LINK', token: link.token });
      await keep('done');
    } catch (error) {
      await keep(isWrongProof(error) ? 'no-longer-works' : 'unknown');
      throw error;
    }
  });
}
