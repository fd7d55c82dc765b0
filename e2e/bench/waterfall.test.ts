import { expect, it } from 'vitest';
import { drawWaterfalls } from './waterfall.ts';

const settings = {
  requests: [
    { name: '/', start: 0, end: 140 },
    { name: '/index.js', start: 120, end: 520 },
    { name: '/mfa/status', start: 140, end: undefined },
    { name: '/menu.js', start: 1100, end: 1160 },
  ],
  runs: [
    { start: 530, end: 590 },
    { start: 640, end: 740 },
    { start: 1100, end: 1200 },
  ],
  marks: [
    { name: 'first paint', at: 200 },
    { name: 'list visible', at: 1000 },
  ],
};
const blank = { requests: [], runs: [], marks: [{ name: 'heading', at: 390 }] };
const lines = (text: string) => text.split('\n').map((line) => line.trimEnd());

it('A waterfall shows what was requested and when script ran, until the last mark', () => {
  expect(lines(drawWaterfalls([['settings', settings]]))).toEqual([
    'settings      0         200       400       600       800       1000 ms',
    '/             =======',
    '/index.js           ====================',
    '/mfa/status          ===========================================',
    'script runs                             ####  #####',
    'first paint             |',
    'list visible                                                    |',
  ]);
});

it('Waterfalls below each other have one scale', () => {
  const drawn = lines(
    drawWaterfalls([
      ['blank', blank],
      ['settings', settings],
    ]),
  );
  expect(drawn.slice(0, 5)).toEqual([
    'blank         0         200       400       600       800       1000 ms',
    'script runs',
    'heading                          |',
    '',
    'settings      0         200       400       600       800       1000 ms',
  ]);
});
