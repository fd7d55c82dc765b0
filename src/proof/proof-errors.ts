import { queryOptions, skipToken } from '@tanstack/react-query';
import * as v from 'valibot';

import { RefusedError } from '../api/errors.ts';

/** What the field asks for. */
export type CodeKind = 'app' | 'backup';

/**
 * Whether a code can be right. One that can't isn't sent, because the server would count it as a try.
 * @param code as `cleanCode` returns it
 */
export function isWholeCode(kind: CodeKind, code: string): boolean {
  return kind === 'app' ? /^\d{6}$/.test(code) : code.length > 6 && code.length <= 32;
}

/** Whether the server rejected the proof itself: the platform then answers 400 or 401. */
export function isWrongProof(error: unknown): error is RefusedError {
  return error instanceof RefusedError && (error.status === 400 || error.status === 401);
}

/** Not in the hosted contract: the reference backend says how many tries are left. */
const triesAnswer = v.object({ attemptsLeft: v.number() });

export function triesLeft(error: unknown): number | undefined {
  const read = v.safeParse(triesAnswer, error instanceof RefusedError ? error.data : undefined);
  return read.success ? read.output.attemptsLeft : undefined;
}

/**
 * Until when the server rejects every code, backup codes included, without checking it: milliseconds
 * since the epoch, by this device's clock; Infinity where the server didn't say until when. 0 or
 * undefined: codes are checked.
 */
export const proofPauseQuery = () =>
  queryOptions<number>({ queryKey: ['proof-pause'], queryFn: skipToken });
