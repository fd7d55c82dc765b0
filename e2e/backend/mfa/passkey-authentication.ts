import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../database/open-database.ts';
import { passkeys } from '../database/schema.ts';
import { sessionRoute } from '../http/route.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { lifetimes } from '../session/lifetimes.ts';
import { keepChallenge } from './challenges.ts';
import { authenticationCredential, relyingParty } from './passkey-credentials.ts';

export const passkeyAuthOptions = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/passkey/auth-options',
    access: 'limited',
    failure: 'Failed to generate authentication options',
  },
  async (services, caller) => {
    const owned = await services.database
      .select()
      .from(passkeys)
      .where(eq(passkeys.userId, caller.user.id));
    const options = await generateAuthenticationOptions({
      rpID: relyingParty(services).id,
      allowCredentials: owned.map(({ id, transports }) => ({ id, transports })),
      userVerification: 'required',
      timeout: lifetimes.challenge,
    });
    await keepChallenge(services, caller, 'authentication', options.challenge);
    return { data: options };
  },
);

/**
 * Whether an assertion, over the challenge kept for this session, comes from one of the account's
 * passkeys. Its counter is kept, so that a copied authenticator shows (WebAuthn L3, 7.2, step 22).
 */
export async function isAssertionRight(
  services: Services,
  tx: Database,
  { user }: Caller,
  credential: unknown,
  challenge: string | undefined,
): Promise<boolean> {
  const read = v.safeParse(authenticationCredential, credential);
  if (!read.success || challenge === undefined) return false;
  const [passkey] = await tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.id, read.output.id), eq(passkeys.userId, user.id)));
  if (passkey === undefined) return false;
  const { id: rpId, origin } = relyingParty(services);
  const result = await verifyAuthenticationResponse({
    response: read.output,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(() => undefined);
  if (result?.verified !== true) return false;
  await tx
    .update(passkeys)
    .set({ counter: result.authenticationInfo.newCounter })
    .where(eq(passkeys.id, passkey.id));
  return true;
}
