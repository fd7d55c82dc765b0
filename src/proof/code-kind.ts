/** What someone typed into the one field for codes. */
export type CodeKind = 'app' | 'backup' | 'incomplete';

/**
 * Tells the two kinds of codes apart; one that is neither is not sent, as it would cost a try.
 * @param code as `cleanCode` gives it
 */
export function codeKind(code: string): CodeKind {
  if (/^\d{6}$/.test(code)) return 'app';
  return code.length > 6 && code.length <= 32 ? 'backup' : 'incomplete';
}
