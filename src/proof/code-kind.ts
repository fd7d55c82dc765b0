/** What someone typed into the one field for codes. */
export type CodeKind = 'app' | 'backup' | 'incomplete';

/** Tells the two kinds of codes apart; one that is neither is not sent, as it would cost a try. */
export function codeKind(code: string): CodeKind {
  if (/^\d{6}$/.test(code)) return 'app';
  return code.length > 6 ? 'backup' : 'incomplete';
}
