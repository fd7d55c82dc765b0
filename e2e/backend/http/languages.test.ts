import { expect, it } from 'vitest';
import { acceptedLanguage, matchLanguage } from './languages.ts';

const several = ['ar', 'de', 'en', 'nb', 'pt-BR', 'pt-PT', 'zh-Hans', 'zh-Hant'];

it.each([
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['ar-EG', 'ar'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['pt', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-PT'],
  ['pt-AO', 'pt-PT'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['nb-NO', 'nb'],
  ['en-GB', 'en'],
  ['en-US-posix', 'en'],
  ['de-u-ca-buddhist', 'de'],
  ['de-Cyrl', undefined],
  ['tlh', undefined],
  ['*', undefined],
  ['', undefined],
  ['../../etc/passwd', undefined],
  ['__proto__', undefined],
])('Who reads %j gets %j', (tag, language) => {
  expect(matchLanguage([tag], several)).toBe(language);
});

it.each([
  [null, undefined],
  ['', undefined],
  ['*', undefined],
  ['de', 'de'],
  ['tlh, de;q=0.8, en;q=0.9', 'en'],
  ['en;q=0, de;q=0.1', 'de'],
  ['de;q=0', undefined],
  ['en;q=nonsense, de', 'en'],
  [';;;,,,=,"', undefined],
  ['x'.repeat(100_000), undefined],
  [`${'tlh,'.repeat(25_000)}de`, undefined],
  [`de,${'en;q=0.5,'.repeat(10_000)}`, 'de'],
  ['de\u0000', undefined],
])('[B12] The header %j asks for %j', (header, language) => {
  const started = performance.now();
  expect(acceptedLanguage(header)).toBe(language);
  expect(performance.now() - started).toBeLessThan(100);
});
