import { Plural, Trans } from '@lingui/react/macro';

import type { KnownPasskey } from '../../../api/contract-set-up.ts';
import './existing-passkeys.css';
import { PasskeyLabel } from './passkey-label.tsx';
import { readPasskeyLabels } from './passkey-labels.ts';

interface Props {
  passkeys: KnownPasskey[];
  /** Set up, and turned off since. */
  isOff: boolean;
}

/** The passkeys that are there already, and what having several means. */
export function ExistingPasskeys({ passkeys, isOff }: Props) {
  const labels = readPasskeyLabels();
  return (
    <div>
      <p>
        <Plural
          value={passkeys.length}
          one="You have # passkey. This adds another."
          other="You have # passkeys. This adds another."
        />
      </p>
      <ul className="existing-passkeys">
        {passkeys.map(({ id }) => (
          <li key={id}>
            <PasskeyLabel label={labels[id]} />
          </li>
        ))}
      </ul>
      <p className="existing-passkeys-note">
        {isOff ? (
          <Trans>
            Passkeys are turned off now. Turn them on in your settings to use what you have; adding
            another turns all of them on.
          </Trans>
        ) : (
          <Trans>You turn them off and on together, and they are kept meanwhile.</Trans>
        )}
      </p>
    </div>
  );
}
