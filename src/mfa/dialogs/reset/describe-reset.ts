import { isMfaType, type MfaStatus, mfaTypes } from '../../../api/contract.ts';
import { isRequired, type MethodView } from '../../describe-methods.ts';

export interface Reset {
  /** Set up now, on or off, and gone afterwards: strongest first, then what is not known here. */
  lost: string[];
  hasBackupCodes: boolean;
  /** The organisation asks for a second step, so resetting one's own is refused. */
  isRequired: boolean;
}

/** What resetting everything would mean. */
export function describeReset(views: MethodView[], status: MfaStatus): Reset {
  const setUp = new Set([
    ...views.filter(({ state }) => state === 'on' || state === 'off').map(({ type }) => type),
    ...status.enabledMethods,
  ]);
  return {
    lost: [
      ...mfaTypes.filter((type) => setUp.has(type)),
      ...[...setUp].filter((type) => !isMfaType(type)),
    ],
    hasBackupCodes: setUp.has('GOOGLE_AUTH'),
    isRequired: isRequired(status),
  };
}
