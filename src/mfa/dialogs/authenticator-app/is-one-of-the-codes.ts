import { cleanCode } from '../../../lib/clean-code.ts';

/** Whether someone typed one of their backup codes: in any case, with or without its dash. */
export function isOneOfTheCodes(typed: string, codes: readonly string[]): boolean {
  const plain = cleanCode(typed);
  return plain !== '' && codes.some((code) => cleanCode(code) === plain);
}
