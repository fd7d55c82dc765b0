import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { passkeys } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { lifetimes } from '../session/lifetimes.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { completeSetup } from './complete-setup.ts';
import { registrationCredential, relyingParty } from './passkey-credentials.ts';
import { isPasskeyKeyValid, passkeyAlgorithms } from './passkey-key.ts';

/** Options for a new passkey in WebAuthn's full form. They exclude the account's passkeys. */
export async function beginPasskeySetup(services: Services, caller: Caller) {
  const { user } = caller;
  const { id, name } = relyingParty(services);
  const owned = await services.database.select().from(passkeys).where(eq(passkeys.userId, user.id));
  const options = await generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: Uint8Array.from(Buffer.from(user.passkeyHandle, 'base64url')),
    userName: user.email,
    userDisplayName: [user.name, user.lastName].filter(Boolean).join(' ') || user.email,
    timeout: lifetimes.challenge,
    attestationType: 'none',
    excludeCredentials: owned.map((passkey) => ({
      id: passkey.id,
      transports: passkey.transports,
    })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: passkeyAlgorithms,
  });
  await keepChallenge(services, caller, 'registration', options.challenge);
  return options;
}

interface Completion {
  /** The type that the client names; absent in calls without one. Compared, never trusted. */
  claimedChallenge?: string;
  /** The call's error message for a passkey that is refused. */
  failure: string;
}

/** Checks a new passkey against this session's challenge, and stores it. */
export async function completePasskeySetup(
  services: Services,
  caller: Caller,
  credential: unknown,
  { claimedChallenge, failure }: Completion,
): Promise<void> {
  const challenge = await takeChallenge(services, caller, 'registration');
  const isOurs = challenge !== undefined && (claimedChallenge ?? challenge) === challenge;
  const passkey = isOurs ? await readNewPasskey(services, credential, challenge) : undefined;
  if (passkey === undefined) throw new Refusal(400, failure);
  await completeSetup(services, caller, 'PASSKEY', async (tx) => {
    const added = await tx
      .insert(passkeys)
      .values({ userId: caller.user.id, ...passkey })
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) throw new Refusal(400, failure);
  });
}

/** The data to store for a new passkey; undefined where it is not valid. */
async function readNewPasskey(services: Services, sent: unknown, challenge: string) {
  const { id: rpId, origin } = relyingParty(services);
  const read = v.safeParse(registrationCredential, sent);
  if (!read.success) return undefined;
  const result = await verifyRegistrationResponse({
    response: read.output,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: passkeyAlgorithms,
  }).catch(() => undefined);
  if (result?.registrationInfo === undefined) return undefined;
  const { credential, credentialDeviceType } = result.registrationInfo;
  const { id, publicKey, counter } = credential;
  // The id in the body is not signed, so the one that the authenticator signed is stored.
  if (id !== read.output.id || !isPasskeyKeyValid(publicKey)) return undefined;
  const { transports } = read.output.response;
  return {
    id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    isBackupEligible: credentialDeviceType === 'multiDevice',
    transports,
  };
}
