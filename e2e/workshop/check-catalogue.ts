/**
 * Fails where a catalogue lacks a sentence of the source or has one too many, and updates the
 * catalogues.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function readCatalogues(): Map<string, string> {
  const paths = ['src', 'e2e/backend/locales'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.po'))
      .map((name) => join(folder, name)),
  );
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

const before = readCatalogues();
execFileSync('npm', ['run', 'extract'], { stdio: 'pipe' });
const changed = [...readCatalogues()].filter(([path, text]) => before.get(path) !== text);
for (const [path] of changed)
  console.error(`${path} was out of date. It has been brought up to date: commit it.`);
if (before.size === 0) console.error('There is no catalogue.');
process.exitCode = changed.length > 0 || before.size === 0 ? 1 : 0;
