import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthnAutofill,
} from '@simplewebauthn/browser';
import { type RefObject, useEffect, useEffectEvent } from 'react';

import { assertPasskey } from '../passkey/passkey-ceremony.ts';
import { getAuthOptions } from '../api/verify-login.ts';

/** Milliseconds. Challenges live five minutes, so a passkey picked later could come too late. */
const offerLifetime = 4 * 60_000;

interface Autofill {
  isOffered: boolean;
  /** A field with `autocomplete="… webauthn"`: the browser lists passkeys where it is filled in. */
  field: RefObject<HTMLInputElement | null>;
  /** Sends the assertion. The page shows its failures, unlike those of the offer. */
  onPicked: (credential: AuthenticationResponseJSON) => void;
}

/**
 * Lets the browser list passkeys in the field's autofill menu. No prompt opens by itself, so this needs
 * no click. An offer that ends without a passkey shows nothing, and the next focus starts another. It
 * ends when the component unmounts: a new challenge cancels the last one, so only one may be pending.
 */
export function usePasskeyAutofill({ isOffered, field, onPicked }: Autofill): void {
  const handIn = useEffectEvent(onPicked);
  useEffect(() => {
    const input = field.current;
    if (!isOffered || !input) return;
    let offer: AbortController | undefined;
    const begin = () => {
      if (offer && !offer.signal.aborted) return;
      const current = new AbortController();
      offer = current;
      void awaitPick(current)
        .then((credential) => credential && handIn(credential))
        .finally(() => current.abort());
    };
    begin();
    input.addEventListener('focus', begin);
    return () => {
      input.removeEventListener('focus', begin);
      offer?.abort();
    };
  }, [isOffered, field]);
}

/** The assertion of the passkey that was picked; undefined if none was, for whatever reason. */
async function awaitPick(offer: AbortController): Promise<AuthenticationResponseJSON | undefined> {
  const timer = setTimeout(() => offer.abort(), offerLifetime);
  try {
    if (!(await browserSupportsWebAuthnAutofill())) return undefined;
    const options = await getAuthOptions(offer.signal);
    return await assertPasskey(options, { useBrowserAutofill: true, signal: offer.signal });
  } catch {
    return undefined; // nobody asked for a passkey, and the code still works
  } finally {
    clearTimeout(timer);
  }
}
