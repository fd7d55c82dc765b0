import { eq } from 'drizzle-orm';
import type { User } from '../account/find-user.ts';
import { readToken } from '../crypto/tokens.ts';
import { sessions, users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import type { Services } from '../services.ts';
import type { Access, Caller } from './caller.ts';
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
): Promise<Caller> {
  const claims = await readAccessToken(services, request);
  if (claims === undefined) throw unauthorized();
  const [row] = await services.database
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, claims.sessionId));
  return callerOf(services, access, claims, row?.user, row?.session);
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
): Caller {
  if (user?.isActive !== true || user.id !== claims.userId) throw unauthorized();
  if (session?.userId !== user.id || session.expiresAt <= now()) throw unauthorized();
  const isVerified = session.isVerified && claims.isVerified;
  return { access, user, session: { ...session, isVerified, provenAt: claims.provenAt } };
}

export function unauthorized(): Refusal {
  return new Refusal(401, 'Unauthorized');
}
