import { useLingui } from '@lingui/react/macro';

import './setup-key.css';

type Props = { source: string; onBroken: () => void };

export function QrCode({ source, onBroken }: Props) {
  const { t } = useLingui();
  return (
    <img
      className="setup-key-image"
      src={source}
      alt={t`QR code to scan with your authenticator app. The key beside it says the same.`}
      onError={onBroken}
    />
  );
}
