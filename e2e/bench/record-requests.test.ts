import { expect, it } from 'vitest';
import { sequentialDepths } from './record-requests.ts';

const page = { start: 0, end: 100 };
const script = { start: 101, end: 300 };
const data = { start: 101, end: 250 };
const chunk = { start: 310, end: 400 };
const late = { start: 260, end: undefined };

it('A request is as deep as the chain of requests that it had to wait for', () => {
  const depths = sequentialDepths([late, chunk, data, script, page]);
  expect([page, script, data, chunk, late].map((each) => depths.get(each))).toEqual([
    1, 2, 2, 3, 3,
  ]);
});

it('Requests that overlap are not deeper than each other', () => {
  expect([...sequentialDepths([page, { start: 99, end: 101 }]).values()]).toEqual([1, 1]);
});
