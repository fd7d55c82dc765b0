import { Trans } from '@lingui/react/macro';
import { type ComponentProps, useState } from 'react';

import { addWords } from '../lib/words.ts';
import { Button } from './button.tsx';
import { Field, type FieldWords } from './field.tsx';
import './field.css';
import { EyeIcon, EyeOffIcon } from './later-icons.tsx';
import { messages } from './locales/en.po';
import { VisuallyHidden } from './visually-hidden.tsx';

// Only lazy parts use this field, so the words load with it.
addWords(messages);

type Props = FieldWords & Omit<ComponentProps<'input'>, 'type'>;

/** Asks for the current password unless `autoComplete` says otherwise. */
export function PasswordField({ label, hint, error, id, ...input }: Props) {
  const [isShown, setIsShown] = useState(false);

  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(wiring) => (
        <div className="field-reveal">
          <input
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
            {...input}
            {...wiring}
            type={isShown ? 'text' : 'password'}
          />
          <Button variant="quiet" onClick={() => setIsShown(!isShown)}>
            {isShown ? <EyeOffIcon /> : <EyeIcon />}
            {/* Hidden text, not aria-label, so that only the field matches the label "Password". */}
            <VisuallyHidden>
              {isShown ? <Trans>Hide password</Trans> : <Trans>Show password</Trans>}
            </VisuallyHidden>
          </Button>
        </div>
      )}
    </Field>
  );
}
