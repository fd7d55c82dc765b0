import { msg } from '@lingui/core/macro';

import { RefusedError } from '../api/errors.ts';
import { type Explanation, explain } from '../api/explain.ts';

/** As `explain`, where what was refused is a proof and not a change. */
export function explainProof(error: unknown): Explanation {
  const explanation = explain(error);
  if (!(error instanceof RefusedError) || error.status !== 403) return explanation;
  const why = msg`There were too many wrong codes. Use another method, or write to support.`;
  return { ...explanation, why };
}
