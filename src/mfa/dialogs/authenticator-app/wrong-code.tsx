import { Trans, useLingui } from '@lingui/react/macro';

import { deviceSkewSeconds } from '../../../api/server-clock.ts';
import { describeSkew, type Skew } from './describe-skew.ts';

/** What to do about a wrong code; from the second on, a clock is the likely cause. */
export function WrongCode({ tries }: { tries: number }) {
  const skew = describeSkew(deviceSkewSeconds());
  return (
    <span>
      <Trans>That is not the code we expect. Type the one your app shows now.</Trans>
      {tries >= 2 && (
        <span>
          {' '}
          <Trans>Check that your phone's clock is set automatically.</Trans>{' '}
          {skew && <SkewWords {...skew} />}
        </span>
      )}
    </span>
  );
}

function SkewWords({ amount, unit, isAhead }: Skew) {
  const { i18n } = useLingui();
  const size = i18n.number(amount, { style: 'unit', unit, unitDisplay: 'long' });
  if (isAhead) return <Trans>The clock of this device is {size} fast.</Trans>;
  return <Trans>The clock of this device is {size} slow.</Trans>;
}
