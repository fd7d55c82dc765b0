import { backendUrl } from './backend-url.ts';
import { signRequest } from './sign-request.ts';

/** Milliseconds. After it the outcome is unknown, so the state is refetched before a retry. */
const timeout = 20_000;

export interface Sendable {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the backend's origin, with a leading slash: `/mfa/status`. */
  path: string;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

export interface Fetched {
  response: Response;
  /** By this device's clock, milliseconds since the epoch. */
  receivedAt: number;
}

/**
 * The only place that calls `fetch`, for the app and for the early script.
 * @throws DOMException named TimeoutError after 20 seconds, TypeError where there was no answer
 */
export async function fetchBackend(call: Sendable, accessToken?: string): Promise<Fetched> {
  const deadline = AbortSignal.timeout(timeout);
  const headers = new Headers({ Accept: 'application/json' });
  // Where a person chose another language than the browser's, which says its own by itself.
  const { lang } = document.documentElement;
  if (!`${navigator.language}-`.startsWith(`${lang}-`)) headers.set('Accept-Language', lang);
  if (call.body !== undefined) headers.set('Content-Type', 'application/json');
  const response = await fetch(backendUrl + call.path, {
    method: call.method,
    headers,
    body: call.body === undefined ? null : JSON.stringify(call.body),
    cache: 'no-store',
    credentials: signRequest(headers, accessToken, call.method),
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    signal: call.signal ? AbortSignal.any([call.signal, deadline]) : deadline,
  });
  return { response, receivedAt: Date.now() };
}
