import { sendSignal } from '@simplewebauthn/browser';

import type { KnownPasskey } from '../api/contract-set-up.ts';
import { listPasskeys } from './account-passkeys.ts';
import { readPasskeyNotes } from './passkey-notes.ts';

/**
 * Tells authenticators which passkeys an account has (WebAuthn L3, 5.1.10). They then hide or delete the
 * others, so a signal is sent only with what the server has just said, and never where reading failed.
 * Best effort: many browsers cannot pass a signal on, and none reports the result.
 */

/** Whose passkeys they are: relying party and user handle, base64url. */
export interface PasskeyOwner {
  rpId: string;
  userHandle: string;
}

/** The account does not know this passkey: its authenticator no longer offers it. */
export async function disownPasskey(rpID: string, credentialID: string): Promise<void> {
  await sendSignal({ signalName: 'unknownCredential', rpID, credentialID }).catch(() => undefined);
}

/** The account accepts these passkeys and no others. */
export async function signalAccepted(
  { rpId, userHandle }: PasskeyOwner,
  accepted: KnownPasskey[],
): Promise<void> {
  await sendSignal({
    signalName: 'allAcceptedCredentials',
    rpID: rpId,
    userID: userHandle,
    allAcceptedCredentialIDs: accepted.map(({ id }) => id),
  }).catch(() => undefined);
}

/**
 * Runs a change that removes passkeys from the account, and then signals what is left. The user handle is
 * known only of passkeys that this browser made.
 * @throws what `change` throws; nothing is signaled then
 */
export async function removePasskeys(change: () => Promise<unknown>): Promise<void> {
  const before = canSignal() ? await listPasskeys() : undefined;
  await change();
  const owners = ownersOf(before ?? []);
  if (owners.length > 0) void signalWhatIsLeft(owners);
}

async function signalWhatIsLeft(owners: PasskeyOwner[]): Promise<void> {
  const left = await listPasskeys();
  if (!left) return;
  for (const owner of owners) await signalAccepted(owner, left);
}

function canSignal(): boolean {
  return (
    'PublicKeyCredential' in globalThis && 'signalAllAcceptedCredentials' in PublicKeyCredential
  );
}

function ownersOf(passkeys: KnownPasskey[]): PasskeyOwner[] {
  const notes = readPasskeyNotes();
  const owners = new Map<string, PasskeyOwner>();
  for (const { id } of passkeys) {
    const { rpId, userHandle } = notes[id] ?? {};
    if (rpId && userHandle) owners.set(`${rpId} ${userHandle}`, { rpId, userHandle });
  }
  return [...owners.values()];
}
