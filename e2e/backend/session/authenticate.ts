import { eq, sql } from 'drizzle-orm';
import { sortMethods } from '../account/account-methods.ts';
import type { User } from '../account/find-user.ts';
import { readToken } from '../crypto/tokens.ts';
import type { Database } from '../database/open-database.ts';
import { methods, organizations, sessions, users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import type { Services } from '../services.ts';
import type { Access, ArrivedCaller, Caller } from './caller.ts';
import type { Session } from './sessions.ts';

/** The claims of an access token. */
export interface Claims {
  sessionId: string;
  userId: string;
  isVerified: boolean;
  provenAt: number;
}

/**
 * Finds the caller behind `Authorization: Bearer …`. It reads the session at each request, so that
 * a session that has ended is refused at once.
 * @throws Refusal 401
 */
export async function authenticate(
  services: Services,
  request: Request,
  access: Access,
): Promise<ArrivedCaller> {
  const claims = await readAccessToken(services, request);
  if (claims === undefined) throw unauthorized();
  const [row] = await arrivalOf(services.database).execute({ sessionId: claims.sessionId });
  return {
    ...callerOf(services, access, claims, row?.user, row?.session),
    acceptLanguage: request.headers.get('accept-language'),
    methods: sortMethods(row?.methods ?? {}),
    isEnforced: row?.isEnforced === true,
  };
}

const arrivals = new WeakMap<Database, ReturnType<typeof prepareArrival>>();

/** One statement for all that a reading call needs, built once for each database. */
function arrivalOf(database: Database) {
  const prepared = arrivals.get(database) ?? prepareArrival(database);
  arrivals.set(database, prepared);
  return prepared;
}

function prepareArrival(database: Database) {
  const enabledByType = sql`jsonb_object_agg(${methods.type}, ${methods.isEnabled})`;
  return database
    .select({
      session: sessions,
      user: users,
      methods: sql<Partial<Record<string, boolean>> | null>`(select ${enabledByType}
        from ${methods} where ${eq(methods.userId, users.id)})`,
      isEnforced: organizations.enforced,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(organizations, eq(organizations.id, users.orgId))
    .where(eq(sessions.id, sql.placeholder('sessionId')))
    .prepare('arrival');
}

/** The claims of the request's access token; undefined where there is no valid one. */
export async function readAccessToken(
  { keys, appUrl, now }: Services,
  request: Request,
): Promise<Claims | undefined> {
  const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined) return undefined;
  const terms = {
    key: keys.accessTokens,
    purpose: 'access',
    audience: appUrl,
    now: now(),
  } as const;
  const claims = await readToken(terms, token);
  if (claims?.sub === undefined) return undefined;
  return {
    sessionId: String(claims['sid']),
    userId: claims.sub,
    isVerified: claims['verified'] === true,
    provenAt: Number(claims['proven']),
  };
}

/**
 * @throws Refusal 401 where the session has ended, the account is closed, or the two don't match
 */
export function callerOf(
  { now }: Services,
  access: Access,
  claims: Claims,
  user: User | undefined,
  session: Session | undefined,
): Omit<Caller, 'acceptLanguage'> {
  if (user?.isActive !== true || user.id !== claims.userId) throw unauthorized();
  if (session?.userId !== user.id || session.expiresAt <= now()) throw unauthorized();
  const isVerified = session.isVerified && claims.isVerified;
  return { access, user, session: { ...session, isVerified, provenAt: claims.provenAt } };
}

export function unauthorized(): Refusal {
  return new Refusal(401, 'Unauthorized');
}
