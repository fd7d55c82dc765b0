import { Plural, Trans } from '@lingui/react/macro';

import type { KnownPasskey } from '../../../api/contract-set-up.ts';
import './existing-passkeys.css';
import { PasskeyLabel } from './passkey-label.tsx';
import { readPasskeyLabels } from './passkey-labels.ts';

/** The passkeys that are there already, and what having several means. */
export function ExistingPasskeys({ passkeys }: { passkeys: KnownPasskey[] }) {
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
        <Trans>All your passkeys can only be turned off together.</Trans>
      </p>
    </div>
  );
}
