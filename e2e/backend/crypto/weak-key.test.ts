import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { explainWeakKey } from './weak-key.ts';

const bytes = (text: string) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
const words = Buffer.from('correct horse battery staple 123');

it.each([
  ['zeros, in hexadecimal', '00'.repeat(32)],
  ['zeros, in base64', Buffer.alloc(32).toString('base64')],
  ['one byte, over and over', 'a7'.repeat(32)],
  ['32 letters, in hexadecimal', words.toString('hex')],
  ['32 letters, in base64', words.toString('base64')],
  ['32 letters, in base64url', words.toString('base64url')],
  ['words that happen to be base64', 'changemechangemechangemechangemechangeme123'],
  ['words that happen to be base64, mixed', 'ChangeMe0ThisIsMyKeyAndNobodyWillKnowItxyzA'],
  ['small letters only', 'correcthorsebatterystaplecorrecthorsebatter'],
  ['capitals only', 'CORRECTHORSEBATTERYSTAPLECORRECTHORSEBATTER'],
  ['dead beef', 'deadbeef'.repeat(8)],
  ['sixteen bytes, twice', '3f9a1c77e5d2084b6ea1905cf83b2d46'.repeat(2)],
  [
    'twenty bytes and a part of them again',
    '3f9a1c77e5d2084b6ea1905cf83b2d4611223398'.repeat(2).slice(0, 64),
  ],
  ['counting up', Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('hex')],
  [
    'counting down',
    Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - 3 * index)).toString('hex'),
  ],
  [
    'few bytes in any order',
    Buffer.from(Array.from({ length: 32 }, (_, index) => (index * index) % 11)).toString('hex'),
  ],
])('[B17] A key of %s is no key', (_what, text) => {
  expect(explainWeakKey(text, bytes(text))).toBeTypeOf('string');
});

it.each(['hex', 'base64', 'base64url'] as const)('[B17] Random bytes in %s are a key', (form) => {
  const refused = Array.from({ length: 5000 }, () => randomBytes(32)).filter(
    (key) => explainWeakKey(key.toString(form), key) !== undefined,
  );
  expect(refused).toEqual([]);
});
