import * as v from 'valibot';

import { maybe } from '../api/contract.ts';
import { RefusedError } from '../api/errors.ts';

/** How opening the link ended, as far as this page can tell. */
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

/** What an entry of the history keeps: the outcome, so that a reload shows it again. Never a token. */
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

/** Whether a link was taken out of this entry's address, and nothing came of it yet. */
export function wasTaken(state: unknown): boolean {
  const read = v.safeParse(v.object({ wasTaken: v.boolean() }), state);
  return read.success && read.output.wasTaken;
}

interface Success {
  /** Whose account it was, where the answer said so. */
  email: string | null | undefined;
  isSignedIn: boolean;
  /** The address of the account signed in here, where known. */
  here: string | undefined;
  /** Whether magic links were on for that account before and after; undefined: unknown. */
  wasOn: boolean | undefined;
  isOn: boolean | undefined;
}

/**
 * Whose account a link turned on. Anybody can open a link, so the account that is signed in here hears
 * that magic links are on only where its own status shows that this link changed it.
 */
export function judgeSuccess({ email, isSignedIn, here, wasOn, isOn }: Success): Outcome {
  if (!isSignedIn) return 'done';
  if (email && here) return isSameAddress(email, here) ? 'done' : 'on-elsewhere';
  if (isOn === false) return 'on-elsewhere';
  return email || (wasOn === false && isOn) ? 'done' : 'on-for-someone';
}

const isSameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/**
 * What a failed post means.
 * @param wasUncertain an earlier try may have arrived: then a refusal can be its success
 */
export function judgeFailure(error: unknown, wasUncertain: boolean): Outcome {
  if (!(error instanceof RefusedError)) return 'unknown';
  if (error.status === 400) return wasUncertain ? 'may-be-on' : 'no-longer-works';
  return error.status === 404 ? 'not-found' : 'unknown';
}
