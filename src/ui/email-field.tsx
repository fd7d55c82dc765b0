import { Trans } from '@lingui/react/macro';
import type { RefObject } from 'react';

import { addWords } from '../lib/words.ts';
import { TextField } from './field.tsx';
import { messages } from './locales/en.po';

// Only lazy pages ask for an address, so the words load with them.
addWords(messages);

interface Props {
  ref: RefObject<HTMLInputElement | null>;
  /** It was left empty. */
  isMissing: boolean;
}

/** Asks for the address of an account. */
export function EmailField({ ref, isMissing }: Props) {
  return (
    // No `type="email"`, because browsers reject some valid addresses and rewrite others.
    <TextField
      label={<Trans>Email</Trans>}
      name="email"
      ref={ref}
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      dir="ltr"
      required
      error={isMissing && <Trans>Enter your email.</Trans>}
    />
  );
}
