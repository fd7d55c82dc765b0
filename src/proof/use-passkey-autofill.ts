import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthnAutofill,
} from '@simplewebauthn/browser';
import { type RefObject, useEffect, useEffectEvent } from 'react';

import { assertPasskey } from '../passkey/passkey-ceremony.ts';
import { getAuthOptions } from '../api/verify-login.ts';

/** Milliseconds. Challenges live five minutes; one that is nearly over is not offered any more. */
const offerLifetime = 4 * 60_000;

interface Autofill {
  isOffered: boolean;
  /** A field with `autocomplete="… webauthn"`: the browser lists passkeys where it is filled in. */
  field: RefObject<HTMLInputElement | null>;
  /** Hands in what the person picked. Its failures are told, unlike those of the offer. */
  onPicked: (credential: AuthenticationResponseJSON) => void;
}

/**
 * Lets the browser offer a passkey among what it fills a field in with. Nothing opens by itself, so this
 * needs no gesture. An offer that ends without a passkey says nothing, and the next focus begins
 * another. It ends with the component: each challenge voids the one before, so only one may be awaited.
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

/** The passkey that the person picked; undefined where there was none, for whatever reason. */
async function awaitPick(offer: AbortController): Promise<AuthenticationResponseJSON | undefined> {
  const timer = setTimeout(() => offer.abort(), offerLifetime);
  try {
    if (!(await browserSupportsWebAuthnAutofill())) return undefined;
    const options = await getAuthOptions(offer.signal);
    return await assertPasskey(options, { useBrowserAutofill: true, signal: offer.signal });
  } catch {
    return undefined; // the person asked for nothing, and the code does as well
  } finally {
    clearTimeout(timer);
  }
}
