import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { UnreachableError } from './errors.ts';
import { parseRetryAfter, send } from './send.ts';
import { serverNow } from './server-clock.ts';

const get = { method: 'GET', path: '/mfa/status' } as const;
const post = { method: 'POST', path: '/mfa/enable', body: { mfaType: 'PASSKEY' } } as const;
const spy = () => vi.spyOn(window, 'fetch');
let fetched: ReturnType<typeof spy>;

const answerWith = (body: string, init?: ResponseInit) =>
  fetched.mockImplementation(async () => new Response(body, init));
/** How `fetch` was called last, its headers as an object. */
function lastFetch() {
  const [url, init] = fetched.mock.lastCall ?? [];
  return { url, ...init, headers: Object.fromEntries(new Headers(init?.headers)) };
}

beforeEach(() => {
  fetched = spy();
  answerWith('{}');
});
afterEach(() => vi.restoreAllMocks());

describe('A request', () => {
  it('that reads has no body and accepts JSON', async () => {
    await send(get);
    expect(lastFetch()).toMatchObject({
      url: '/mfa/status',
      method: 'GET',
      body: null,
      headers: { accept: 'application/json' },
    });
    expect(lastFetch().headers).not.toHaveProperty('authorization');
    expect(lastFetch().headers).not.toHaveProperty('content-type');
  });

  it("names the language of the page where it is not the browser's", async () => {
    const page = document.documentElement;
    onTestFinished(() => void (page.lang = 'en'));
    await send(get);
    expect(lastFetch().headers).not.toHaveProperty('accept-language');
    page.lang = 'pt-BR';
    await send(get);
    expect(lastFetch().headers).toHaveProperty('accept-language', 'pt-BR');
  });

  it('that changes something sends its body as JSON and the token as a header', async () => {
    await send(post, 'secret');
    expect(lastFetch()).toMatchObject({
      url: '/mfa/enable',
      method: 'POST',
      body: '{"mfaType":"PASSKEY"}',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    });
  });

  it('is not cached, sends no cookie or referrer, and follows no redirect', async () => {
    await send(get);
    expect(lastFetch()).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });
});

describe('An answer', () => {
  it('is any response, with the times from its headers', async () => {
    const date = new Date(Date.now() + 3_600_000);
    date.setMilliseconds(0);
    answerWith('<h1>Slow down</h1>', {
      status: 429,
      headers: { Date: date.toUTCString(), 'Retry-After': '60', 'X-Request-Id': 'abc' },
    });
    const answer = await send(get);
    expect(answer).toMatchObject({
      status: 429,
      text: '<h1>Slow down</h1>',
      reference: '429 abc',
    });
    // Both clocks go on while the test runs.
    expect(answer.retryAt! - date.getTime()).toBeGreaterThanOrEqual(60_000);
    expect(answer.retryAt! - date.getTime()).toBeLessThan(65_000);
    expect(serverNow() - date.getTime()).toBeLessThan(5000);
  });

  it('has the request id as its reference, cut after 64 characters', async () => {
    answerWith('', { status: 500, headers: { 'X-Request-Id': 'x'.repeat(65) } });
    expect((await send(get)).reference).toBe(`500 ${'x'.repeat(64)}`);
  });

  it('without a request id has its status and the server’s time as its reference', async () => {
    answerWith('', {
      status: 502,
      headers: { Date: new Date(Date.now() - 3_600_000).toUTCString() },
    });
    const { reference } = await send(get);
    const time = new Date(serverNow()).toISOString();
    expect(reference).toMatch(/^502 \d\d:\d\d:\d\d UTC$/);
    expect(
      Math.abs(Date.parse(`${time.slice(0, 11)}${reference.slice(4, 12)}Z`) - serverNow()),
    ).toBeLessThan(5000);
  });
});

describe('Without an answer', () => {
  const failure = new TypeError('Failed to fetch');
  /** `fetch` as it behaves on a network that is silent. */
  const staySilent = () =>
    fetched.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          const { signal } = init!;
          const fail = () => reject(signal!.reason as Error);
          if (signal!.aborted) fail();
          signal!.addEventListener('abort', fail);
        }),
    );
  /** The deadline, which comes when the test says so; and how long it was to be. */
  function holdDeadline() {
    const deadline = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal);
    return { timeout, pass: () => deadline.abort(new DOMException('', 'TimeoutError')) };
  }
  const failureOf = (sent: Promise<unknown>) =>
    sent.then(
      () => undefined,
      (error: unknown) => error,
    );

  it.each([
    ['the network is at fault', true, 'network'],
    ['there is no connection', false, 'offline'],
  ])('the failure says when %s', async (_why, isOnline, reason) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
    fetched.mockRejectedValue(failure);
    const error = await failureOf(send(get));
    expect(error).toBeInstanceOf(UnreachableError);
    expect(error).toMatchObject({ reason, cause: failure });
  });

  it('a connection that dropped during the request does not count as offline', async () => {
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    fetched.mockImplementation(() => {
      isOnline.mockReturnValue(false);
      return Promise.reject(failure);
    });
    expect(await failureOf(send(get))).toMatchObject({ reason: 'network' });
  });

  it.each([undefined, new AbortController().signal])(
    '20 s are enough, whoever else may give it up (%#)',
    async (signal) => {
      const { timeout, pass } = holdDeadline();
      staySilent();
      const sent = failureOf(send({ ...get, signal }));
      pass();
      expect(await sent).toMatchObject({ reason: 'timeout' });
      expect(timeout.mock.calls).toEqual([[20_000]]);
    },
  );

  it('an aborted request rejects with the abort error', async () => {
    const { timeout } = holdDeadline();
    staySilent();
    const controller = new AbortController();
    const sent = failureOf(send({ ...get, signal: controller.signal }));
    const reason = new Error('left');
    controller.abort(reason);
    expect(await sent).toBe(reason);
    expect(timeout).toHaveBeenCalledTimes(1);
  });
});

const start = Date.parse('2026-01-01T00:00:00Z');

it.each([
  ['42', start + 42_000],
  ['0', start],
  ['Thu, 01 Jan 2026 00:01:00 GMT', start + 60_000],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['1234567890', undefined],
  ['-5x', undefined],
])('Retry-After %j is read as a time or ignored', (header, at) => {
  expect(parseRetryAfter(header, start)).toBe(at);
});
