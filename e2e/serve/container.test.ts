import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../workshop/free-port.ts';
import { writeSmallBuild } from './write-small-build.ts';

const root = path.join(import.meta.dirname, '../..');
const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8');

it('The Dockerfile has no fault, and its process is not root', () => {
  expect(validate(dockerfile)).toEqual([]);
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect(lastStage).toMatch(/^USER node$/m);
  expect(lastStage).toMatch(/^HEALTHCHECK .*\\\n {2}CMD /m);
});

it('The server starts from the files that the image has, and no others', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'image-'));
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  for (const [, from = '', to = ''] of lastStage.matchAll(/^COPY (?!--)(\S+) (\S+)$/gm))
    await cp(path.join(root, from), path.join(folder, to.endsWith('/') ? to + from : to), {
      recursive: true,
      filter: (file) => !path.basename(file).startsWith('.data'),
    });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await rename(await writeSmallBuild(), path.join(folder, 'dist'));
  const [, command = '[]'] = /^CMD (.*)$/m.exec(lastStage) ?? [];
  const [program = '', ...args] = JSON.parse(command) as string[];
  const port = String(await freePort());
  // With the embedded database, which the image would not let it write.
  const child = spawn(program, [...args, '--migrate'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: port, LOG_LEVEL: 'error' },
    stdio: 'inherit',
  });
  const ended = once(child, 'exit');
  try {
    await vi.waitUntil(
      () =>
        fetch(`http://localhost:${port}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 75_000 },
    );
    const page = await fetch(`http://localhost:${port}/sign-in`);
    expect(await page.text()).toContain('The page');
    expect((await fetch(`http://localhost:${port}/mfa/status`)).status).toBe(401);
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  }
  expect(child.exitCode).toBe(0);
}, 90_000);

it('The compose file is whole: what its services need is there', async () => {
  const text = await readFile(path.join(root, 'compose.yaml'), 'utf8');
  interface Service {
    depends_on?: Record<string, unknown>;
    environment?: Record<string, string>;
    volumes?: string[];
    ports?: string[];
  }
  const { services, volumes } = parse(text, { merge: true, strict: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  for (const { depends_on: needs = {}, volumes: used = [], ports = [] } of Object.values(
    services,
  )) {
    for (const name of Object.keys(needs)) expect(services).toHaveProperty(name);
    for (const volume of used) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
    // Only this machine reaches them.
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  }
  const { DATABASE_URL = '', SMTP_URL = '' } = services['app']?.environment ?? {};
  for (const url of [DATABASE_URL.replace(/\$\{[^}]+\}/, 'x'), SMTP_URL])
    expect(services).toHaveProperty(new URL(url).hostname);
});
