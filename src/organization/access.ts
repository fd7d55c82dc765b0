import { msg } from '@lingui/core/macro';

import { type MfaStatus, type Profile, isAdministrator } from '../api/contract.ts';

export type Access = 'open' | 'not-administrator' | 'own-method-first';

/** Who may see the page. The server would refuse everyone else, so nothing is requested for them. */
export function assessAccess(profile: Profile, status: MfaStatus): Access {
  if (!isAdministrator(profile)) return 'not-administrator';
  return status.isEnforced && !status.isEnabled ? 'own-method-first' : 'open';
}

/** For `explain`: an administrator can't be sent to an administrator. */
export const administratorWords = {
  403: msg`Your role in the organization doesn't allow this.`,
};

/** For `explain`, where a change of one member failed. */
export const memberWords = {
  ...administratorWords,
  404: msg`This person is no longer in your organization.`,
};
