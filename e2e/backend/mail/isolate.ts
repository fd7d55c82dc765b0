/**
 * Values within sentences (names, addresses, times) may run in another direction than the words around
 * them. Each stands between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, the `bdi` of plain text.
 */
const fsi = '\u2068';
const pdi = '\u2069';
const isolates = new RegExp(`${fsi}([^${fsi}${pdi}]*)${pdi}`, 'u');
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const leftToRight = new RegExp(`(?!${rightToLeft.source})[\\p{L}\\p{N}]`, 'u');

/** A value as a part of a sentence, cleaned as `oneLine` does. */
export function isolate(value: string): string {
  return `${fsi}${oneLine(value)}${pdi}`;
}

/** The parts of a sentence: words and values in turn. The first and the last are words. */
export function splitValues(sentence: string): string[] {
  return sentence.split(isolates);
}

/** A sentence as plain text, with isolates only where its order would be wrong without them. */
export function plainText(sentence: string, direction: 'ltr' | 'rtl'): string {
  const other = direction === 'rtl' ? leftToRight : rightToLeft;
  return splitValues(sentence)
    .map((part, index) => (index % 2 === 1 && other.test(part) ? `${fsi}${part}${pdi}` : part))
    .join('');
}

/**
 * Users and administrators choose names. A line break in a name could add a sentence or a link to
 * a mail, and a bidirectional control could reorder the text around it. Joiners are kept, because
 * Persian names and emoji need them.
 */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Bidi_Control}\p{Cs}\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
