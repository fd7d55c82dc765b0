import { Trans } from '@lingui/react/macro';
import { useRef } from 'react';

import { explain } from '../api/explain.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { ProofButton } from './proof-button.tsx';
import { PasskeyProofFailure } from './proof-failure.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import { useProveByPasskey } from './use-prove-by-passkey.ts';

/** The browser prompts for the passkey only after a click, never by itself: security requirement A11. */
export function ProveByPasskey({ onProven }: { onProven?: (() => void) | undefined }) {
  const button = useRef<HTMLButtonElement>(null);
  const prove = useProveByPasskey(onProven);
  useFocusOnMount(button);

  const isWaiting = useIsCoolingDown(prove.error && explain(prove.error));

  return (
    <div className="proof-panel">
      <p>
        <Trans>Your browser will ask for your fingerprint, face, or security key.</Trans>
      </p>
      {prove.error && <PasskeyProofFailure error={prove.error} />}
      <ProofButton
        ref={button}
        variant="primary"
        isBusy={prove.isPending}
        isDisabled={isWaiting}
        onClick={() => prove.mutate()}
      >
        {prove.error ? <Trans>Try again</Trans> : <Trans>Use your passkey</Trans>}
      </ProofButton>
    </div>
  );
}
