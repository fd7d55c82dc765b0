import { useLingui } from '@lingui/react/macro';

import { Failure } from '../ui/failure.tsx';
import { explainProof } from './explain-proof.ts';

/** Why a proof could not be given; where tries are used up, until when. */
export function ProofFailure({ error }: { error: unknown }) {
  const { t, i18n } = useLingui();
  const explanation = explainProof(error);
  const { retryAt } = explanation;
  const time = retryAt && i18n.date(new Date(retryAt), { timeStyle: 'short' });
  return (
    <Failure {...explanation} what={time && t`You can go on at ${time}, or use another method.`} />
  );
}
