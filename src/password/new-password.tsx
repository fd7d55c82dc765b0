import { msg } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { type RefObject, useState } from 'react';

import { passwordErrorCodes, shortestPassword } from '../api/contract-password.ts';
import { RefusedError } from '../api/errors.ts';
import { PasswordField } from '../ui/password-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';

/** Why a password can't be used. */
export type PasswordProblem = 'empty' | 'too-short' | 'too-long' | 'too-common';

/** What the page can tell before it asks the service. In characters, as people count them. */
export function findProblem(password: string): PasswordProblem | undefined {
  if (password === '') return 'empty';
  return [...password.normalize('NFKC')].length < shortestPassword ? 'too-short' : undefined;
}

const problems: Partial<Record<string, PasswordProblem>> = {
  [passwordErrorCodes.tooShort]: 'too-short',
  [passwordErrorCodes.tooLong]: 'too-long',
  [passwordErrorCodes.tooCommon]: 'too-common',
};

/** Undefined where the service refused something else than the password. */
export function readProblem(error: unknown): PasswordProblem | undefined {
  return error instanceof RefusedError ? problems[error.code ?? ''] : undefined;
}

interface Props {
  ref: RefObject<HTMLInputElement | null>;
  problem: PasswordProblem | undefined;
  /** The address of the account, where it is known, so that a password made of it counts as weak. */
  email: string | undefined;
}

/** The field for a new password, which a password manager may fill in, with its strength. */
export function NewPassword({ ref, problem, email }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  return (
    <>
      {/* Password managers look for the account that the password belongs to. */}
      <input type="text" name="email" autoComplete="username" value={email ?? ''} readOnly hidden />
      <PasswordField
        label={t`New password`}
        name="new-password"
        ref={ref}
        autoComplete="new-password"
        required
        hint={
          <Plural
            value={shortestPassword}
            one="At least # character."
            other="At least # characters."
          />
        }
        error={problem && t(problemWords[problem])}
        onChange={(event) => setTyped(event.target.value)}
      />
      <StrengthMeter password={typed} known={email ? [email, ...email.split(/\W/)] : []} />
    </>
  );
}

const problemWords = {
  empty: msg`Enter a new password.`,
  'too-short': msg`This password is too short.`,
  'too-long': msg`This password is too long.`,
  'too-common': msg`This password is easy to guess. Choose another.`,
};
