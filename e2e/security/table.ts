/**
 * `npm run security:table`: prints every requirement with its tests. Fails when one has no test.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findTests } from './find-tests.ts';
import { matchTests } from './match-tests.ts';
import { requirements } from './requirements.ts';

const root = path.join(import.meta.dirname, '../..');
const isTest = (file: string) => /\.(test\.tsx?|spec\.ts)$/.test(file);
const files = ['src', 'e2e']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.posix.join(folder, file),
    ),
  )
  // Skip the tests of this script, which contain invented ids, and the copies that a run of the
  // mutation tests makes.
  .filter((file) => isTest(file) && !/^e2e\/(security|\.results)\//.test(file));
const tests = files
  .toSorted()
  .flatMap((file) => findTests(file, readFileSync(path.join(root, file), 'utf8')));
const { matches, problems } = matchTests(requirements, tests);

console.log('| line | holds | tests |\n| --- | --- | --- |');
for (const { requirement, tests: proofs } of matches) {
  const { id, name, untestable } = requirement;
  const listed = proofs.map(({ file, title }) => `${file}: ${title.replaceAll('|', '\\|')}`);
  const note = untestable === undefined ? [] : [`*${untestable}*`];
  console.log(`| ${id} | ${name} | ${[...listed, ...note].join('<br>')} |`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
