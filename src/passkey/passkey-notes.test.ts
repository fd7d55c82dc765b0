import { beforeEach, expect, it, vi } from 'vitest';

import { keepPasskeyNote, readPasskeyNotes } from './passkey-notes.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

it('keeps a note for each passkey', () => {
  keepPasskeyNote('one', { label: 'Bitwarden', madeAt: 1 });
  keepPasskeyNote('two', { name: 'Desk' });
  expect(readPasskeyNotes()).toEqual({
    one: { label: 'Bitwarden', madeAt: 1 },
    two: { name: 'Desk' },
  });
});

it.each([
  ['what an earlier version kept', '{"one":"1Password"}', { one: { label: '1Password' } }],
  [
    'what is no note',
    '{"one":7,"two":{"madeAt":"x"},"three":{"label":"A"}}',
    { three: { label: 'A' } },
  ],
  ['what is not JSON', '{', {}],
  ['what is no object', '"text"', {}],
  ['nothing', 'null', {}],
])('reads %s', (_, text, notes) => {
  localStorage.setItem('passkey-labels', text);
  expect(readPasskeyNotes()).toEqual(notes);
});
