import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { profileQuery } from '../../../api/account.ts';
import type { TotpSetup } from '../../../api/contract-set-up.ts';
import { useIsSlow } from '../../../lib/use-is-slow.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { CopyButton } from './copy-button.tsx';
import { otpauthUri, trustedQrCode } from './qr-code.ts';
import './setup-key.css';

/** A phone or tablet cannot scan its own screen, and may have the authenticator app itself. */
export const isTouch = () => matchMedia('(pointer: coarse)').matches;

/** The key of a new authenticator app: to scan, to type, to copy, or on a phone to tap. */
export function SetupKey({ secret, qrCode }: Pick<TotpSetup, 'secret' | 'qrCode'>) {
  const { t } = useLingui();
  const { data: profile } = useQuery(profileQuery());
  const [isBroken, setIsBroken] = useState(false);
  const source = isBroken ? undefined : trustedQrCode(qrCode);
  const image = source && (
    <img
      className="setup-key-image"
      src={source}
      alt={t`QR code to scan with your authenticator app. You can type the key next to it instead.`}
      onError={() => setIsBroken(true)}
    />
  );

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

/** The key in groups of four, and a button that copies it. */
function KeyText({ secret }: { secret: string }) {
  const { t } = useLingui();
  return (
    <>
      <code className="setup-key-text" dir="ltr" translate="no">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </code>
      <div className="setup-key-actions">
        <CopyButton text={secret} name={t`Copy key`} variant="quiet" />
      </div>
    </>
  );
}

/** Has the size of the key and its field, so that nothing jumps. */
export function SetupKeySkeleton() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <div className="setup-key">
        <Skeleton
          width={isTouch() ? '15rem' : '11.25rem'}
          height={isTouch() ? 'var(--target)' : '11.25rem'}
        />
        <div className="setup-key-words">
          {isSlow ? (
            <p role="status">
              <Trans>Still working</Trans>
            </p>
          ) : (
            <VisuallyHidden>
              <Trans>Loading</Trans>
            </VisuallyHidden>
          )}
          <Skeleton width="11rem" height="3lh" />
          <Skeleton width="10rem" />
        </div>
      </div>
      <Skeleton width="12rem" height="6.5rem" />
    </>
  );
}
