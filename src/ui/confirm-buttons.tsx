import { Trans } from '@lingui/react/macro';
import type { ComponentProps } from 'react';

import { addWords } from '../lib/words.ts';
import { Button } from './button.tsx';
import { messages } from './locales/en.po';

// Only dialogs have them, so the words load with the dialogs.
addWords(messages);

type Props = ComponentProps<typeof Button> & { onCancel: () => void };

/** The footer of a dialog that asks before it acts: "Cancel", and the button that acts. */
export function ConfirmButtons({ onCancel, ...confirm }: Props) {
  return (
    <>
      <Button variant="secondary" isDisabled={confirm.isBusy} onClick={onCancel}>
        <Trans>Cancel</Trans>
      </Button>
      <Button {...confirm} />
    </>
  );
}
