/** Fails where a sentence in the source is missing from the catalogue, or left over in it; brings it up to date. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const path = 'src/locales/en.po';
const before = readFileSync(path, 'utf8');
execFileSync('lingui', ['extract', '--clean'], { stdio: 'pipe' });
if (readFileSync(path, 'utf8') !== before) {
  console.error(`${path} was out of date. It has been brought up to date: commit it.`);
  process.exit(1);
}
