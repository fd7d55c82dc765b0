import { expect, it, test } from 'vitest';

import { cleanCode, isOneOfTheCodes } from './clean-code.ts';

test.each([
  ['with spaces', ' 169 279 ', '169279'],
  ['with a dash', '169-279', '169279'],
  ['with a no-break space', '169\u00A0279', '169279'],
  ['followed by a zero-width space', '169279\u200B', '169279'],
  ['wrapped in direction marks', '\u2068\u200E169279\u2069', '169279'],
  ['with a soft hyphen', '169\u00AD279', '169279'],
  ['behind a byte order mark', '\uFEFF169279', '169279'],
  ['with a full stop', '169279.', '169279'],
  ['followed by a line break', '169279\r\n', '169279'],
  ['in Arabic-Indic digits', '١٦٩٢٧٩', '169279'],
  ['in Persian digits', '۱۶۹۲۷۹', '169279'],
  ['in Devanagari digits', '१६९२७९', '169279'],
  ['in full-width digits', '１６９２７９', '169279'],
  ['in mathematical digits', '𝟏𝟨𝟵𝟸𝟽𝟿', '169279'],
  ['in Gunjala Gondi digits', '\u{11DA0}\u{11DA9}', '09'],
  ['as a backup code', 'k7m2p-9xq4r', 'k7m2p9xq4r'],
  ['in capitals', 'K7M2P-9XQ4R', 'k7m2p9xq4r'],
  ['with an en dash', 'k7m2p–9xq4r', 'k7m2p9xq4r'],
  ['with an em dash and spaces', 'k7m2p — 9xq4r', 'k7m2p9xq4r'],
  ['with a minus sign', 'k7m2p−9xq4r', 'k7m2p9xq4r'],
  ['in full-width letters', 'Ｋ７Ｍ２Ｐ９ＸＱ４Ｒ', 'k7m2p9xq4r'],
  ['as nothing', '', ''],
  ['as punctuation alone', '–—\u200B ', ''],
])('A code typed %s is read as what it means', (_how, typed, read) => {
  expect(cleanCode(typed)).toBe(read);
});

test('Every decimal digit that Unicode knows is read as its value', () => {
  const digits = Array.from({ length: 0x110000 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter((character) => /^\p{Nd}$/u.test(character));
  expect(digits.length % 10).toBe(0);
  expect(digits.map(cleanCode).join('')).toBe('0123456789'.repeat(digits.length / 10));
});

test('A code that is read once more stays the same', () => {
  for (const code of ['169279', 'k7m2p9xq4r']) expect(cleanCode(code)).toBe(code);
});

const codes = ['k7m2p-9xq4r', 'abcde-fghjk'];

it.each([
  ['k7m2p-9xq4r', true],
  ['ABCDE-FGHJK', true],
  ['k7m2p9xq4r', true],
  ['  k7m2p – 9xq4r ', true],
  ['k7m2p−9xq4r.', true],
  ['ｋ７ｍ２ｐ-9xq4r\u200B', true],
  ['k7m2p-9xq4', false],
  ['k7m2p-9xq4rr', false],
  ['k7m2p-fghjk', false],
  ['', false],
  [' - ', false],
])('whether %j is one of the codes: %s', (typed, isIt) => {
  expect(isOneOfTheCodes(typed, codes)).toBe(isIt);
});
