import { and, eq, gt, lte, or } from 'drizzle-orm';
import type { User } from '../account/find-user.ts';
import { hashToken, randomToken } from '../crypto/hash.ts';
import { readToken, signToken } from '../crypto/tokens.ts';
import type { Database } from '../database/open-database.ts';
import { linkTokens, sessions } from '../database/schema.ts';
import type { LinkPurpose } from '../mail/link-mail.ts';
import type { Services } from '../services.ts';
import { lifetimes } from '../session/lifetimes.ts';
import type { Session } from '../session/sessions.ts';

function terms({ keys, appUrl, now }: Services, purpose: LinkPurpose) {
  return { key: keys.linkTokens, purpose, audience: appUrl, now: now() };
}

/**
 * Creates a token for an emailed link. It invalidates the link that this session requested before;
 * links of other sessions stay valid, so nobody can invalidate somebody else's.
 * @param tx the transaction that holds the caller
 */
export async function issueLinkToken(
  services: Services,
  tx: Database,
  { user, session }: { user: Pick<User, 'id'>; session: Pick<Session, 'id'> },
  purpose: LinkPurpose,
): Promise<string> {
  const jti = randomToken();
  const now = services.now();
  const isReplaced = or(eq(linkTokens.sessionId, session.id), lte(linkTokens.expiresAt, now));
  await tx.delete(linkTokens).where(and(eq(linkTokens.userId, user.id), isReplaced));
  const expiresAt = now + lifetimes.link;
  await tx
    .insert(linkTokens)
    .values({ hash: hashToken(jti), userId: user.id, purpose, sessionId: session.id, expiresAt });
  return signToken(terms(services, purpose), { sub: user.id, jti }, lifetimes.link);
}

/** Returns the claims of a token that is genuine and has not expired. It may have been used. */
export async function readLinkToken(
  services: Services,
  purpose: LinkPurpose,
  token: string,
): Promise<{ userId: string; jti: string } | undefined> {
  const claims = await readToken(terms(services, purpose), token);
  if (claims?.sub === undefined || claims.jti === undefined) return undefined;
  return { userId: claims.sub, jti: claims.jti };
}

/**
 * Uses up a link and returns the session that requested it; only one of several concurrent callers
 * succeeds. A link whose session has ended does not work. With `sessionId`, only a link that this
 * session requested counts.
 * @param tx a transaction that has locked the account
 */
export async function redeemLinkToken(
  { now }: Services,
  tx: Database,
  purpose: LinkPurpose,
  link: { userId: string; jti: string },
  sessionId?: string,
): Promise<{ sessionId: string } | undefined> {
  const ours = and(
    eq(linkTokens.hash, hashToken(link.jti)),
    eq(linkTokens.userId, link.userId),
    eq(linkTokens.purpose, purpose),
    sessionId === undefined ? undefined : eq(linkTokens.sessionId, sessionId),
  );
  // Lock the session before its link: code that ends a session locks them in this order too.
  const [session] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(linkTokens, eq(linkTokens.sessionId, sessions.id))
    .where(and(ours, gt(sessions.expiresAt, now())))
    .for('key share', { of: sessions });
  if (session === undefined) return undefined;
  const [redeemed] = await tx.delete(linkTokens).where(ours).returning();
  return redeemed;
}
