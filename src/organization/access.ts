import { msg } from '@lingui/core/macro';

import { type MfaStatus, type Profile, isAdministrator } from '../api/contract.ts';
import { RefusedError } from '../api/errors.ts';
import { explain, type Explanation } from '../api/explain.ts';

export type Access = 'open' | 'not-administrator' | 'own-method-first';

/** Who may see the page. The server would refuse everyone else, so nothing is requested for them. */
export function assessAccess(profile: Profile, status: MfaStatus): Access {
  if (!isAdministrator(profile)) return 'not-administrator';
  return status.isEnforced && !status.isEnabled ? 'own-method-first' : 'open';
}

/** Explains a failure to an administrator, who can't be sent to an administrator. */
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
