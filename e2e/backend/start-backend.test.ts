import { randomBytes } from 'node:crypto';
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

it('The data in a folder survives a restart, and demo accounts are created only once', async () => {
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

it('A second backend on the same folder refuses to start, with a plain sentence', async () => {
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
  const key = randomBytes(32);
  const options = await readConfiguration(
    {
      DATABASE_URL: 'postgres://localhost/mfa',
      SECRET_KEY: key.toString('base64'),
      SMTP_URL: 'smtp://localhost',
      APP_URL: 'https://app.example.com',
      ALLOWED_ORIGINS: 'https://shop.example.com, https://desk.example.com:8443',
    },
    4000,
  );
  expect(options).toMatchObject({
    appUrl: 'https://app.example.com',
    allowedOrigins: ['https://shop.example.com', 'https://desk.example.com:8443'],
    database: { kind: 'postgres', url: 'postgres://localhost/mfa' },
    smtpUrl: 'smtp://localhost',
    secretKey: key,
    demo: false,
  });
});

it.each([
  [{}, true],
  [{ DEMO: '1' }, true],
  [{ DEMO: '0' }, false],
  [{ DATABASE_URL: 'postgres://localhost/mfa' }, false],
  [{ DATABASE_URL: 'postgres://localhost/mfa', DEMO: '1' }, true],
  [{ APP_URL: 'http://127.0.0.1:8080' }, true],
  [{ APP_URL: 'http://127.8.9.1' }, true],
  [{ APP_URL: 'http://[::1]:3000' }, true],
  [{ APP_URL: 'https://app.localhost' }, true],
  [{ APP_URL: 'https://app.example.com' }, false],
  [{ APP_URL: 'https://app.example.com', DEMO: '1' }, false],
  [{ APP_URL: 'https://localhost.example.com', DEMO: '1' }, false],
  [{ APP_URL: 'https://notlocalhost', DEMO: '1' }, false],
  [{ APP_URL: 'https://127.0.0.1.example.com', DEMO: '1' }, false],
  [{ APP_URL: 'http://localhost@app.example.com', DEMO: '1' }, false],
  [{ APP_URL: 'http://192.168.0.2', DEMO: '1' }, false],
  [{ APP_URL: 'http://0.0.0.0:3000', DEMO: '1' }, false],
])('[B17] With %o, demo accounts are there: %s', async (environment, demo) => {
  const SECRET_KEY = randomBytes(32).toString('base64');
  expect((await readConfiguration({ SECRET_KEY, ...environment }, 4000)).demo).toBe(demo);
});

it.each([
  [{ DATABASE_URL: 'postgres://localhost/mfa' }, 'DATABASE_URL is set, so SECRET_KEY must be, too'],
  [{ SECRET_KEY: 'short' }, 'SECRET_KEY must be 32 bytes'],
  [{ SECRET_KEY: 'c'.repeat(32) }, 'SECRET_KEY must be 32 bytes'],
  [{ SECRET_KEY: 'these are words, and no base64 at all. No!!' }, 'SECRET_KEY must be 32 bytes'],
  [{ SECRET_KEY: '00'.repeat(32) }, 'SECRET_KEY repeats itself, so it can be guessed'],
  [{ SECRET_KEY: btoa('c'.repeat(32)) }, 'SECRET_KEY is text, so it can be guessed'],
])('[B17] With %o it does not start', async (environment, message) => {
  await expect(readConfiguration(environment, 4000)).rejects.toThrow(message);
});

it.each(['*', 'shop.example.com', 'https://shop.example.com/', 'https://*.example.com/a', 'null'])(
  'With %s as an allowed origin it does not start',
  async (origin) => {
    const environment = { SECRET_KEY: randomBytes(32).toString('base64'), ALLOWED_ORIGINS: origin };
    await expect(readConfiguration(environment, 4000)).rejects.toThrow(`${origin} is none.`);
  },
);

it('Without a key in the environment, one is generated in a file that only its owner can read', async () => {
  const first = await readConfiguration({}, 4000, folder);
  const second = await readConfiguration({}, 4000, folder);
  expect(first.secretKey).toHaveLength(32);
  expect(second.secretKey).toEqual(first.secretKey);
  expect(await readdir(folder)).toContain('secret.key');
  expect((await stat(path.join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
});
