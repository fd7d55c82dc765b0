import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { TotpSetup } from '../../../api/contract-set-up.ts';
import { profileQuery } from '../../../api/queries.ts';
import { CopyButton } from './copy-button.tsx';
import { otpauthUri } from './otpauth-uri.ts';
import './setup-key.css';
import { trustedQrCode } from './trusted-qr-code.ts';

/** The key of a new authenticator app: to scan, to type, to copy, or on a phone to tap. */
export function SetupKey({ secret, qrCode }: Pick<TotpSetup, 'secret' | 'qrCode'>) {
  const { t } = useLingui();
  const { data: profile } = useQuery(profileQuery());
  const [isBroken, setIsBroken] = useState(false);
  const image = isBroken ? undefined : trustedQrCode(qrCode);
  return (
    <div className="setup-key">
      {image && (
        <img
          className="setup-key-image"
          src={image}
          alt={t`QR code to scan with your authenticator app. The key beside it says the same.`}
          onError={() => setIsBroken(true)}
        />
      )}
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
        <code className="setup-key-text" translate="no">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </code>
        <div className="setup-key-actions">
          <CopyButton text={secret} name={t`Copy key`} variant="quiet" />
          <a className="setup-key-link" href={otpauthUri(secret, profile?.email)}>
            <Trans>Open in an app on this device</Trans>
          </a>
        </div>
      </div>
    </div>
  );
}
