import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { type Explanation, outcomeUnknown } from '../../api/explain.ts';
import { Failure } from '../../ui/failure.tsx';

interface Props {
  /** What is still so, because it failed. */
  what: ReactNode;
  explanation: Explanation;
  /** The state could not be read again: what the failed change left behind is not known. */
  isStale: boolean;
}

/** Why a change did not happen, claiming no more than a refetch has confirmed. */
export function ChangeFailure({ what, explanation, isStale }: Props) {
  const { t } = useLingui();
  const known = isStale ? t(outcomeUnknown) : what;
  // "Cancelled. Nothing was changed." says it all.
  return <Failure {...explanation} what={explanation.isNeutral ? undefined : known} />;
}
