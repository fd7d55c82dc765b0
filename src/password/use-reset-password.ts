import { useMutation } from '@tanstack/react-query';
import { type RefObject, useRef } from 'react';
import * as v from 'valibot';

import { isOutcomeUnknown, RefusedError } from '../api/errors.ts';
import { resetPassword } from '../api/password.ts';
import { laterPaths } from '../lib/later-paths.ts';
import { hasTokenShape } from '../lib/emailed-link.ts';
import { useKeepResult } from '../lib/use-emailed-link.ts';
import { readProblem } from './new-password.tsx';

/** What happened to the link. */
const outcomes = ['done', 'no-longer-works', 'may-be-done'] as const;
export type ResetResult = (typeof outcomes)[number];

/** What the history entry keeps, so that a reload shows the result again. Never a token. */
const historyState = v.object({ passwordReset: v.picklist(outcomes) });

export function readResetResult(state: unknown): ResetResult | undefined {
  const read = v.safeParse(historyState, state);
  return read.success ? read.output.passwordReset : undefined;
}

/**
 * The contract leaves open what the token looks like: a JSON Web Token, or one random part, behind which
 * a mail program may have added words.
 */
export function readResetToken(token: string): string | undefined {
  if (hasTokenShape(token) && token.startsWith('ey')) return token;
  return /^[\w-]{16,512}$/.exec(token.split('.')[0] ?? '')?.[0];
}

/** Posts the link's token with the new password, and keeps what can be known of the result. */
export function useResetPassword(password: RefObject<HTMLInputElement | null>) {
  const wasUncertain = useRef(false);
  const keepResult = useKeepResult(laterPaths.resetPassword);
  const keep = (passwordReset: ResetResult) => keepResult({ passwordReset });
  return useMutation({
    mutationFn: async (token: string) => {
      try {
        await resetPassword(readResetToken(token) ?? '', password.current?.value ?? '');
      } catch (cause) {
        if (isRefusedLink(cause))
          await keep(wasUncertain.current ? 'may-be-done' : 'no-longer-works');
        wasUncertain.current ||= isOutcomeUnknown(cause);
        throw cause;
      }
      await keep('done');
    },
    // So that no cache keeps a token.
    gcTime: 0,
  });
}

/** The platform answers 400, or 404 where there is no such account. A refused password is no such refusal. */
function isRefusedLink(cause: unknown): boolean {
  const isRefused = cause instanceof RefusedError && [400, 401, 404].includes(cause.status);
  return isRefused && !readProblem(cause);
}
