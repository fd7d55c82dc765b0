import * as v from 'valibot';
import { appUrl } from './start-test-backend.ts';
import type { TestBackend } from './start-test-backend.ts';

const replyBody = v.looseObject({
  success: v.boolean(),
  error: v.optional(v.string()),
  message: v.optional(v.string()),
  error_code: v.optional(v.string()),
  data: v.optional(v.unknown()),
});

export interface Reply {
  status: number;
  headers: Headers;
  body: v.InferOutput<typeof replyBody>;
}

export interface Sent {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  /** The remote address of the socket. */
  source?: string;
}

/**
 * Sends one request, e.g. `send(backend, 'POST /mfa/enable', { token, body })`, and returns its
 * JSON answer.
 */
export async function send(backend: TestBackend, call: string, sent: Sent = {}): Promise<Reply> {
  const [method = '', path = ''] = call.split(' ');
  const response = await backend.fetch(
    new Request(`${appUrl}${path}`, {
      method,
      headers: {
        ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(sent.token === undefined ? {} : { Authorization: `Bearer ${sent.token}` }),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    }),
    sent.source,
  );
  const { status, headers } = response;
  return { status, headers, body: v.parse(replyBody, await response.json()) };
}
