import * as v from 'valibot';

import { isOffline } from '../../api/errors.ts';
import { verifyLogin } from '../../api/verify-login.ts';
import { paths } from '../../lib/paths.ts';
import { useKeepResult } from '../../lib/use-emailed-link.ts';
import { isWrongProof } from '../../proof/proof-errors.ts';
import { useProve } from '../../proof/use-prove.ts';

/** What happened to the link. */
const outcomes = ['done', 'no-longer-works', 'unknown'] as const;
export type SignInLinkResult = (typeof outcomes)[number];

/** What the history entry keeps, so that a reload shows the result again. Never a token. */
const historyState = v.object({ signInLink: v.picklist(outcomes) });

export function readSignInLinkResult(state: unknown): SignInLinkResult | undefined {
  const read = v.safeParse(historyState, state);
  return read.success ? read.output.signInLink : undefined;
}

/** Posts the link's token, and keeps the result in the history entry. */
export function useSignInLink() {
  const keepResult = useKeepResult(paths.signInLink);
  const keep = (signInLink: SignInLinkResult) => keepResult({ signInLink });
  return useProve(async (token: string) => {
    try {
      await verifyLogin({ mfaType: 'MAGIC_LINK', token });
      await keep('done');
    } catch (cause) {
      if (!isOffline(cause)) await keep(isWrongProof(cause) ? 'no-longer-works' : 'unknown');
      throw cause;
    }
  });
}
