import { type MfaStatus, type Profile, isAdministrator } from '../api/contract.ts';

export type Access = 'open' | 'not-administrator' | 'own-method-first';

/** Who may see the page: the backend would refuse the others, so they are not even asked for. */
export function assessAccess(profile: Profile, status: MfaStatus): Access {
  if (!isAdministrator(profile)) return 'not-administrator';
  return status.isEnforced && !status.isEnabled ? 'own-method-first' : 'open';
}
