import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { explain } from '../../api/explain.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Waiting } from '../../ui/reading.tsx';

interface Props {
  title: ReactNode;
  /** Why the methods could not be read. */
  error: Error | null;
  onRetry: () => void;
  onClose: () => void;
}

/** Shown in place of a dialog until the methods are read. */
export function WaitingDialog({ title, error, onRetry, onClose }: Props) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <Button onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      {error ? (
        <Failure
          what={<Trans>We couldn't load your methods.</Trans>}
          {...explain(error)}
          onRetry={onRetry}
        />
      ) : (
        <>
          <VisuallyHidden>
            <Trans>Loading</Trans>
          </VisuallyHidden>
          <Waiting height="3lh" />
        </>
      )}
    </Dialog>
  );
}
