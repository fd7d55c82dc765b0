import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { type Explanation, outcomeUnknown } from '../../api/explain.ts';
import { Failure } from '../../ui/failure.tsx';

interface Props {
  /** What did not change. */
  what: ReactNode;
  explanation: Explanation;
  /** The state could not be refetched, so nobody knows what the failed change left behind. */
  isStale: boolean;
}

/** Why a change failed. Claims only what a refetch has confirmed. */
export function ChangeFailure({ what, explanation, isStale }: Props) {
  const { t } = useLingui();
  const known = isStale ? t(outcomeUnknown) : what;
  // A cancelled change has a sentence of its own, which says that nothing was changed.
  return <Failure {...explanation} what={explanation.isNeutral ? undefined : known} />;
}
