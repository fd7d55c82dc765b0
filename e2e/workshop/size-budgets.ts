/** Bytes. */
export interface Size {
  gzip: number;
  brotli: number;
}

export interface Sizes {
  js: Size;
  css: Size;
}

const kinds = ['js', 'css'] as const;
const compressions = ['gzip', 'brotli'] as const;

/** The sizes that exceed their budget, in words. */
export function findOverBudget(budgets: Sizes, sizes: Sizes): string[] {
  return kinds.flatMap((kind) =>
    compressions
      .filter((compression) => sizes[kind][compression] > budgets[kind][compression])
      .map((compression) => `${kind} in ${compression}`),
  );
}

/** The budgets after a ratchet: what was reached plus 1 %, and never more than before. */
export function lowerBudgets(budgets: Sizes, sizes: Sizes): Sizes {
  const lower = (kind: keyof Sizes) => ({
    gzip: Math.min(budgets[kind].gzip, Math.ceil(sizes[kind].gzip * 1.01)),
    brotli: Math.min(budgets[kind].brotli, Math.ceil(sizes[kind].brotli * 1.01)),
  });
  return { js: lower('js'), css: lower('css') };
}
