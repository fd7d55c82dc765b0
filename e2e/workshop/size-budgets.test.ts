import { expect, it } from 'vitest';
import { findOverBudget, lowerBudgets } from './size-budgets.ts';

const budgets = { js: { gzip: 1000, brotli: 900 }, css: { gzip: 100, brotli: 90 } };

it('names each size that exceeds its budget', () => {
  expect(findOverBudget(budgets, budgets)).toEqual([]);
  const sizes = { js: { gzip: 1001, brotli: 900 }, css: { gzip: 1, brotli: 91 } };
  expect(findOverBudget(budgets, sizes)).toEqual(['js in gzip', 'css in brotli']);
});

it('lowers a budget to what was reached plus 1 %, and raises none', () => {
  const sizes = { js: { gzip: 500, brotli: 950 }, css: { gzip: 99.5, brotli: 50 } };
  expect(lowerBudgets(budgets, sizes)).toEqual({
    js: { gzip: 505, brotli: 900 },
    css: { gzip: 100, brotli: 51 },
  });
});
