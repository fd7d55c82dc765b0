import * as v from 'valibot';

/** How opening the link ended. */
const outcomes = ['done', 'no-longer-works', 'unknown'] as const;

/** What an entry of the history keeps, so that a reload shows it again. Never a token. */
const historyState = v.object({ signInLink: v.picklist(outcomes) });
export type SignInLinkResult = (typeof outcomes)[number];

export function readSignInLinkResult(state: unknown): SignInLinkResult | undefined {
  const read = v.safeParse(historyState, state);
  return read.success ? read.output.signInLink : undefined;
}
