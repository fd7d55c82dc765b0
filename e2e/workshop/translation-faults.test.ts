import { expect, test } from 'vitest';
import { findTranslationFaults } from './translation-faults.ts';

const glossary = { terms: {}, keeps: ['Backup'], long: ['Sent to {name} just now.'] };
const faults = (english: string, translation: string, language = 'de') =>
  findTranslationFaults(language, english, translation, glossary);

test.each([
  ['Hello, {name}', 'Hallo {name}'],
  ['<0>{name}</0> is on.', '<0>{name}</0> ist an.'],
  ['{a} and {b}', '{b} und {a}'],
  ['{n, plural, one {# day} other {# days}}', '{n, plural, one {# Tag} other {# Tage}}'],
  [
    '{n, plural, one {a day} other {# days}}',
    '{n, plural, =0 {kein Tag} one {ein Tag} other {# Tage}}',
  ],
  ['On', 'Eingeschaltet'],
  [
    'Sent to {name} just now.',
    'Wurde soeben an die Adresse {name} losgeschickt, wie Sie es wollten.',
  ],
  ['Backup', 'Backup'],
  ['{name}', '{name}'],
  ['Email', 'E\u2011Mail'],
  ['Backup code', 'Backup-Code'],
])('%s may be translated as %s', (english, translation) => {
  expect(faults(english, translation)).toEqual([]);
});

test.each([
  ['Hello', '', 'is not translated'],
  ['Hello, {name}', 'Hallo', 'has the values [], and not [name]'],
  ['Hello, {name}', 'Hallo {nmae}', 'has the values [nmae], and not [name]'],
  ['Hello, {name}', 'Hallo {name', 'cannot be read'],
  ['<0>Open</0> it', '<0>Öffnen', 'has the tags <0>'],
  ['<0>Open</0> it', 'Öffnen', 'has the tags '],
  ['<0>a</0> <1>b</1>', '<0>a<1>b</0></1>', 'has tags that do not match'],
  ['{n, plural, one {# day} other {# days}}', '{n} Tage', 'has no plural of n'],
  [
    '{n, plural, one {# day} other {# days}}',
    '{n, plural, other {# Tage}}',
    'lacks the plural one of n',
  ],
  [
    '{n, plural, one {# day} other {# days}}',
    '{n, plural, one {# Tag} few {# Tage} other {# Tage}}',
    'has a plural few of n, which is never used',
  ],
  [
    'We sent a link to you.',
    'Wir haben soeben einen Link an Sie losgeschickt.',
    'is longer than twice the English',
  ],
  ['Sign in', 'Sign in', 'is the same as the English'],
  ['Call {name} ', 'Rufe {name}', 'begins or ends with another space than the English'],
  ['Email sent', 'Die E-Mail wurde gesendet', 'may break after one letter'],
  ['Hello', 'Hall\\u00f6', 'has an escape: write the character itself'],
])('%s may not be translated as %j: it %s', (english, translation, fault) => {
  expect(faults(english, translation).join()).toContain(fault);
});

test('Numbers in a sentence have the digits that the language counts with', () => {
  const fault = ['has digits of another script than its counts'];
  expect(faults('For 10 minutes', 'تا ۱۰ دقیقه', 'fa')).toEqual([]);
  expect(faults('For 10 minutes', 'تا 10 دقیقه', 'fa')).toEqual(fault);
  expect(faults('Or 1Password', 'یا 1Password', 'fa')).toEqual([]);
  expect(faults('For 10 minutes', '10 منٹ', 'ur')).toEqual([]);
  expect(faults('For 10 minutes', '۱۰ منٹ', 'ur')).toEqual(fault);
});

test('Each language has the plurals that it needs', () => {
  const days = '{n, plural, one {# day} other {# days}}';
  expect(faults(days, '{n, plural, other {#日}}', 'ja')).toEqual([]);
  expect(faults(days, '{n, plural, one {# dzień} other {# dni}}', 'pl')).toEqual([
    'lacks the plural few,many of n',
  ]);
});
