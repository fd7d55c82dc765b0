import { expect, it } from 'vitest';
import { findTests } from './find-tests.ts';
import { matchTests } from './match-tests.ts';

const source = `
it('[B1, CVE-1] A code is good once', async () => {});
it.each([1, 2])(
  "[B2] Someone's %i codes", () => {});
test.describe('[A4] What is hostile', () => {});
  it.each([
    ['breaks the policy', 'x'],
  ])
it.skip('[B3] Skipped', () => {});
// [B4] A comment, it proves nothing
`;
const tests = findTests('some.test.ts', source);

it('Titles are found wherever a test or a group is named, and nowhere else', () => {
  expect(tests.map(({ title }) => title)).toEqual([
    '[B1, CVE-1] A code is good once',
    "[B2] Someone's %i codes",
    '[A4] What is hostile',
    'breaks the policy',
  ]);
});

it('A requirement is proven by the tests with its id, and by those it names', () => {
  const { matches, problems } = matchTests(
    [
      { id: 'B1', name: '' },
      { id: 'CVE-1', name: '' },
      { id: 'B2', name: '' },
      { id: 'A4', name: '', titles: ['breaks the policy'] },
      { id: 'CVE-2', name: '', sameAs: 'A4' },
    ],
    tests,
  );
  expect(problems).toEqual([]);
  expect(matches.map((match) => match.tests.length)).toEqual([1, 1, 1, 2, 2]);
});

it('A requirement without a test, a missing title, and an unknown id are problems', () => {
  const requirements = [
    { id: 'B3', name: '' },
    { id: 'B1', name: '', titles: ['gone'] },
    { id: 'B2', name: '' },
    { id: 'A4', name: '' },
  ];
  expect(matchTests(requirements, tests).problems).toEqual([
    'B1: there is no test "gone"',
    'B3: no test proves it',
    'some.test.ts: unknown id in "[B1, CVE-1] A code is good once"',
  ]);
});
