import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { listUsers } from './organization/list-users.ts';
import { routes } from './routes.ts';
import type { AnsweredCall, Services } from './services.ts';
import { requireAccess } from './session/access.ts';
import { authenticate } from './session/authenticate.ts';
import { logFailure } from './log.ts';
import { parseBody, readBody } from './http/read-body.ts';
import { Refusal } from './http/refusal.ts';
import { networkOf } from './http/network-of.ts';
import type { Incoming, Route } from './route.ts';

/** `address` is the client's: the remote address of the socket, or what a trusted proxy says. */
export type App = Hono<{
  Bindings: { address: string | undefined };
  /** The call that answers; undefined where there is none. */
  Variables: { route: Route | undefined };
}>;

interface AppOptions {
  /** Who else than the app may call it from a browser. */
  allowedOrigins?: readonly string[] | undefined;
  onCall?: ((call: AnsweredCall) => void) | undefined;
}

/** The contract's calls over HTTP: envelope, failures, headers. */
export function createApp(
  services: Services,
  { allowedOrigins = [], onCall }: AppOptions = {},
): App {
  const app: App = new Hono();
  // Always generated here: a request ID from the client could forge lines of the log.
  app.use(requestId({ headerName: '' }));
  app.use(async (c, next) => {
    const begun = performance.now();
    await next();
    const { method, path } = c.get('route') ?? { method: 'other', path: 'other' };
    const milliseconds = performance.now() - begun;
    onCall?.({ method, path, status: c.res.status, milliseconds });
    c.header('X-Request-Id', c.get('requestId'));
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Date', new Date(services.now()).toUTCString());
  });
  // Where the app is on another origin than this backend, and on those that the configuration names. They
  // are compared whole, and none gets cookies: the calls are signed by a header.
  app.use(
    cors({
      origin: [services.appOrigin, ...allowedOrigins],
      allowHeaders: ['Authorization', 'Content-Type'],
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      exposeHeaders: ['Retry-After', 'Date', 'X-Request-Id'],
      maxAge: 600,
    }),
  );
  // Megabytes where there are thousands of members. No other answer is compressed: from its length,
  // somebody who chooses a part of it could learn the secret beside that part.
  app.use(listUsers.path, compress());
  for (const path of new Set(routes.map((route) => route.path))) {
    const calls = routes.filter((route) => route.path === path);
    for (const route of calls)
      app.on(route.method, path, async (c) => {
        c.set('route', route);
        const source = networkOf(c.env.address);
        const incoming = { request: c.req.raw, source, params: c.req.param() };
        return c.json(await answer(services, route, incoming));
      });
    app.all(path, (c) => {
      c.header('Allow', calls.map(({ method }) => method).join(', '));
      return c.json({ success: false, error: 'Method not allowed' }, 405);
    });
  }
  app.notFound((c) => c.json({ success: false, error: 'Not found' }, 404));
  app.onError((error, c) => {
    const refusal = error instanceof Refusal ? error : undefined;
    if (refusal === undefined)
      logFailure(`${c.req.method} ${c.req.path}`, error, c.get('requestId'));
    if (refusal?.retryAfter !== undefined) c.header('Retry-After', String(refusal.retryAfter));
    const failure = c.get('route')?.failure ?? 'Internal error';
    return c.json(
      { success: false, error: refusal?.message ?? failure, ...refusal?.details },
      refusal?.status ?? 500,
    );
  });
  return app;
}

async function answer(services: Services, route: Route, incoming: Incoming) {
  const { request } = incoming;
  // Read the whole body first: if the caller signs out while it arrives, the request must not
  // change anything.
  const text = await readBody(request);
  const caller =
    route.access === 'open' ? undefined : await authenticate(services, request, route.access);
  if (caller !== undefined) await requireAccess(services, services.database, caller);
  const body =
    route.body === undefined
      ? undefined
      : parseBody(route.body, text, request.headers.get('content-type'));
  return { success: true, ...(await route.handle(services, caller, body, incoming)) };
}
