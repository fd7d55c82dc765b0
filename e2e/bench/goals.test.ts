import { expect, it } from 'vitest';
import { judge } from './goals.ts';
import type { Load } from './measure-load.ts';

const load: Load = {
  firstPaint: 100,
  visible: 200,
  posted: undefined,
  depth: 2,
  depthOfPost: undefined,
  requests: 3,
  bytes: 1000,
  requestsInAll: 3,
  bytesInAll: 1000,
  scriptBrotli: 90_000,
  scriptGzip: 104_000,
  style: 5000,
  blocking: 10,
  script: 100,
  heap: 2_500_000,
  heapInAll: 2_800_000,
  layoutShift: 0,
};
const missed = (settings: Load, hanko = { ...load, visible: 300 }) =>
  judge({
    cold: { blank: load, hanko, settings },
    repeat: {},
    timelines: {},
    interactions: [],
    organization: undefined,
    library: undefined,
  })
    .filter(({ isMet }) => !isMet)
    .map(({ name }) => name);
const good: Load = { ...load, firstPaint: 50, visible: 230, blocking: 120 };

it('What reaches every goal misses none', () => {
  expect(missed(good)).toEqual([]);
});

it.each([
  ['first paint', { firstPaint: 51 }],
  ['list visible', { visible: 231 }],
  ['blocking time', { blocking: 121 }],
  ['depth of requests', { depth: 3 }],
  ['JavaScript, brotli', { scriptBrotli: 90_001 }],
  ['JavaScript, gzip', { scriptGzip: 104_001 }],
  ['styles, brotli', { style: 5001 }],
  ['layout shift', { layoutShift: 0.001 }],
  ['heap', { heap: 2_500_001 }],
])('A goal for the settings is missed: %s', (name, worse) => {
  expect(missed({ ...good, ...worse })).toEqual([`settings: ${name}`]);
});

it('A page that is slower than Hanko misses a goal', () => {
  expect(missed(good, { ...load, visible: 229 })).toEqual([
    'settings: list visible, ahead of Hanko',
  ]);
});

it('A page in Arabic that waits for one more answer than in English misses a goal', () => {
  const judged = (depth: number) =>
    judge({
      cold: { settings: good, 'settings-ar': { ...good, depth } },
      repeat: {},
      interactions: [],
      timelines: {},
      organization: undefined,
      library: undefined,
    }).filter(({ isMet }) => !isMet);
  expect(judged(2)).toEqual([]);
  expect(judged(3)).toMatchObject([{ name: 'settings in Arabic: depth of requests', limit: 2 }]);
});
