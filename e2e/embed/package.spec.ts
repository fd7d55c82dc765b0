import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { createElement } from 'react';
import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';

const root = path.join(import.meta.dirname, '../..');
const folder = path.join(root, 'dist-lib');
const run = promisify(execFile);

interface Package {
  private: boolean;
  version: string;
  dependencies?: object;
  peerDependencies: object;
}
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Package;

test('publint and "are the types wrong" find nothing in the package', async () => {
  await expect(run('npm', ['run', 'lint:lib'], { cwd: root })).resolves.toBeDefined();
});

test('The pages of the tests fit the types that the package ships, in JSX and in the DOM @smoke', async () => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const hosts = path.join(import.meta.dirname, 'hosts/tsconfig.json');
  await expect(run(process.execPath, [tsc, '-p', hosts])).resolves.toBeDefined();
});

test('A server renders the place of the component, and loads nothing else of it @smoke', async () => {
  const file = path.join(folder, 'react/mfa-settings.js');
  expect(readFileSync(file, 'utf8')).toMatch(/^["']use client["'];/);
  const { MfaSettings } = (await import(file)) as {
    MfaSettings: ComponentType<{ className: string }>;
  };
  expect(renderToString(createElement(MfaSettings, { className: 'settings' }))).toBe(
    '<div class="settings"></div>',
  );
});

test('A server renders a page with the hooks, and nothing of them keeps its process alive', async () => {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { MfaProvider, useMethods, useProve, useSession, useStepUp } from 'mfa-settings/headless';
    const session = { accessToken: 'a', renew() {}, keep() {}, signIn() {}, signOut() {} };
    const Page = () => {
      const known = [useMethods().methods, useProve().ways, useStepUp().waiting];
      return JSON.stringify([useSession().state, ...known]);
    };
    console.log(renderToString(createElement(MfaProvider, { session }, createElement(Page))));
  `.replace('mfa-settings/headless', `file://${path.join(folder, 'headless/mfa-hooks.js')}`);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    timeout: 20_000,
  });
  expect(stdout.trim()).toBe('[&quot;reading&quot;,null,null,null]');
});

test('The hooks bring neither styles nor words', () => {
  const code = readFileSync(path.join(folder, 'headless/mfa-hooks.js'), 'utf8');
  expect(code).toMatch(/^["']use client["'];/);
  expect(code).not.toMatch(/adoptedStyleSheets|lingui|Canceled\. Nothing changed/);
});

test('The package asks for React and Query, brings everything else, and is not published @smoke', () => {
  const made = read('dist-lib/package.json');
  expect(made).toMatchObject({ private: true, version: read('package.json').version });
  expect(made.dependencies).toBeUndefined();
  expect(Object.keys(made.peerDependencies)).toEqual([
    'react',
    'react-dom',
    '@tanstack/react-query',
  ]);
});
