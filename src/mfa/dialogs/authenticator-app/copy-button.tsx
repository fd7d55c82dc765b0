import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { copyText } from '../../../lib/copy-text.ts';
import { Button, type ButtonVariant } from '../../../ui/button.tsx';
import { CheckIcon, CopyIcon } from '../../../ui/later-icons.tsx';
import { announce } from '../../../ui/live-region.tsx';

interface Props {
  text: string;
  /** The button's whole name, beginning with "Copy". */
  name: string;
  variant?: ButtonVariant;
}

export function CopyButton({ text, name, variant }: Props) {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();

  async function handleCopy() {
    const isCopied = await copyText(text);
    setOutcome(isCopied ? 'copied' : 'refused');
    announce(isCopied ? t`Copied` : t`Your browser couldn't copy it. Select the text instead.`);
  }

  return (
    <>
      <Button
        variant={variant}
        aria-label={outcome === 'copied' ? undefined : name}
        onClick={() => void handleCopy()}
      >
        {outcome === 'copied' ? <CheckIcon /> : <CopyIcon />}
        {outcome === 'copied' ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
      </Button>
      {outcome === 'refused' && (
        <span>
          <Trans>Your browser couldn't copy it. Select the text instead.</Trans>
        </span>
      )}
    </>
  );
}
