import * as v from 'valibot';

import { maybe } from '../api/contract.ts';
import { RefusedError } from '../api/errors.ts';

/** What happened to the link, as far as this page can tell. */
const outcomes = [
  'done',
  'on-elsewhere',
  'on-for-someone',
  'already-on',
  'no-longer-works',
  'may-be-on',
  'not-found',
  'unknown',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What the history entry keeps, so that a reload shows the outcome again. Never a token. */
const historyState = v.object({
  outcome: v.picklist(outcomes),
  /** Whose account it was, where the answer said so. */
  email: maybe(v.string()),
  /** Who was signed in here, masked, where that is part of the outcome. */
  signedInAs: maybe(v.string()),
});
export type ActivationResult = v.InferOutput<typeof historyState>;

export function readResult(state: unknown): ActivationResult | undefined {
  const read = v.safeParse(historyState, state);
  return read.success ? read.output : undefined;
}

interface Success {
  /** Whose account it was, where the answer said so. */
  email: string | null | undefined;
  isSignedIn: boolean;
  /** The address of the account signed in here, where known. */
  here: string | undefined;
  /** Whether magic links were on for that account before and after. Undefined if unknown. */
  wasOn: boolean | undefined;
  isOn: boolean | undefined;
}

/**
 * Decides whose account the link was for. Anybody can open a link, so the page says "on" to the account
 * that is signed in here only where that account's own status shows that this link changed it.
 */
export function judgeSuccess({ email, isSignedIn, here, wasOn, isOn }: Success): Outcome {
  if (!isSignedIn) return 'done';
  if (email && here) return isSameAddress(email, here) ? 'done' : 'on-elsewhere';
  if (isOn === false) return 'on-elsewhere';
  return email || (wasOn === false && isOn) ? 'done' : 'on-for-someone';
}

const isSameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/**
 * Decides what a failed post means.
 * @param wasUncertain an earlier try may have arrived, and then a refusal can mean that it worked
 */
export function judgeFailure(error: unknown, wasUncertain: boolean): Outcome {
  if (!(error instanceof RefusedError)) return 'unknown';
  if (error.status === 400) return wasUncertain ? 'may-be-on' : 'no-longer-works';
  return error.status === 404 ? 'not-found' : 'unknown';
}
