/** `npm run release` calls this: what is under "Unreleased" belongs to the new version from now on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dateChangelog } from './dated-changelog.ts';

const file = 'CHANGELOG.md';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const today = new Date().toISOString().slice(0, 10);
writeFileSync(file, dateChangelog(readFileSync(file, 'utf8'), version, today));
