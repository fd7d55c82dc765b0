import { useLingui } from '@lingui/react/macro';

import { CopyButton } from './copy-button.tsx';
import './setup-key.css';

/** The key in groups of four, and a button that copies it. */
export function KeyText({ secret }: { secret: string }) {
  const { t } = useLingui();
  return (
    <>
      <code className="setup-key-text" translate="no">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </code>
      <div className="setup-key-actions">
        <CopyButton text={secret} name={t`Copy key`} variant="quiet" />
      </div>
    </>
  );
}
