import { randomUUID } from 'node:crypto';
import type { Connect } from 'vite';
import type { Backend } from '../backend/start-backend.ts';

/** Options of a project. */
export interface HostOptions {
  /** How the host hands its session over. */
  source: 'tokens' | 'cookies';
}

/** Of the script by which the host hands its session over. */
export const hostScriptPath = '/host/session.js';

const signInPage = `<!doctype html><title>The host</title><h1>Sign in to the host</h1>
<form><label>Email <input name="email" /></label>
<label>Password <input name="password" type="password" /></label><button>Enter</button></form>
<script src="/host/sign-in.js"></script>`;

const submit = (work: string) => `
const returnTo = new URLSearchParams(location.search).get('returnTo') ?? '/';
document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = JSON.stringify(Object.fromEntries(new FormData(event.target)));
  const headers = { 'Content-Type': 'application/json' };
  ${work}
  location.assign(returnTo);
});`;

const signIn = `signIn: (returnTo) => location.assign('/host/sign-in?returnTo=' + encodeURIComponent(returnTo))`;

const scripts: Record<HostOptions['source'], Record<string, string>> = {
  tokens: {
    '/host/sign-in.js': submit(`
  const answer = await fetch('/user/login', { method: 'POST', headers, body });
  localStorage.setItem('host', JSON.stringify(await answer.json()));`),
    [hostScriptPath]: `
const read = () => JSON.parse(localStorage.getItem('host') ?? 'null');
const keep = (tokens) => localStorage.setItem('host', JSON.stringify({ ...read(), ...tokens }));
window.mfaSession = {
  get accessToken() { return read()?.accessToken; },
  get user() { return read()?.user; },
  get provenAt() { return read()?.provenAt; },
  keep,
  async renew() {
    const answer = await fetch('/user/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refresh_token: read().refreshToken }),
    });
    if (answer.ok) keep(await answer.json());
    else localStorage.removeItem('host');
  },
  signOut: () => localStorage.removeItem('host'),
  ${signIn},
};`,
  },
  cookies: {
    '/host/sign-in.js': submit(`
  await fetch('/dev/host-login', { method: 'POST', headers, body });`),
    [hostScriptPath]: `
const csrf = () => /csrf=([^;]+)/.exec(document.cookie)?.[1] ?? '';
window.mfaSession = {
  get isSignedIn() { return csrf() !== ''; },
  csrf: { header: 'X-CSRF-Token', token: csrf },
  signOut: () => void (document.cookie = 'csrf=; Path=/; Max-Age=0'),
  ${signIn},
};`,
  },
};

/** The pages and scripts of a site that has a sign-in of its own, around the app. */
export function hostPages(source: 'tokens' | 'cookies'): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const script = scripts[source][path];
    if (script !== undefined) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(script);
    } else if (path === '/host/sign-in') {
      response.setHeader('Content-Type', 'text/html');
      // The host's own page, whose form may be submitted.
      response.end(signInPage);
    } else next();
  };
}

interface Tokens {
  accessToken?: string;
  fullAccessToken?: string;
}

/**
 * A server between the browser and the backend, which keeps the tokens and gives the browser a cookie that
 * no script can read. What changes something needs the header, too.
 */
export function cookieServer(backend: Backend['fetch']): Backend['fetch'] {
  const sessions = new Map<string, { csrf: string; accessToken: string }>();
  const cookie = (request: Request, name: string) =>
    new RegExp(`\\b${name}=([^;]+)`).exec(request.headers.get('Cookie') ?? '')?.[1] ?? '';
  return async (request, address) => {
    const { pathname } = new URL(request.url);
    const headers = new Headers(request.headers);
    const body = request.method === 'GET' ? null : await request.text();
    const pass = (path: string) =>
      backend(
        new Request(new URL(path, request.url), { method: request.method, headers, body }),
        address,
      );
    if (pathname === '/dev/host-login') {
      const { accessToken = '' } = (await (await pass('/user/login')).json()) as Tokens;
      const [id, csrf] = [randomUUID(), randomUUID()];
      sessions.set(id, { csrf, accessToken });
      const cookies = new Headers();
      cookies.append('Set-Cookie', `session=${id}; Path=/; HttpOnly; SameSite=Strict`);
      cookies.append('Set-Cookie', `csrf=${csrf}; Path=/; SameSite=Strict`);
      return new Response(null, { status: 204, headers: cookies });
    }
    const session = sessions.get(cookie(request, 'session'));
    const isGuarded = request.method !== 'GET';
    if (session && isGuarded && request.headers.get('X-CSRF-Token') !== session.csrf)
      return Response.json({ success: false, error: 'No CSRF token' }, { status: 403 });
    if (session) headers.set('Authorization', `Bearer ${session.accessToken}`);
    const answer = await pass(new URL(request.url).pathname);
    if (!session || pathname !== '/mfa/verify-login' || !answer.ok) return answer;
    const { fullAccessToken = '' } = (await answer.json()) as Tokens;
    session.accessToken = fullAccessToken;
    return Response.json({ success: true, message: 'Verified' });
  };
}
