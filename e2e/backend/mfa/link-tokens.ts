import { and, eq } from 'drizzle-orm';
import { lockUser } from '../account/find-user.ts';
import type { User } from '../account/find-user.ts';
import { hashToken, randomToken } from '../crypto/hash.ts';
import { readToken, signToken } from '../crypto/tokens.ts';
import type { Database } from '../database/open-database.ts';
import { linkTokens } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { lifetimes } from '../session/lifetimes.ts';

export type LinkPurpose = 'activate' | 'sign-in';

function terms({ keys, appUrl, now }: Services, purpose: LinkPurpose) {
  return { key: keys.linkTokens, purpose, audience: appUrl, now: now() };
}

/** A new token for an emailed link; the one before it, for the same purpose, is good no more. */
export async function issueLinkToken(
  services: Services,
  user: Pick<User, 'id'>,
  purpose: LinkPurpose,
  sessionId: string,
): Promise<string> {
  const jti = randomToken();
  await services.database.transaction(async (tx) => {
    // Of two at once, only the later is good.
    await lockUser(tx, user.id);
    await tx
      .delete(linkTokens)
      .where(and(eq(linkTokens.userId, user.id), eq(linkTokens.purpose, purpose)));
    const expiresAt = services.now() + lifetimes.link;
    await tx
      .insert(linkTokens)
      .values({ hash: hashToken(jti), userId: user.id, purpose, sessionId, expiresAt });
  });
  return signToken(terms(services, purpose), { sub: user.id, jti }, lifetimes.link);
}

/** Whose token this is, if it is genuine and in time. It may have been used. */
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
 * Uses a token up: of any number at once, one gets the session that asked for the link. With
 * `sessionId`, only a link that this session asked for.
 */
export async function redeemLinkToken(
  tx: Database,
  purpose: LinkPurpose,
  link: { userId: string; jti: string },
  sessionId?: string,
): Promise<{ sessionId: string } | undefined> {
  const [redeemed] = await tx
    .delete(linkTokens)
    .where(
      and(
        eq(linkTokens.hash, hashToken(link.jti)),
        eq(linkTokens.userId, link.userId),
        eq(linkTokens.purpose, purpose),
        sessionId === undefined ? undefined : eq(linkTokens.sessionId, sessionId),
      ),
    )
    .returning();
  return redeemed;
}
