import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';

const lockfile = v.object({
  packages: v.record(v.string(), v.looseObject({ hasInstallScript: v.optional(v.boolean()) })),
});
const { packages } = v.parse(lockfile, JSON.parse(readFileSync('package-lock.json', 'utf8')));

it('No package may run a script when it is installed', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

it('Only packages that do without it bring an install script', () => {
  const names = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  // Its script only checks the binary, which is a separate package.
  expect(names).toEqual(['esbuild']);
});
