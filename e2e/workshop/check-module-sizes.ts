import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureModules } from './module-sizes.ts';

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|^testing\b/.test(path))
  .map((path) => join('src', path));
const lines = new Map(
  paths.map((path) => [path, readFileSync(path, 'utf8').trimEnd().split('\n').length]),
);
const { count, median, small, faults } = measureModules(lines);
console.log(`${count} modules, median ${median} lines, ${small} of at most 15 lines`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
