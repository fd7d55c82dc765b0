import { i18n } from '@lingui/core';
import { beforeEach, expect, test } from 'vitest';

import { formatDuration, maskEmail } from './format.ts';

beforeEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test.each([
  ['ada@example.com', 'a•••@example.com'],
  ['a@example.com', 'a•••@example.com'],
  ['𝒶da@example.com', '𝒶•••@example.com'],
  ['"a@b"@example.com', '"•••@example.com'],
  ['@example.com', '•••'],
  ['nobody', '•••'],
  ['', '•••'],
])('Of %j people see %j', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

test.each([
  [0, '0:00'],
  [7, '0:07'],
  [59, '0:59'],
  [60, '1:00'],
  [581, '9:41'],
  [3600, '60:00'],
])('%i seconds show as %s', (seconds, shown) => {
  expect(formatDuration(seconds)).toBe(shown);
});

test.each([
  ['bn', '৯:০৭'],
  ['fa', '۹:۰۷'],
  ['ja', '9:07'],
])('In %s, nine minutes and seven seconds show as %s', (locale, shown) => {
  i18n.loadAndActivate({ locale, messages: {} });
  expect(formatDuration(547)).toBe(shown);
});
