import { type Explanation, explain } from '../../../api/explain.ts';
import { PasskeyNotSavedError } from './make-passkey.ts';

/** Why there is no new passkey, or none that counts. */
export function explainPasskey(error: Error): Explanation {
  if (!(error instanceof PasskeyNotSavedError)) return explain(error);
  // Never neutral: a key was left over.
  return { ...explain(error.cause), isNeutral: false };
}
