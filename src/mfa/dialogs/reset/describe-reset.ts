import { isMfaType, type MfaStatus, mfaTypes } from '../../../api/contract.ts';
import { isRequired, type MethodView } from '../../describe-methods.ts';

export interface Reset {
  /** The methods that are set up, on or off: strongest first, then those this version does not know. */
  lost: string[];
  hasBackupCodes: boolean;
  /** The organization requires a second step, so the server refuses the reset. */
  isRequired: boolean;
}

/** What resetting every method would do. */
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

/**
 * Whether a person typed the word: whatever its case, width, accents and spaces, by the rules of their
 * language.
 */
export function isSameWord(typed: string, word: string, language: string): boolean {
  const letters = new Intl.Collator(language, { sensitivity: 'base', ignorePunctuation: true });
  return letters.compare(typed, word) === 0;
}
