/** Whether someone typed one of their backup codes: in any case, with or without its dash. */
export function isOneOfTheCodes(typed: string, codes: readonly string[]): boolean {
  const plain = normalize(typed);
  return plain !== '' && codes.some((code) => normalize(code) === plain);
}

/** Keyboards put long dashes where a short one is meant. */
function normalize(code: string): string {
  return code.toLowerCase().replace(/[\s\p{Dash}]/gu, '');
}
