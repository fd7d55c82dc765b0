import { Trans } from '@lingui/react/macro';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { MethodState } from '../../describe-methods.ts';

interface Props {
  state: Exclude<MethodState, 'not-set-up'>;
  onClose: () => void;
}

/** An old address of this dialog, opened when there is nothing left for it to do. */
export function NothingToSetUp({ state, onClose }: Props) {
  return (
    <Dialog
      title={<Trans>Set up magic link</Trans>}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          <Trans>Go to settings</Trans>
        </Button>
      }
    >
      <p>
        {state === 'on' && <Trans>Magic link is on already.</Trans>}
        {state === 'off' && (
          <Trans>Magic link is set up and turned off. Turn it on in your settings.</Trans>
        )}
        {(state === 'unavailable' || state === 'unsupported') && (
          <Trans>Magic link is not available for your account.</Trans>
        )}
      </p>
    </Dialog>
  );
}
