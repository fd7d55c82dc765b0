import { beforeEach, expect, it } from 'vitest';

import { firstMethod, rememberMethod } from './remembered-method.ts';

beforeEach(() => localStorage.clear());

it('asks for the primary method where none was chosen here', () => {
  expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('GOOGLE_AUTH');
});

it('asks for the first one where none is primary', () => {
  expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], undefined)).toBe('PASSKEY');
});

it('asks for the method chosen here last', () => {
  rememberMethod('PASSKEY', 'GOOGLE_AUTH');
  expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('PASSKEY');
});

it('asks for a new primary method once, whatever was chosen before', () => {
  rememberMethod('PASSKEY', 'GOOGLE_AUTH');
  expect(firstMethod(['PASSKEY', 'MAGIC_LINK'], 'MAGIC_LINK')).toBe('MAGIC_LINK');
});

it('does not ask for a method that is no longer on', () => {
  rememberMethod('PASSKEY', 'GOOGLE_AUTH');
  expect(firstMethod(['GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('GOOGLE_AUTH');
});

it('is not led astray by what others stored', () => {
  localStorage.setItem('second-step-method', '<img> undefined');
  expect(firstMethod(['MAGIC_LINK'], undefined)).toBe('MAGIC_LINK');
});
