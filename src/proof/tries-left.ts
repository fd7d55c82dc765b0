import * as v from 'valibot';

import { RefusedError } from '../api/errors.ts';

/** Not in the hosted contract: the reference backend says how many tries are left. */
const answer = v.object({ attemptsLeft: v.number() });

export function triesLeft(error: unknown): number | undefined {
  const read = v.safeParse(answer, error instanceof RefusedError ? error.data : undefined);
  return read.success ? read.output.attemptsLeft : undefined;
}
