import { Trans, useLingui } from '@lingui/react/macro';
import { use } from 'react';

import { formatDuration } from '../lib/format.ts';
import { useSecondsLeft } from '../lib/countdown.ts';
import { Alert } from '../ui/alert.tsx';
import { Failure } from '../ui/failure.tsx';
import { explainProof } from './explain-proof.ts';
import { HasOthers } from './has-others.ts';

/** Why a proof could not be given; where tries are used up, until when. */
export function ProofFailure({ error }: { error: unknown }) {
  const { retryAt, ...explanation } = explainProof(error);
  return retryAt ? <Paused until={retryAt} /> : <Failure {...explanation} />;
}

/** @param until milliseconds since the epoch, by this device's clock */
function Paused({ until }: { until: number }) {
  const { i18n } = useLingui();
  const hasOthers = use(HasOthers);
  const seconds = useSecondsLeft(until, Date.now);
  const clock = formatDuration(seconds);
  const time = i18n.date(new Date(until), { timeStyle: 'short' });
  if (seconds === 0)
    return (
      <Alert tone="warn">
        <Trans>You can try again now.</Trans>
      </Alert>
    );
  return (
    <Alert>
      <span>
        <Trans>
          Too many tries. Try again in <span role="timer">{clock}</span>, at {time}. This is not for
          good.
        </Trans>{' '}
        {hasOthers && <Trans>You can use another method now.</Trans>}
      </span>
    </Alert>
  );
}
