import { cleanCode } from '../../../lib/clean-code.ts';

/** Whether the text is one of the backup codes, whatever its case, with or without the dash. */
export function isOneOfTheCodes(typed: string, codes: readonly string[]): boolean {
  const plain = cleanCode(typed);
  return plain !== '' && codes.some((code) => cleanCode(code) === plain);
}
