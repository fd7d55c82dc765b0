import type { ComponentProps } from 'react';

import { Field, type FieldWords } from './field.tsx';
import './field.css';

type Props = FieldWords &
  Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'inputMode' | 'maxLength'> & {
    value: string;
    /** The code without white space, however it was typed or pasted. */
    onChange: (code: string) => void;
    /** `text` where letters may be asked for too, as in a backup code. */
    inputMode?: 'numeric' | 'text';
  };

// No maxLength: it would cut a pasted "482 913" before its space is taken out.
export function CodeField({
  label,
  hint,
  error,
  id,
  onChange,
  inputMode = 'numeric',
  ...input
}: Props) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {({ className, ...wiring }) => (
        <input
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          dir="ltr"
          {...input}
          {...wiring}
          type="text"
          inputMode={inputMode}
          className={`${className} field-code`}
          onChange={(event) => onChange(event.target.value.replace(/\s/g, ''))}
        />
      )}
    </Field>
  );
}
