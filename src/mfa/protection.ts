import { isMfaType, type MfaStatus, type MfaType } from '../api/contract.ts';
import { isRequired, type MethodView } from './describe-methods.ts';

export type Protection =
  | { kind: 'protected'; on: number; of: number; primary: MfaType | undefined }
  | { kind: 'unprotected' }
  | { kind: 'missing' };

/** How well the account is protected; `missing`: the organization requires a method and none is on. */
export function assessProtection(views: MethodView[], status: MfaStatus): Protection {
  const on = views.filter(
    ({ state, type }) => state === 'on' || status.enabledMethods.includes(type),
  );
  if (on.length === 0) return { kind: isRequired(status) ? 'missing' : 'unprotected' };
  const { primaryMethod } = status;
  const primary = primaryMethod && isMfaType(primaryMethod) ? primaryMethod : undefined;
  return { kind: 'protected', on: on.length, of: Math.max(views.length, on.length), primary };
}
