/** Fails where a sentence in the source is missing from its catalogue, or left over in it; brings all up to date. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const before = readCatalogues();
execFileSync('lingui', ['extract', '--clean'], { stdio: 'pipe' });
const after = readCatalogues();
const stale = [...after.keys()].filter((path) => before.get(path) !== after.get(path));
if (stale.length > 0) {
  console.error(`Brought up to date, to be committed: ${stale.join(', ')}`);
  process.exit(1);
}

function readCatalogues(): Map<string, string> {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const catalogues = paths.filter((path) => path.endsWith('.po'));
  return new Map(catalogues.map((path) => [path, readFileSync(`src/${path}`, 'utf8')]));
}
