import { eq } from 'drizzle-orm';
import { errorCodes } from '../../../src/api/contract.ts';
import { readToken } from '../crypto/tokens.ts';
import { sessions, users } from '../database/schema.ts';
import type { User } from '../account/find-user.ts';
import { Refusal } from '../http/refusal.ts';
import type { Services } from '../services.ts';
import { lifetimes } from './lifetimes.ts';
import type { Session } from './sessions.ts';

/** Who is asking. */
export interface Caller {
  user: User;
  session: Session;
}

/**
 * The session behind `Authorization: Bearer …`, looked up each time, so that an ended one is over at
 * once. Verified only if both the token and the session are: a token from before the second step
 * stays limited when the session is not any more.
 */
export async function authenticate(services: Services, request: Request): Promise<Caller> {
  const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const now = services.now();
  const claims =
    token === undefined
      ? undefined
      : await readToken(
          { key: services.keys.accessTokens, purpose: 'access', audience: services.appUrl, now },
          token,
        );
  if (claims === undefined) throw unauthorized();
  const [row] = await services.database
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, String(claims['sid'])));
  if (row === undefined || !row.user.isActive || row.session.expiresAt <= now) throw unauthorized();
  if (row.user.id !== claims.sub) throw unauthorized();
  const isVerified = row.session.isVerified && claims['verified'] === true;
  return { user: row.user, session: { ...row.session, isVerified } };
}

export function unauthorized(): Refusal {
  return new Refusal(401, 'Unauthorized');
}

export function requireVerified({ session }: Caller): void {
  if (!session.isVerified)
    throw new Refusal(403, 'A second step is needed', { error_code: errorCodes.mfaRequired });
}

/** Changes that weaken an account, or replace a key, need a proof from the last ten minutes. */
export function requireFreshProof({ session }: Caller, services: Services): void {
  if (services.now() - session.provenAt > lifetimes.proof)
    throw new Refusal(403, 'Confirm that it is you first', {
      error_code: errorCodes.reauthRequired,
    });
}
