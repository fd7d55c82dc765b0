export interface FoundTest {
  file: string;
  title: string;
}

// A title, or a part of one, right after the call that it belongs to: `it(`, `test.describe(`,
// `it.each(…)(`.
const titlePattern =
  /(?:\b(?:it|test|describe)(?:\.describe)?|\))\(\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>).)+)\k<quote>/g;
// Titles in the first column of a table.
const rowPattern = /^\s*\[(?<quote>['"])(?<title>(?:\\.|(?!\k<quote>).)+)\k<quote>,/gm;

/** Returns the titles in a test file's source, without those of skipped tests. */
export function findTests(file: string, source: string): FoundTest[] {
  return [titlePattern, rowPattern]
    .flatMap((pattern) => [...source.matchAll(pattern)])
    .map(({ groups }) => ({ file, title: groups?.['title'] ?? '' }));
}

/** Returns the ids in the brackets at the start of a title: `[B1, CVE-2026-82470] …`. */
export function idsIn(title: string): string[] {
  return /^\[([^\]]+)\]/.exec(title)?.[1]?.split(', ') ?? [];
}
