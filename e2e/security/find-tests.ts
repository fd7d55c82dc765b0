export interface FoundTest {
  file: string;
  title: string;
}

// A title, or a part of one, right after the call that names it: `it(`, `test.describe(`, `it.each(…)(`.
const titlePattern =
  /(?:\b(?:it|test|describe)(?:\.describe)?|\))\(\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>).)+)\k<quote>/g;
// Titles that are the first of a row of a table.
const rowPattern = /^\s*\[(?<quote>['"])(?<title>(?:\\.|(?!\k<quote>).)+)\k<quote>,/gm;

/** The titles in a test file's source; a skipped test is not among them. */
export function findTests(file: string, source: string): FoundTest[] {
  return [titlePattern, rowPattern]
    .flatMap((pattern) => [...source.matchAll(pattern)])
    .map(({ groups }) => ({ file, title: groups?.['title'] ?? '' }));
}

/** The ids in the brackets that a title begins with: `[B1, CVE-2026-82470] …`. */
export function idsIn(title: string): string[] {
  return /^\[([^\]]+)\]/.exec(title)?.[1]?.split(', ') ?? [];
}
