import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { deriveKeys } from './crypto/keys.ts';
import { users } from './database/schema.ts';
import { completeRegistrationAlias, documentedCalls } from './openapi/documented-calls.ts';
import { routes } from './routes.ts';
import { Person } from './testing/person.ts';
import { send } from './testing/send.ts';
import { appUrl, startTestBackend } from './testing/start-test-backend.ts';
import type { TestBackend } from './testing/start-test-backend.ts';

let backend: TestBackend;
let owner: Person;
let limited: Person;
let bystander: Person;
let everyone: Promise<void> | undefined;
beforeAll(async () => {
  backend = await startTestBackend();
});
// By the first test, and not before all: what no test does, mutants are not judged by.
beforeEach(() => (everyone ??= signInEveryone()));
async function signInEveryone() {
  owner = await Person.signedIn(backend);
  await owner.setUpAuthenticator();
  limited = await owner.signIn();
  bystander = await Person.signedIn(backend);
}
afterAll(() => backend.close());
afterEach(() => vi.restoreAllMocks());

/** Every call, as the contract describes it. `openapi-document.test.ts` compares the routes with that. */
const calls = Object.entries({
  ...documentedCalls,
  [completeRegistrationAlias]: documentedCalls['POST /mfa/passkey/complete-registration'],
}).map(([name, call]) => ({ name, ...call }));
const named = (which: (call: (typeof calls)[number]) => unknown) =>
  calls.filter(which).map(({ name }) => name);
const open = named(({ isOpen }) => isOpen);
const closed = named(({ isOpen }) => !isOpen);
const limitedToo = named(({ isLimited }) => isLimited);
const verifiedOnly = named(({ isOpen, isLimited }) => !isOpen && !isLimited);
const changes = [...open, ...closed].filter((call) => !call.startsWith('GET'));
const withBody = named(({ body }) => body);

/** The claims of a token of the owner's that would be good, but for what a test changes. */
function claims() {
  const payload = Buffer.from(owner.accessToken.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(payload) as Record<string, unknown>;
}

function signed(changes: Record<string, unknown>, algorithm = 'HS256', key?: Uint8Array) {
  return new SignJWT({ ...claims(), ...changes })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .sign(key ?? deriveKeys(backend.secretKey).accessTokens);
}

const forgeries: [string, () => Promise<string> | string][] = [
  ['no token', () => ''],
  ['a token that is none', () => 'none'],
  ['an expired token', () => signed({ exp: Math.floor(backend.now() / 1000) })],
  ['a token that never expires', () => signed({ exp: undefined })],
  ['a token for another audience', () => signed({ aud: 'https://elsewhere.example' })],
  ['a token for another purpose', () => signed({ purpose: 'activate' })],
  ["a token for another person's session", () => signed({ sub: bystander.id })],
  ['a token for a session that is over', () => signed({ sid: 'gone' })],
  ['a token signed with another key', () => signed({}, 'HS256', new Uint8Array(32).fill(1))],
  ['a token signed with another algorithm', () => signed({}, 'HS512')],
  ["a token signed with alg 'none'", () => new UnsecuredJWT(claims()).encode()],
  ['a refresh token', () => owner.refreshToken],
];

it('The forged tokens below differ from a good one by just what is forged', async () => {
  expect((await send(backend, 'GET /mfa/status', { token: await signed({}) })).status).toBe(200);
});

describe.each(closed)('%s', (call) => {
  it.each(forgeries)('[B4] with %s is a 401', async (_what, forge) => {
    const token = await forge();
    const reply = await send(backend, call, token === '' ? {} : { token });
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({ success: false, error: 'Unauthorized' });
  });
});

it.each(verifiedOnly)('[GHSA-4qvm-r4pr-v3wg] A limited token does not open %s', async (call) => {
  const reply = await send(backend, call, { token: limited.accessToken });
  expect([reply.status, reply.body.error_code]).toEqual([403, 'MFA_REQUIRED']);
});

it.each(limitedToo.filter((call) => call !== 'POST /user/logout'))(
  'A limited token opens %s',
  async (call) => {
    const reply = await send(backend, call, { token: limited.accessToken });
    expect([200, 400]).toContain(reply.status);
  },
);

it.each([
  ['POST /mfa/setup', { mfaType: 'GOOGLE_AUTH' }],
  ['POST /mfa/enable', { mfaType: 'GOOGLE_AUTH' }],
  ['POST /mfa/disable', { mfaType: 'GOOGLE_AUTH' }],
  ['POST /mfa/primary', { mfaType: 'GOOGLE_AUTH' }],
  ['POST /mfa/reset', { resetUserId: '$owner' }],
  ['POST /mfa/magic-link/send', undefined],
  ['POST /mfa/passkey/auth-options', undefined],
  ['POST /mfa/verify-login', { mfaType: 'GOOGLE_AUTH', code: '000000' }],
])("[B7] %s with another person's token leaves this one's account alone", async (call, body) => {
  const find = async () =>
    (await backend.database.select().from(users)).find(({ id }) => id === owner.id);
  const before = [await find(), await owner.status()];
  const sent = JSON.parse(JSON.stringify(body ?? null).replace('$owner', owner.id)) as unknown;
  await send(backend, call, {
    token: bystander.accessToken,
    ...(sent === null ? {} : { body: sent }),
  });
  expect([await find(), await owner.status()]).toEqual(before);
});

it.each(withBody)('[B12] %s that is not JSON is a 415', async (call) => {
  const [method = '', path = ''] = call.split(' ');
  const reply = await backend.fetch(
    new Request(`${appUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${owner.accessToken}`, 'Content-Type': 'text/plain' },
      body: '{}',
    }),
  );
  expect(reply.status).toBe(415);
});

