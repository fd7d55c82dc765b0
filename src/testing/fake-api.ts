import { onTestFinished, vi } from 'vitest';

export interface Reply {
  status?: number;
  /** An object is sent as JSON, a string unchanged. */
  body?: unknown;
  headers?: Record<string, string>;
}
type Answer = Reply | Error | (() => Reply | Promise<Reply>);

export interface Call {
  authorization: string | null;
  body: unknown;
}

/**
 * Answers the app's requests during one test. Each route gives its answers in order and then
 * repeats the last one. A request to any other route fails the test.
 * @returns the calls made so far, by route
 */
export function fakeApi(routes: Record<string, Answer | Answer[]>): (route: string) => Call[] {
  const calls = new Map<string, Call[]>();
  const queues = new Map(
    Object.entries(routes).map(([route, answers]) => [
      route,
      Array.isArray(answers) ? [...answers] : [answers],
    ]),
  );
  const spy = vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const route = `${init?.method} ${String(input)}`;
    const queue = queues.get(route);
    if (!queue) throw new Error(`Nobody expected ${route}`);
    calls.set(route, [
      ...(calls.get(route) ?? []),
      {
        authorization: new Headers(init?.headers).get('Authorization'),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      },
    ]);
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (answer instanceof Error) throw answer;
    const {
      status = 200,
      body = { success: true },
      headers = {},
    } = typeof answer === 'function' ? await answer() : (answer ?? {});
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers,
    });
  });
  onTestFinished(() => spy.mockRestore());
  return (route) => calls.get(route) ?? [];
}
