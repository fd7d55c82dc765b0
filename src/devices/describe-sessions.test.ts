import { expect, test } from 'vitest';

import type { Session } from '../api/contract-devices.ts';
import { describeLogin, listSessions } from './describe-sessions.ts';

const ids = (sessions: Session[], tokenId?: string) =>
  listSessions({ entries: sessions, unreadable: 0 }, tokenId).map(({ session, isCurrent }) =>
    isCurrent ? `${session.id} (this one)` : session.id,
  );

test.each<[string, Session[], string | undefined, string[]]>([
  [
    'The answer says which one it is, even against sign-in',
    [
      { id: 'a', lastActivity: 9 },
      { id: 'b', isCurrent: true, lastActivity: 1 },
    ],
    'a',
    ['b (this one)', 'a'],
  ],
  [
    'Where the answer does not say, sign-in named it',
    [
      { id: 'a', lastActivity: 9 },
      { id: 'b', lastActivity: 1 },
    ],
    'b',
    ['b (this one)', 'a'],
  ],
  [
    'Where neither says, none is marked, and the last active comes first',
    [{ id: 'a' }, { id: 'b', lastActivity: 1 }, { id: 'c', lastActivity: 2 }],
    'other',
    ['c', 'b', 'a'],
  ],
  ['Where nobody is signed in, there is nothing', [], 'a', []],
])('%s', (_what, sessions, tokenId, listed) => {
  expect(ids(sessions, tokenId)).toEqual(listed);
});

test.each([
  ['PASSWORD', 'Password'],
  ['password', 'Password'],
  ['PASSWORD+PASSKEY', 'Password and passkey'],
  ['PASSWORD+GOOGLE_AUTH', 'Password and authenticator app'],
  ['PASSWORD+MAGIC_LINK', 'Password and magic link'],
  ['PASSWORD+PENDING', 'Password, second step pending'],
])('%s is said as "%s"', (loginMethod, message) => {
  expect(describeLogin({ id: 'a', loginMethod })).toMatchObject({ message });
});

test.each([
  ['PASSWORD+FACE', 'PASSWORD+FACE'],
  ['PASSWORD+PASSKEY+MORE', 'PASSWORD+PASSKEY+MORE'],
  [' SSO ', 'SSO'],
  ['', undefined],
  [undefined, undefined],
])('%j, which this version does not know, is given as it is', (loginMethod, words) => {
  expect(describeLogin({ id: 'a', loginMethod })).toBe(words);
});
