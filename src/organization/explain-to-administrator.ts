import { msg } from '@lingui/core/macro';

import { RefusedError } from '../api/errors.ts';
import { explain, type Explanation } from '../api/explain.ts';

/** Explains a failure to someone in charge, whom it would not help to ask an administrator. */
export function explainToAdministrator(error: unknown): Explanation {
  const explanation = explain(error);
  if (!(error instanceof RefusedError)) return explanation;
  if (error.status === 403)
    return { ...explanation, why: msg`Your role in the organization does not allow this.` };
  return explanation;
}

/** @param error of a change that named a member */
export function explainMemberFailure(error: unknown): Explanation {
  if (error instanceof RefusedError && error.status === 404)
    return { ...explain(error), why: msg`This person is no longer in your organization.` };
  return explainToAdministrator(error);
}
