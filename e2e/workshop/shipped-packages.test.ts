import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { expect, it } from 'vitest';

const names = v.optional(v.record(v.string(), v.string()), {});
const lockfile = v.object({
  packages: v.record(
    v.string(),
    v.object({ dependencies: names, dev: v.optional(v.boolean(), false) }),
  ),
});
const { packages } = v.parse(lockfile, JSON.parse(readFileSync('package-lock.json', 'utf8')));

/** The packages that run in browsers: `dependencies`, and what those need. */
function shipped(): Set<string> {
  const found = new Set<string>();
  const visit = (place: string) => {
    for (const name of Object.keys(packages[place]?.dependencies ?? {})) {
      const dependency = resolve(place, name);
      if (found.has(dependency)) continue;
      found.add(dependency);
      visit(dependency);
    }
  };
  visit('');
  return found;
}

/** Where Node finds a package: in the nearest `node_modules` above the package that imports it. */
function resolve(from: string, name: string): string {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (place in packages) return place;
  if (from === '') throw new Error(`${name} is not in the lock file`);
  return resolve(from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), name);
}

it('The lock file counts as shipped only what runs in browsers', () => {
  const counted = Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place]) => place);
  expect(counted.toSorted()).toEqual([...shipped()].toSorted());
});

it('No build tool counts as shipped', () => {
  const tools = [
    '@babel/core',
    'js-yaml',
    'typescript',
    'vite',
    '@lingui/babel-plugin-lingui-macro',
  ];
  for (const tool of tools) {
    expect(packages).toHaveProperty([`node_modules/${tool}`, 'dev'], true);
    expect(shipped()).not.toContain(`node_modules/${tool}`);
  }
});

it('Every package gets the peers that it asks for, though npm does not add them by itself', async () => {
  // Exits with an error where a peer is missing or has the wrong version.
  await expect(promisify(execFile)('npm', ['ls', '--all'])).resolves.toBeDefined();
});
