import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const mayImport: Record<string, string[]> = {
  lib: [],
  api: ['lib'],
  ui: ['lib'],
  passkey: ['api', 'lib'],
  proof: ['api', 'lib', 'passkey', 'ui'],
  mfa: ['api', 'lib', 'passkey', 'proof', 'ui'],
  activation: ['api', 'lib', 'passkey', 'ui'],
  organization: ['api', 'lib', 'passkey', 'proof', 'ui'],
  session: ['api', 'lib', 'passkey', 'proof', 'ui'],
  app: [
    'activation',
    'api',
    'lib',
    'locales',
    'mfa',
    'organization',
    'passkey',
    'proof',
    'session',
    'ui',
  ],
};
const folders = Object.keys(mayImport);

/** One planted file: where it stands, what it says, and the rule that refuses it, if one should. */
interface Planted {
  path: string;
  code: string;
  refusedBy: string | undefined;
}

const imports = 'no-restricted-imports';
const planted: Planted[] = [
  ...folders.flatMap((from) =>
    [...folders, 'locales', 'testing']
      .filter((to) => to !== from)
      .map((to) => ({
        path: `src/${from}/plants-${to}.ts`,
        code: `import { x } from '../${to}/x.ts';\nx();`,
        refusedBy: mayImport[from]?.includes(to) ? undefined : imports,
      })),
  ),
  ...folders.map((from) => ({
    path: `src/${from}/plants-e2e.ts`,
    code: `import { x } from '../../e2e/support/x.ts';\nx();`,
    refusedBy: imports,
  })),
  ...['lazy', 'type', 'export', 'deep', 'detour'].map((kind) => ({
    path: kind === 'deep' ? 'src/mfa/set-up/plants-deep.ts' : `src/mfa/plants-${kind}.ts`,
    code: {
      lazy: `export const x = () => import('../session/x.ts');`,
      type: `import type { X } from '../session/x.ts';\nexport type Y = X[];`,
      export: `export { x } from '../session/x.ts';`,
      deep: `export { x } from '../../session/x.ts';`,
      detour: `export { x } from '../api/../session/x.ts';`,
    }[kind]!,
    refusedBy: imports,
  })),
  {
    path: 'src/mfa/plants-testing.test.tsx',
    code: `import { x } from '../testing/x.ts';\nx();`,
    refusedBy: undefined,
  },
  {
    path: 'src/mfa/plants-e2e.test.tsx',
    code: `import { x } from '../../e2e/support/x.ts';\nx();`,
    refusedBy: imports,
  },
  {
    path: 'e2e/specs/plants-contract.ts',
    code: `import { orgRoles } from '../../src/api/contract.ts';\nconsole.log(orgRoles);`,
    refusedBy: undefined,
  },
  {
    path: 'e2e/specs/plants-set-up-contract.ts',
    code: `import { x } from '../../src/api/contract-set-up.ts';\nx();`,
    refusedBy: undefined,
  },
  {
    path: 'e2e/backend/deep/plants-clean-code.ts',
    code: `import { x } from '../../../src/lib/clean-code.ts';\nx();`,
    refusedBy: undefined,
  },
  {
    path: 'e2e/backend/deep/plants-lib.ts',
    code: `import { x } from '../../../src/lib/return-to.ts';\nx();`,
    refusedBy: imports,
  },
  {
    path: 'e2e/specs/plants-src.ts',
    code: `import { x } from '../../src/api/request.ts';\nx();`,
    refusedBy: imports,
  },
  {
    path: 'e2e/backend/deep/plants-src.ts',
    code: `import { x } from '../../../src/mfa/x.ts';\nx();`,
    refusedBy: imports,
  },
  {
    path: 'src/mfa/plants-fetch.ts',
    code: `await fetch('/mfa/status');`,
    refusedBy: 'no-restricted-globals',
  },
  {
    path: 'src/mfa/plants-window-fetch.ts',
    code: `await window.fetch('/mfa/status');`,
    refusedBy: 'no-restricted-globals',
  },
  { path: 'src/api/send.ts', code: `await fetch('/mfa/status');`, refusedBy: undefined },
  {
    path: 'src/mfa/plants-html.ts',
    code: `document.body.innerHTML = location.hash;`,
    refusedBy: 'no-restricted-properties',
  },
  {
    path: 'src/mfa/plants-danger.tsx',
    code: `export const X = () => <p dangerouslySetInnerHTML={{ __html: location.hash }} />;`,
    refusedBy: 'no-danger',
  },
];

const report = v.object({
  diagnostics: v.array(v.object({ code: v.string(), filename: v.string() })),
});

describe('The linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  let found: v.InferOutput<typeof report>['diagnostics'];

  beforeAll(() => {
    const config = readFileSync('.oxlintrc.json', 'utf8');
    writeFileSync(
      join(folder, '.oxlintrc.json'),
      config.replace('"typeAware": true', '"typeAware": false'),
    );
    for (const { path, code } of planted) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${code}\n`);
    }
    const oxlint = resolve('node_modules/oxlint/bin/oxlint');
    const run = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    found = v.parse(report, JSON.parse(run.stdout)).diagnostics;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(planted.filter(({ refusedBy }) => refusedBy))(
    'refuses $path by $refusedBy',
    ({ path, refusedBy }) => {
      const codes = found.filter(({ filename }) => filename === path).map(({ code }) => code);
      expect(codes).toContainEqual(expect.stringContaining(`(${refusedBy})`));
    },
  );

  it.each(planted.filter(({ refusedBy }) => !refusedBy))('accepts $path', ({ path }) => {
    const codes = found.filter(({ filename }) => filename === path).map(({ code }) => code);
    expect(codes.filter((code) => code.includes('restricted'))).toEqual([]);
  });

  it('knows every folder of src', () => {
    const present = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect([...folders, 'locales', 'testing']).toEqual(expect.arrayContaining(present));
  });
});
