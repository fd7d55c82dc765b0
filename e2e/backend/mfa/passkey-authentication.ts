import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { passkeyMayBeCopied } from '../../../src/api/contract-sign-in.ts';
import type { Database } from '../database/open-database.ts';
import { passkeys } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
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
 * Whether an assertion over this session's challenge comes from one of the account's passkeys.
 * Throws where the signature is right and the counter is not.
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
      // Checked below, because the library also checks it for synced passkeys.
      counter: 0,
    },
  }).catch(() => undefined);
  if (result?.verified !== true) return false;
  const { newCounter, credentialDeviceType } = result.authenticationInfo;
  const isBackupEligible = credentialDeviceType === 'multiDevice';
  // The backup-eligible flag is signed and never changes during the life of a passkey (WebAuthn
  // L3, 7.2).
  if ((passkey.isBackupEligible ?? isBackupEligible) !== isBackupEligible) return false;
  // A counter that does not advance shows a copied authenticator (WebAuthn L3, 7.2, "signature
  // counter"). Synced passkeys are copies by design, and their devices do not share a counter.
  const isCounted = newCounter > 0 || passkey.counter > 0;
  if (!isBackupEligible && isCounted && newCounter <= passkey.counter) throw mayBeCopied();
  await tx
    .update(passkeys)
    .set({ counter: newCounter, isBackupEligible })
    .where(eq(passkeys.id, passkey.id));
  return true;
}

function mayBeCopied(): Refusal {
  const error =
    'This passkey may have been copied: its counter did not advance. Use another method, then set up a new passkey';
  return new Refusal(400, error, { error_code: passkeyMayBeCopied });
}
