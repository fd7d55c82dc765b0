import type { ComponentProps } from 'react';

import { Field, type FieldWords } from './field.tsx';

type Props = FieldWords & ComponentProps<'input'>;

export function TextField({ label, hint, error, id, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(wiring) => <input {...input} {...wiring} />}
    </Field>
  );
}
