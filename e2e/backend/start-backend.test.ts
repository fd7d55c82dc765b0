import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockFolder } from './database/lock-folder.ts';
import { readConfiguration } from './read-configuration.ts';
import { startTestBackend } from './testing/start-test-backend.ts';
import { Person } from './testing/person.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backend-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('What is in a folder is there after a restart, demo accounts made only once', async () => {
  const options = {
    database: { kind: 'folder', path: path.join(folder, 'data') },
    demo: true,
  } as const;
  const first = await startTestBackend(options);
  const person = await Person.create(first);
  await first.close();
  const second = await startTestBackend(options);
  await expect(second.createUser({ email: person.email, password: 'x' })).rejects.toThrow('users');
  await second.close();
});

it('A second one on the same folder refuses, in a plain sentence', async () => {
  const unlock = await lockFolder(folder, 0);
  await expect(lockFolder(folder, 0)).rejects.toThrow(
    `Another process is already using the database in ${folder}. Stop it first, or set DATABASE_URL.`,
  );
  await unlock();
  await (
    await lockFolder(folder, 0)
  )();
});

it('The environment says where the app is, and where mail goes', async () => {
  const key = Buffer.alloc(32, 7);
  const options = await readConfiguration(
    {
      DATABASE_URL: 'postgres://localhost/mfa',
      SECRET_KEY: key.toString('base64'),
      SMTP_URL: 'smtp://localhost',
      APP_URL: 'https://app.example.com',
    },
    4000,
  );
  expect(options).toMatchObject({
    appUrl: 'https://app.example.com',
    database: { kind: 'postgres', url: 'postgres://localhost/mfa' },
    smtpUrl: 'smtp://localhost',
    secretKey: key,
    demo: false,
  });
});

it.each([
  [{}, true],
  [{ DEMO: '0' }, false],
  [{ DATABASE_URL: 'postgres://localhost/mfa' }, false],
  [{ DATABASE_URL: 'postgres://localhost/mfa', DEMO: '1' }, true],
])('With %o, demo accounts are there: %s', async (environment, demo) => {
  const SECRET_KEY = '07'.repeat(32);
  expect((await readConfiguration({ SECRET_KEY, ...environment }, 4000)).demo).toBe(demo);
});

it.each([
  [{ DATABASE_URL: 'postgres://localhost/mfa' }, 'DATABASE_URL is set, so SECRET_KEY must be, too'],
  [{ SECRET_KEY: 'short' }, 'SECRET_KEY must be 32 bytes'],
])('With %o it does not start', async (environment, message) => {
  await expect(readConfiguration(environment, 4000)).rejects.toThrow(message);
});

it('Without a key in the environment, one is made that only its owner can read', async () => {
  const first = await readConfiguration({}, 4000, folder);
  const second = await readConfiguration({}, 4000, folder);
  expect(first.secretKey).toHaveLength(32);
  expect(second.secretKey).toEqual(first.secretKey);
  expect(await readdir(folder)).toContain('secret.key');
  expect((await stat(path.join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
});
