import { expect, it } from 'vitest';
import { composeMail } from './compose-mail.ts';
import { openI18n } from './i18n.ts';
import type { Letter } from './letter.ts';

const i18n = await openI18n('en');

async function compose(name: string) {
  const link = { label: i18n._('See your account'), url: 'http://localhost:3000/' };
  const letter: Letter = {
    to: 'ada@example.com',
    date: new Date(0),
    subject: i18n._('A word from {name}', { name }),
    blocks: [
      { kind: 'paragraph', text: i18n._('{name} did it.', { name }) },
      { kind: 'facts', facts: [[i18n._('Device'), name]] },
      { kind: 'link', link },
      { kind: 'note', text: i18n._('Ask {name}.', { name }) },
    ],
    supportEmail: 'support@example.com',
  };
  return composeMail(letter, i18n);
}

it.each([
  ['a line break', 'Ada\nhttps://evil.example/', 'Ada https://evil.example/'],
  ['CR LF and a header', 'Ada\r\nBcc: eve@evil.example', 'Ada Bcc: eve@evil.example'],
  ['a vertical tab, a form feed and NEL', 'A\u000Bd\u000Ca\u0085!', 'A d a !'],
  ['the separators of Unicode', 'Ada\u2028\u2029Lovelace', 'Ada Lovelace'],
  ['a tab', 'Ada\tLovelace', 'Ada Lovelace'],
  ['a null and an escape', 'A\u0000d\u001B[31ma', 'A d [31ma'],
  ['an override of direction', 'Ada\u202Eelpmaxe\u202C', 'Adaelpmaxe'],
  ['isolates and marks', '\u2066A\u2067d\u2068a\u2069\u200E\u200F\u061C', 'Ada'],
  ['half a surrogate pair', 'Ada\uD800', 'Ada'],
  ['invisible tags', 'Ada\u{E0041}\u{E007F}\uFEFF', 'Ada'],
])('[B12] %s in a name reaches no part of a mail', async (_what, name, shown) => {
  const { subject, text, html } = await compose(name);
  expect(subject).toBe(`A word from ${shown}`);
  expect(text).toBe(
    `${shown} did it.\n\nDevice: ${shown}\n\nSee your account:\nhttp://localhost:3000/\n\nAsk ${shown}.\n`,
  );
  expect(html).toContain(`><bdi>${shown}</bdi> did it.</p>`);
  expect(html).toMatch(/^[^\p{Bidi_Control}\p{Cs}\u2028\u2029\uFEFF]*$/u);
});

it.each(['José Ñandú', 'علی‌رضا', '👩‍🚀 Ada', '李小龍', "O'Brien"])(
  'The name %s is written as it is',
  async (name) => {
    const { text } = await compose(name);
    expect(text.replace(/[\u2068\u2069]/g, '')).toContain(`${name} did it.`);
  },
);
