import { expect, test } from 'vitest';

import { membersAnswer, organizationAnswer } from './contract-organization.ts';
import { readAnswer } from './read-answer.ts';

const ada = { id: 'a', email: 'ada@example.com' };

const read = (body: unknown) =>
  readAnswer({ status: 200, text: JSON.stringify(body), reference: '' }, membersAnswer);

test.each([
  ['all that the answer lists', { data: [ada], total: 1 }, 1, 0],
  ['an answer without a total', { data: [ada] }, 1, 0],
  ['one of a longer list', { data: [ada], total: 250 }, 1, 249],
  ['a total that makes no sense', { data: [ada], total: 'many' }, 1, 0],
  ['a total too small', { data: [ada], total: 0 }, 1, 0],
  ['an entry that cannot be read', { data: [ada, { id: 7 }, null], total: 3 }, 1, 2],
  ['an inner envelope', { data: { success: true, data: [ada], total: 2 } }, 1, 1],
  ['someone listed twice', { data: [ada, ada], total: 2 }, 1, 0],
  ['nobody', { data: [], total: 0 }, 0, 0],
])('Of %s, what can be read is kept and the rest counted', (_case, body, count, leftOut) => {
  const answer = read({ success: true, ...body });
  expect(answer.members).toHaveLength(count);
  expect(answer.leftOut).toBe(leftOut);
});

test('A flag that is no flag counts as not said', () => {
  const { members } = read({ success: true, data: [{ ...ada, mfaEnabled: 'yes' }] });
  expect(members[0]?.mfaEnabled).toBeUndefined();
});

test.each([
  ['a date', '2026-05-03T10:00:00Z', 0],
  ['a number', 1_777_802_400, 0],
  ['null', null, 1],
  ['an empty text', '', 1],
  ['zero', 0, 1],
  ['nonsense', { at: 'noon' }, 1],
])(
  'Where `deletedAt` is %s, the member is listed or not, and never counted as unread',
  (_case, deletedAt, count) => {
    const answer = read({ success: true, data: [{ ...ada, deletedAt }], total: 1 });
    expect(answer.members).toHaveLength(count);
    expect(answer.leftOut).toBe(0);
  },
);

test.each([
  ['a name', { name: ' Acme ' }, 'Acme'],
  ['a blank name', { name: ' ' }, undefined],
  ['no name', {}, undefined],
])('An organization with %s is read', (_case, data, name) => {
  const body = { success: true, data: { id: 'o', ...data } };
  const answer = readAnswer(
    { status: 200, text: JSON.stringify(body), reference: '' },
    organizationAnswer,
  );
  expect(answer.name).toBe(name);
});