// Their bodies may be empty.
const optional = ['POST /mfa/reset', 'PUT /user/{userId}'];
it.each(withBody.filter((call) => !optional.includes(call)))(
  '%s with a body that does not fit is a 400 that says where',
  async (call) => {
    const reply = await send(backend, call, { token: owner.accessToken, body: {} });
    expect(reply.status).toBe(400);
    expect(reply.body.error).toMatch(/^Invalid field: \w+|^Invalid MFA type specified$/);
  },
);

it('An unknown method type is a 400 in the words of the contract', async () => {
  const reply = await owner.post('/mfa/setup', { mfaType: 'SMS' });
  expect([reply.status, reply.body.error]).toEqual([400, 'Invalid MFA type specified']);
});

describe.each(changes)('%s', (call) => {
  const [method = '', path = ''] = call.split(' ');
  const post = (body: BodyInit, headers: Record<string, string> = {}) => {
    // Node wants `duplex` for a stream, which the type of the browsers' Request does not know.
    const init: RequestInit & { duplex: 'half' } = {
      method,
      headers: {
        Authorization: `Bearer ${owner.accessToken}`,
        'Content-Type': 'application/json',
        ...headers,
      },
      body,
      duplex: 'half',
    };
    return backend.fetch(new Request(`${appUrl}${path}`, init));
  };

  it('[B12] with more than 64 KiB is a 413', async () => {
    expect((await post(' '.repeat(64 * 1024 + 1))).status).toBe(413);
  });

  it('[B12] with a Content-Length that lies is a 413, and is not read to its end', async () => {
    let pulled = 0;
    const stream = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024));
      },
    });
    expect((await post(stream, { 'Content-Length': '2' })).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });
});

