import type { ReactNode } from 'react';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface Props {
  title: ReactNode;
  /** What the button says. */
  close: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that says one thing and asks nothing: its only button closes it. */
export function MessageDialog({ title, close, onClose, children }: Props) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {close}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
