import { sendSignal } from '@simplewebauthn/browser';

import type { PasskeySetup } from '../../../api/contract-set-up.ts';

/**
 * Tells the authenticator that the account does not know a passkey, so that it no longer offers it
 * (WebAuthn L3, 5.1.10). A wish: many browsers cannot pass it on, and none says what came of it.
 */
export async function disownPasskey(setup: PasskeySetup, credentialID: string): Promise<void> {
  const rpID = ('rp' in setup ? setup.rp.id : setup.rpID) ?? window.location.hostname;
  await sendSignal({ signalName: 'unknownCredential', rpID, credentialID }).catch(() => undefined);
}
