import { Trans } from '@lingui/react/macro';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { Outcome } from './outcome.tsx';
import { Spinner } from './spinner.tsx';

/** The page behind an emailed link while its answer is awaited. After 5 seconds it says that it is slow. */
export function WorkingOutcome({ title }: { title: string }) {
  const isSlow = useIsSlow(true);
  return (
    <Outcome icon={<Spinner />} title={title}>
      <p role="status">{isSlow && <Trans>Still working</Trans>}</p>
    </Outcome>
  );
}
