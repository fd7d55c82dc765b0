import { type MfaType, mfaTypes } from '../../../api/contract.ts';

/** Whether a method is stronger than the primary one. False where this version does not know that one. */
export function isStronger(mfaType: MfaType, primary: string | null | undefined): boolean {
  return mfaTypes.indexOf(mfaType) < mfaTypes.findIndex((known) => known === primary);
}
