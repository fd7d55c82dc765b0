import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokensAnswer } from '../../../src/api/contract.ts';
import { send } from '../testing/send.ts';
import { appUrl, startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';
import { demoEmails, demoPassword } from './demo-accounts.ts';
import { mailboxPage } from './mailbox-page.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ demo: true });
});
afterAll(() => backend.close());

const open = async (path: string) => backend.fetch(new Request(`${appUrl}${path}`));

async function signIn(email: string) {
  const body = { email, password: demoPassword };
  return v.parse(tokensAnswer, (await send(backend, 'POST /user/login', { body })).body)
    .accessToken;
}

it('Ada owns Example Inc, and has an authenticator app that is off', async () => {
  const token = await signIn('ada@example.com');
  expect((await send(backend, 'GET /user/profile', { token })).body.data).toMatchObject({
    name: 'Ada',
    lastName: 'Lovelace',
    orgRole: 0xff,
  });
  expect((await send(backend, 'GET /mfa/methods', { token })).body.data).toMatchObject([
    { type: 'PASSKEY', isConfigured: false },
    { type: 'GOOGLE_AUTH', isConfigured: true, isEnabled: false },
    { type: 'MAGIC_LINK', isConfigured: false },
  ]);
});

it('Bob is a member with nothing set up', async () => {
  const token = await signIn('bob@example.com');
  expect((await send(backend, 'GET /user/profile', { token })).body.data).toMatchObject({
    orgRole: 0,
  });
  expect((await send(backend, 'GET /mfa/methods', { token })).body.data).toMatchObject(
    Array.from({ length: 3 }, () => ({ isConfigured: false })),
  );
});

it('The mailbox shows what was mailed, its link to click, and codes that sign in', async () => {
  const token = await signIn('ada@example.com');
  await send(backend, 'POST /mfa/enable', { token, body: { mfaType: 'GOOGLE_AUTH' } });
  await send(backend, 'POST /mfa/magic-link/send', { token });
  const page = await (await open('/dev/mailbox')).text();
  expect(page).toMatch(/<a href="http:\/\/localhost:3000\/activate\?token=[^"]+" target="_blank"/);
  const code = /<output>(\d{6})<\/output>/.exec(page)?.[1];
  const body = { mfaType: 'GOOGLE_AUTH', code };
  expect((await send(backend, 'POST /mfa/verify-login', { token, body })).status).toBe(200);
});

it('The mailbox as JSON is an array, newest first', async () => {
  const mails: unknown = await (await open('/dev/mailbox.json')).json();
  expect(mails).toMatchObject([
    { to: 'ada@example.com', subject: 'Turn on magic link', date: expect.any(String) },
    { to: 'ada@example.com', subject: 'Authenticator app turned on' },
    { to: 'ada@example.com', subject: 'New sign-in to your account' },
  ]);
});

it('The mailbox runs no script, and its one style is the one that its policy allows', async () => {
  const response = await open('/dev/mailbox');
  const page = await response.text();
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  const hash = Buffer.from(digest).toString('base64');
  expect(response.headers.get('Content-Security-Policy')).toContain(
    `default-src 'none'; style-src 'sha256-${hash}'`,
  );
  expect(page).not.toMatch(/<script| style=| on\w+=/);
});

it('The mailbox shows the content of a mail as text, never as markup', async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const mail = {
    id: hostile,
    from: hostile,
    to: hostile,
    subject: hostile,
    text: hostile,
    html: hostile,
    headers: {},
    date: hostile,
  };
  expect(String(await mailboxPage([mail], []))).not.toContain('<img');
});

it('[B17] Demo accounts of an earlier demo are closed where the demo is off, and open again where it is on', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
  const database = { kind: 'folder', path: path.join(folder, 'data') } as const;
  const secretKey = randomBytes(32);
  const tokens: string[] = [];
  for (const demo of [true, false, true]) {
    const started = await startTestBackend({ database, secretKey, demo });
    for (const token of tokens)
      expect((await send(started, 'GET /user/profile', { token })).status).toBe(401);
    for (const email of demoEmails) {
      const reply = await send(started, 'POST /user/login', {
        body: { email, password: demoPassword },
      });
      expect(reply.status).toBe(demo ? 200 : 401);
      if (demo) tokens.push(v.parse(tokensAnswer, reply.body).accessToken);
    }
    await started.close();
  }
  await rm(folder, { recursive: true });
  // It makes a database on disk, which takes long.
}, 120_000);

it('[B17] A demo does not start where other machines can open the app', async () => {
  await expect(startTestBackend({ demo: true, appUrl: 'https://app.example.com' })).rejects.toThrow(
    'only for an app that people open on this machine',
  );
});

it('Without demo accounts there is no mailbox, and nobody to sign in as', async () => {
  const real = await startTestBackend();
  for (const path of ['/dev/mailbox', '/dev/mailbox.json'])
    expect((await send(real, `GET ${path}`)).status).toBe(404);
  const body = { email: 'ada@example.com', password: demoPassword };
  expect((await send(real, 'POST /user/login', { body })).status).toBe(401);
  await real.close();
});
