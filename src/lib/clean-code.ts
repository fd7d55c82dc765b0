/**
 * Normalises a typed or pasted code: NFKC, decimal digits of any script as ASCII, lower case, and
 * only [a-z0-9] kept (no spaces, dashes, punctuation or invisible characters). It does not check
 * the result.
 */
export function cleanCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digitValue)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Unicode encodes decimal digits in runs of ten, 0 to 9. Two runs may touch, hence the modulo. */
function digitValue(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

/** Whether the text is one of the backup codes, whatever its case, with or without the dash. */
export function isOneOfTheCodes(typed: string, codes: readonly string[]): boolean {
  const plain = cleanCode(typed);
  return plain !== '' && codes.some((code) => cleanCode(code) === plain);
}
