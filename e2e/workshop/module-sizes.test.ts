import { describe, expect, it } from 'vitest';
import { measureModules } from './module-sizes.ts';

/** Modules with these numbers of lines. */
const modules = (...counts: number[]) =>
  new Map(counts.map((count, index) => [`src/${index}.ts`, count]));
const times = (count: number, lines: number) => Array.from({ length: count }, () => lines);

describe('The sizes of modules', () => {
  it('are fine where none is too long and few are short', () => {
    const sizes = measureModules(modules(...times(9, 40), 15));
    expect(sizes).toEqual({ count: 10, median: 40, small: 1, faults: [] });
  });

  it('are fine up to 200 lines, and at a median of 35', () => {
    expect(measureModules(modules(200, 35, 35)).faults).toEqual([]);
  });

  it('name each module of more than 200 lines', () => {
    const { faults } = measureModules(modules(201, 40, 300));
    expect(faults).toEqual([
      'src/0.ts has 201 lines; at most 200 are allowed.',
      'src/2.ts has 300 lines; at most 200 are allowed.',
    ]);
  });

  it('are wrong where the median is below 35 lines', () => {
    const { median, faults } = measureModules(modules(34, 35, 34, 35));
    expect([median, faults]).toEqual([34.5, ['The median is 34.5 lines; it must be at least 35.']]);
  });

  it('are wrong where more than one in ten has at most 15 lines', () => {
    const { faults } = measureModules(modules(...times(9, 40), 15, 1));
    expect(faults).toEqual(['2 of 11 modules have at most 15 lines; one in ten may.']);
  });

  it('are wrong where there is nothing to measure', () => {
    expect(measureModules(new Map()).faults).toContain('There are no modules.');
  });
});
