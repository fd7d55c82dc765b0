import { beforeEach, expect, it } from 'vitest';

import { firstMethod, rememberMethod } from './method-choice.tsx';

beforeEach(() => localStorage.clear());

it('asks for the primary method where none was chosen in this browser', () => {
  expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('GOOGLE_AUTH');
});

it('asks for the first method where none is primary', () => {
  expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], undefined)).toBe('PASSKEY');
});

it('asks for the method last chosen in this browser', () => {
  rememberMethod('PASSKEY', 'GOOGLE_AUTH');
  expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('PASSKEY');
});

it('asks for a new primary method, whatever was chosen before', () => {
  rememberMethod('PASSKEY', 'GOOGLE_AUTH');
  expect(firstMethod(['PASSKEY', 'MAGIC_LINK'], 'MAGIC_LINK')).toBe('MAGIC_LINK');
});

it('does not ask for a method that is no longer on', () => {
  rememberMethod('PASSKEY', 'GOOGLE_AUTH');
  expect(firstMethod(['GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('GOOGLE_AUTH');
});

it('ignores a stored value that is not a method', () => {
  localStorage.setItem('second-step-method', '<img> undefined');
  expect(firstMethod(['MAGIC_LINK'], undefined)).toBe('MAGIC_LINK');
});
