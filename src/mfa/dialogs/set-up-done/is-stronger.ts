import { type MfaType, mfaTypes } from '../../../api/contract.ts';

/** Whether a method would make a better primary; never said of one that this version cannot judge. */
export function isStronger(type: MfaType, primary: string | null | undefined): boolean {
  return mfaTypes.indexOf(type) < mfaTypes.findIndex((known) => known === primary);
}
