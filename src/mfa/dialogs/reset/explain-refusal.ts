import { msg } from '@lingui/core/macro';

import { RefusedError } from '../../../api/errors.ts';
import type { Explanation } from '../../../api/explain.ts';

/** A 403 to one's own reset comes from the organisation, and was not known before. */
export function explainRefusal(error: Error, explanation: Explanation): Explanation {
  if (!(error instanceof RefusedError) || error.status !== 403) return explanation;
  return {
    ...explanation,
    why: msg`Your organization requires a second step. Someone else who administers it can reset your methods.`,
  };
}
