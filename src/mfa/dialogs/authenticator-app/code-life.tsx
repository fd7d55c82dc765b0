import { Trans } from '@lingui/react/macro';

import { serverNow } from '../../../api/server-clock.ts';
import { useSecondsLeft } from '../../../lib/countdown.ts';
import { ProgressRing } from '../../../ui/progress-ring.tsx';

/** RFC 6238, 5.2: seconds. */
const period = 30;

/** How long the code that the app shows now is still its code. */
export function CodeLife() {
  const step = period * 1000;
  const seconds = useSecondsLeft((Math.floor(serverNow() / step) + 1) * step, serverNow);
  return (
    <>
      <ProgressRing value={seconds / period} /> <Trans>The next code comes in {seconds} s.</Trans>
    </>
  );
}
