import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { dateChangelog } from './dated-changelog.ts';

describe('A release', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0\n\n- Old.\n';

  it('dates what was unreleased, and leaves room for what comes next', () => {
    expect(dateChangelog(changelog, '0.2.0', '2026-11-26')).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-11-26)\n\n- New.\n\n## 0.1.0\n\n- Old.\n',
    );
  });

  it.each([
    ['# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- Old.\n', '0.2.0', 'says nothing'],
    ['# Changelog\n\n## 0.1.0\n', '0.2.0', 'must have one heading'],
    [changelog, '0.1.0', 'has version 0.1.0 already'],
  ])('is refused where the changelog does not fit: %j %s', (text, version, reason) => {
    expect(() => dateChangelog(text, version, '2026-11-26')).toThrow(reason);
  });

  it('is a commit and a tag, with the version in the package and its lock file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'release-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const name of ['package.json', 'package-lock.json', '.npmrc', 'e2e/workshop'])
      await cp(name, path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, 'CHANGELOG.md'), changelog);
    const run = async (command: string, ...args: string[]) =>
      (await promisify(execFile)(command, args, { cwd: folder, env: environment })).stdout.trim();
    const person = ['A', 'a@example.com'] as const;
    const environment = {
      ...process.env,
      PATH: `${path.resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: person[0],
      GIT_AUTHOR_EMAIL: person[1],
      GIT_COMMITTER_NAME: person[0],
      GIT_COMMITTER_EMAIL: person[1],
    };
    await run('git', 'init', '--quiet');
    await run('git', 'add', '.');
    await run('git', 'commit', '--quiet', '--message', 'Start');
    // The checks of a release are npm's to call, and other tests'.
    await run('npm', 'pkg', 'delete', 'scripts.preversion');
    await run('git', 'commit', '--quiet', '--all', '--message', 'Release without checks');
    await run('npm', 'run', 'release', '--', '99.0.0');
    expect(await run('git', 'tag')).toBe('v99.0.0');
    expect(await run('git', 'status', '--porcelain')).toBe('');
    expect(await run('git', 'log', '-1', '--format=%s')).toBe('Release 99.0.0');
    expect(await readFile(path.join(folder, 'CHANGELOG.md'), 'utf8')).toMatch(
      /^## Unreleased\n\n## 99\.0\.0 \(\d{4}-\d\d-\d\d\)$/m,
    );
    expect(await readFile(path.join(folder, 'package-lock.json'), 'utf8')).toContain('"99.0.0"');
  });
});

it('The workflow runs what CI runs, on the versions of Node that the project names', () => {
  const workflow = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as {
    permissions: unknown;
    jobs: { test: { strategy: { matrix: { node: string[] } }; steps: { run?: string }[] } };
  };
  const { strategy, steps } = workflow.jobs.test;
  expect(steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    engines: { node: string };
  };
  expect(engines.node).toBe(`>=${strategy.matrix.node[0]}.0`);
  expect(readFileSync('Dockerfile', 'utf8')).toContain(`FROM node:${strategy.matrix.node[1]}-`);
});

it('Updates are looked for in every kind of package that the project has', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: { 'package-ecosystem': string; directory: string }[];
  };
  expect(updates.map((update) => update['package-ecosystem'])).toEqual([
    'npm',
    'github-actions',
    'docker',
  ]);
});