it.each([
  '{',
  '[]',
  '"text"',
  'null',
  '1e999',
  '{"email":{"$ne":1},"password":[]}',
  '{"email":"a\\u0000","password":"b"}',
])('A body of %s is a 400', async (body) => {
  const reply = await backend.fetch(
    new Request(`${appUrl}/user/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    }),
  );
  expect(reply.status).toBe(400);
});

it('An unknown path is a 404, and a wrong method a 405, both as JSON', async () => {
  const missing = await send(backend, 'GET /mfa/nothing');
  expect([missing.status, missing.body.success]).toEqual([404, false]);
  for (const { path } of routes) {
    const allowed = routes.filter((route) => route.path === path).map(({ method }) => method);
    const wrong = await send(backend, `PATCH ${path}`);
    expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, allowed.join(', ')]);
  }
});

it.each(['GET /mfa/status', 'GET /mfa/nothing', 'POST /user/login', 'GET /mfa/setup'])(
  "[B12, B13] The answer to %s is stored nowhere, and dated by the backend's clock",
  async (call) => {
    const { headers } = await send(backend, call);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Date')).toBe(new Date(backend.now()).toUTCString());
  },
);

it.each([...open, ...closed, 'GET /user/nothing'])(
  '[A3] The answer to %s is JSON and nothing else, so that no page can run it as a script',
  async (call) => {
    // With a token where a page could ask for it by a script's address.
    const token = call.startsWith('GET') ? owner.accessToken : undefined;
    const { headers } = await send(backend, `${call}?callback=run`, { token });
    expect(headers.get('Content-Type')).toBe('application/json');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  },
);

it('Only the app’s own origin may read answers across origins', async () => {
  const preflight = (origin: string) =>
    backend.fetch(
      new Request(`${appUrl}/mfa/enable`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      }),
    );
  const own = await preflight(appUrl);
  expect(own.status).toBe(204);
  expect(own.headers.get('Access-Control-Allow-Origin')).toBe(appUrl);
  expect(own.headers.get('Access-Control-Allow-Methods')).toBe('GET,POST,PUT,DELETE');
  expect(own.headers.get('Access-Control-Max-Age')).toBe('600');
  const other = await preflight('https://evil.example');
  expect(other.headers.get('Access-Control-Allow-Origin')).toBeNull();
});

it('Origins that the configuration names may, too; they are compared whole, and caches told', async () => {
  const other = await startTestBackend({ allowedOrigins: ['https://shop.example.com'] });
  const ask = async (origin: string) => {
    const headers = { Origin: origin };
    const answer = await other.fetch(new Request(`${appUrl}/mfa/status`, { headers }));
    expect(answer.headers.get('Vary')).toContain('Origin');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(answer.headers.get('Access-Control-Expose-Headers')).toBe(
      'Retry-After,Date,X-Request-Id',
    );
    return answer.headers.get('Access-Control-Allow-Origin');
  };
  const named = [appUrl, 'https://shop.example.com'];
  const others = [
    'https://shop.example.com.evil.example',
    'http://shop.example.com',
    'https://shop.example.com:444',
    'https://evil.shop.example.com',
    'null',
    '*',
  ];
  expect(await Promise.all([...named, ...others].map(ask))).toEqual([
    ...named,
    ...others.map(() => null),
  ]);
  await other.close();
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

it.each([
  ['GET /mfa/status', 200],
  ['POST /mfa/enable', 400],
  ['POST /user/login', 400],
  ['GET /mfa/nothing', 404],
  ['GET /mfa/setup', 405],
  ['OPTIONS /mfa/setup', 204],
])('The answer to %s has an id of its own, which another origin may read', async (call, status) => {
  const [method = '', path = ''] = call.split(' ');
  const ask = () =>
    backend.fetch(
      new Request(`${appUrl}${path}`, {
        method,
        headers: {
          Origin: appUrl,
          Authorization: `Bearer ${owner.accessToken}`,
          'X-Request-Id': 'chosen-by-the-client',
        },
      }),
    );
  const [first, second] = [await ask(), await ask()];
  expect(first.status).toBe(status);
  expect(first.headers.get('X-Request-Id')).toMatch(uuid);
  expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'));
  expect(first.headers.get('Access-Control-Expose-Headers')).toContain('X-Request-Id');
});

it('[B12] An unexpected failure is answered in the contract’s words, and logged without what was sent', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const broken = await startTestBackend();
  const person = await Person.signedIn(broken);
  await broken.close();
  const reply = await person.get('/mfa/status');
  expect(reply.status).toBe(500);
  expect(reply.body).toEqual({ success: false, error: 'Failed to get MFA status' });
  const login = { email: 'secret@example.com', password: 'a secret password' };
  await send(broken, 'POST /user/login', { body: login });
  const lines = log.mock.calls.map(([line]) => String(line));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`${reply.headers.get('X-Request-Id') ?? ''} GET /mfa/status`);
  for (const text of ['secret', person.accessToken, 'select ', '\n'])
    expect(lines.join('')).not.toContain(text);
});
