import * as v from 'valibot';

import { maybe } from '../api/contract.ts';
import { RefusedError } from '../api/errors.ts';

/** How opening the link ended, as far as this page can tell. */
const outcomes = [
  'done',
  'already-on',
  'no-longer-works',
  'may-be-on',
  'not-found',
  'unknown',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What an entry of the history keeps: the outcome, so that a reload shows it again. Never a token. */
const historyState = v.object({
  outcome: v.picklist(outcomes),
  /** Whose account it was, where the answer said so. */
  email: maybe(v.string()),
});
export type ActivationResult = v.InferOutput<typeof historyState>;

export function readResult(state: unknown): ActivationResult | undefined {
  const read = v.safeParse(historyState, state);
  return read.success ? read.output : undefined;
}

/** Whether a link was taken out of this entry's address, and nothing came of it yet. */
export function wasTaken(state: unknown): boolean {
  return v.safeParse(v.object({ wasTaken: v.boolean() }), state).success;
}

/**
 * What a failed post means.
 * @param wasUncertain an earlier try may have arrived: then a refusal can be its success
 */
export function judgeFailure(error: unknown, wasUncertain: boolean): Outcome {
  if (!(error instanceof RefusedError)) return 'unknown';
  if (error.status === 400) return wasUncertain ? 'may-be-on' : 'no-longer-works';
  return error.status === 404 ? 'not-found' : 'unknown';
}
