import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { TotpSetup } from '../../../api/contract-set-up.ts';
import { profileQuery } from '../../../api/account.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { isTouch } from './is-touch.ts';
import { KeyText } from './key-text.tsx';
import { otpauthUri } from './otpauth-uri.ts';
import { QrCode } from './qr-code.tsx';
import './setup-key.css';
import { trustedQrCode } from './trusted-qr-code.ts';

/** The key of a new authenticator app: to scan, to type, to copy, or on a phone to tap. */
export function SetupKey({ secret, qrCode }: Pick<TotpSetup, 'secret' | 'qrCode'>) {
  const { data: profile } = useQuery(profileQuery());
  const [isBroken, setIsBroken] = useState(false);
  const source = isBroken ? undefined : trustedQrCode(qrCode);
  const image = source && <QrCode source={source} onBroken={() => setIsBroken(true)} />;

  if (isTouch())
    return (
      <div className="setup-key-words">
        <a className={buttonClass()} href={otpauthUri(secret, profile?.email)}>
          <Trans>Open in an app on this device</Trans>
        </a>
        <p>
          <Trans>Or type this key into Google Authenticator, 1Password, or any other app:</Trans>
        </p>
        <KeyText secret={secret} />
        {image && (
          <details>
            <summary className="setup-key-summary">
              <Trans>Scan with another device</Trans>
            </summary>
            {image}
          </details>
        )}
      </div>
    );
  return (
    <div className="setup-key">
      {image}
      <div className="setup-key-words">
        <p>
          {image ? (
            <Trans>
              Scan this with Google Authenticator, 1Password, or any other app. Or type the key:
            </Trans>
          ) : (
            <Trans>Type this key into Google Authenticator, 1Password, or any other app:</Trans>
          )}
        </p>
        <KeyText secret={secret} />
      </div>
    </div>
  );
}
