import { type ComponentProps, type ReactNode, useId } from 'react';

import './field.css';

export type FieldWords = { label: ReactNode; hint?: ReactNode; error?: ReactNode };

type Wiring = {
  id: string;
  className: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

type Props = FieldWords & { id?: string | undefined; children: (input: Wiring) => ReactNode };

/** Label, hint and error around one input. Spread the given wiring on the input. */
export function Field({ label, hint, error, id: givenId, children }: Props) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: 'field-input',
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = FieldWords & ComponentProps<'input'>;

export function TextField({ label, hint, error, id, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(wiring) => <input {...input} {...wiring} />}
    </Field>
  );
}
