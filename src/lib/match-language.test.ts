import { expect, test } from 'vitest';

import { matchLanguage } from './match-language.ts';

const offered =
  'en ar he fa ur zh-Hans zh-Hant ja ko hi bn th tr pl ru uk de fr es pt-BR pt-PT it nl sv da nb fi el cs hu ro vi id'.split(
    ' ',
  );

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE-ch', 'de'],
  ['en-GB', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['pt', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-PT'],
  ['pt-AO', 'pt-PT'],
  ['pt-MZ', 'pt-PT'],
  ['es-419', 'es'],
  ['es-MX', 'es'],
  ['no', 'nb'],
  ['nn', 'nb'],
  ['nn-NO', 'nb'],
  ['nb-NO', 'nb'],
  ['iw', 'he'],
  ['in', 'id'],
  ['prs', 'fa'],
  ['fr-CA', 'fr'],
  ['ar-EG', 'ar'],
  ['uk-UA', 'uk'],
])('A browser in %s shows %s', (wanted, shown) => {
  expect(matchLanguage([wanted], offered)).toBe(shown);
});

test('The first language that the app has is shown', () => {
  expect(matchLanguage(['sw', 'ja', 'de'], offered)).toBe('ja');
  expect(matchLanguage(['en-US', 'de'], offered)).toBe('en');
});

test('A language that is close, but that its readers may not read, is not shown', () => {
  expect(matchLanguage(['mk'], offered)).toBe('en');
  expect(matchLanguage(['fil'], offered)).toBe('en');
});

test('English is shown where nothing fits, and where the browser says nonsense', () => {
  for (const wanted of [[], ['sw'], ['', '*', 'not a tag', 'de_DE']])
    expect(matchLanguage(wanted, offered)).toBe('en');
});
