import type { ComponentProps } from 'react';

import { Field, type FieldWords } from './field.tsx';
import './field.css';

type Props = FieldWords &
  Omit<ComponentProps<'input'>, 'value' | 'inputMode' | 'maxLength'> & {
    /** `text` if the code can have letters, as backup codes do. */
    inputMode?: 'numeric' | 'text';
  };

/**
 * Shows what was typed or pasted, without spaces. Read the value on submit with `cleanCode`,
 * because some browsers fill a field without an event. No maxLength: it would cut a pasted "482
 * 913".
 */
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
          onChange={(event) => {
            const { target } = event;
            // Only if it changes, because setting the value moves the cursor to the end.
            if (/\s/.test(target.value)) target.value = target.value.replace(/\s/g, '');
            onChange?.(event);
          }}
        />
      )}
    </Field>
  );
}
