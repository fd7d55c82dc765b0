import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
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
  devices: ['api', 'lib', 'passkey', 'proof', 'ui'],
  password: ['api', 'lib', 'passkey', 'proof', 'ui'],
  app: [
    'activation',
    'api',
    'devices',
    'lib',
    'locales',
    'mfa',
    'organization',
    'passkey',
    'password',
    'proof',
    'session',
    'ui',
  ],
};
// The library is the app's settings in another page; the app needs nothing of it.
mayImport['embed'] = ['app', ...(mayImport['app'] ?? [])];
const folders = Object.keys(mayImport);

/** The folders of the backend that the server consists of, and what each may import. */
const backendMayImport: Record<string, string[]> = {
  crypto: [],
  http: [],
  database: [],
  openapi: [],
  account: ['crypto', 'database', 'http'],
  mail: ['account', 'crypto', 'database', 'http'],
  session: ['account', 'crypto', 'database', 'http'],
  limits: ['account', 'crypto', 'database', 'http', 'mail', 'session'],
  devices: ['account', 'crypto', 'database', 'http', 'limits', 'mail', 'session'],
  mfa: ['account', 'crypto', 'database', 'http', 'limits', 'mail', 'session'],
  organization: ['account', 'crypto', 'database', 'http', 'limits', 'mail', 'session'],
  user: ['account', 'crypto', 'database', 'http', 'limits', 'mail', 'session'],
  dev: 'account crypto database devices http limits mail mfa openapi organization session user'.split(
    ' ',
  ),
};
const backendFolders = Object.keys(backendMayImport);

/** A planted file: its path, its code, and the rule that must refuse it, if any. */
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
  ...backendFolders.flatMap((from) =>
    [...backendFolders.map((to) => `${to}/x`), 'testing/x', 'crashes/x', 'routes', 'start-backend']
      .filter((to) => to !== `${from}/x`)
      .map((to) => ({
        path: `e2e/backend/${from}/plants-${dirname(to)}-${basename(to)}.ts`,
        code: `import { x } from '../${to}.ts';\nx();`,
        refusedBy: backendMayImport[from]?.includes(dirname(to)) ? undefined : imports,
      })),
  ),
  ...backendFolders.map((from) => ({
    path: `e2e/backend/${from}/plants-support.ts`,
    code: `import { x } from '../../support/x.ts';\nx();`,
    refusedBy: imports,
  })),
  ...backendFolders.map((from) => ({
    path: `e2e/backend/${from}/plants-src.ts`,
    code: `import { x } from '../../../src/api/request.ts';\nx();`,
    refusedBy: imports,
  })),
  ...['account', 'mail', 'session', 'limits', 'devices', 'mfa', 'organization', 'user', 'dev'].map(
    (from) => ({
      path: `e2e/backend/${from}/plants-services.ts`,
      code: `import type { X } from '../services.ts';\nexport type Y = X[];`,
      refusedBy: undefined,
    }),
  ),
  {
    path: 'e2e/backend/mfa/plants-testing.test.ts',
    code: `import { x } from '../testing/x.ts';\nx();`,
    refusedBy: undefined,
  },
  {
    path: 'e2e/backend/mfa/plants-src.test.ts',
    code: `import { x } from '../../../src/api/request.ts';\nx();`,
    refusedBy: imports,
  },
  {
    path: 'e2e/backend/plants-testing.ts',
    code: `import { x } from './testing/x.ts';\nx();`,
    refusedBy: imports,
  },
  {
    path: 'e2e/backend/plants-support.ts',
    code: `import { x } from '../support/x.ts';\nx();`,
    refusedBy: imports,
  },
  {
    path: 'e2e/backend/plants-mfa.ts',
    code: `import { x } from './mfa/x.ts';\nx();`,
    refusedBy: undefined,
  },
  ...Object.entries({
    '../backend/start-backend.ts': undefined,
    '../headers/security-headers.ts': undefined,
    '../backend/vite-plugin.ts': imports,
    '../backend/testing/send.ts': imports,
    '../headers/vite-plugin.ts': imports,
    '../brand/brand.ts': undefined,
    '../brand/vite-plugin.ts': imports,
    '../support/x.ts': imports,
    '../../src/api/contract.ts': imports,
    vite: imports,
  }).map(([to, refusedBy]) => ({
    path: `e2e/serve/plants-${basename(dirname(to))}-${basename(to, '.ts')}.ts`,
    code: `import { x } from '${to}';\nx();`,
    refusedBy,
  })),
  ...Object.entries({
    '../headers/script-hashes.ts': undefined,
    '../headers/vite-plugin.ts': imports,
    '../backend/start-backend.ts': imports,
    '../serve/x.ts': imports,
    '../../src/api/config.ts': imports,
  }).map(([to, refusedBy]) => ({
    path: `e2e/brand/plants-${basename(dirname(to))}-${basename(to, '.ts')}.ts`,
    code: `import { x } from '${to}';\nx();`,
    refusedBy,
  })),
  ...Object.entries({ mail: undefined, mfa: undefined, database: imports, crypto: imports }).map(
    ([from, refusedBy]) => ({
      path: `e2e/backend/${from}/plants-brand.ts`,
      code: `import { x } from '../../brand/x.ts';\nx();`,
      refusedBy,
    }),
  ),
  {
    path: 'e2e/backend/plants-serve.ts',
    code: `import { x } from '../serve/x.ts';\nx();`,
    refusedBy: imports,
  },
  ...['src/mfa', 'e2e/support'].flatMap((folder) => [
    {
      path: `${folder}/circle-first.ts`,
      code: `import { y } from './circle-second.ts';\nexport const x = () => y;`,
      refusedBy: 'no-cycle',
    },
    {
      path: `${folder}/circle-second.ts`,
      code: `import { x } from './circle-first.ts';\nexport const y = () => x;`,
      refusedBy: 'no-cycle',
    },
    {
      path: `${folder}/type-circle-first.ts`,
      code: `import type { Y } from './type-circle-second.ts';\nexport type X = Y[];`,
      refusedBy: 'no-cycle',
    },
    {
      path: `${folder}/type-circle-second.ts`,
      code: `import type { X } from './type-circle-first.ts';\nexport type Y = X | undefined;`,
      refusedBy: 'no-cycle',
    },
  ]),
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
  { path: 'src/api/fetch-backend.ts', code: `await fetch('/mfa/status');`, refusedBy: undefined },
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
    expect([...folders, 'locales', 'testing']).toEqual(expect.arrayContaining(foldersOf('src')));
  });

  it('knows every folder of the backend', () => {
    const known = [...backendFolders, 'crashes', 'locales', 'mutation', 'postgres', 'testing'];
    expect(known).toEqual(expect.arrayContaining(foldersOf('e2e/backend')));
  });
});

function foldersOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
