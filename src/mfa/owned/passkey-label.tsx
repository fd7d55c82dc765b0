import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';

import type { PasskeyNote } from '../../passkey/passkey-notes.ts';
import './words.ts';

/** Where a passkey is kept, where its provider is unknown. */
const passkeyPlaces = ['this-device', 'phone', 'security-key'] as const;
export type PasskeyPlace = (typeof passkeyPlaces)[number];

const placeWords: Record<PasskeyPlace, MessageDescriptor> = {
  'this-device': msg`This device`,
  phone: msg`Phone or tablet`,
  'security-key': msg`Security key`,
};

/**
 * What this browser calls a passkey: a name of one's own, else its provider or where it is kept. Undefined
 * where it was made elsewhere.
 */
export function useNamePasskey(): (note: PasskeyNote | undefined) => string | undefined {
  const { t } = useLingui();
  return (note) => {
    const place = passkeyPlaces.find((each) => each === note?.label);
    return note?.name ?? (place ? t(placeWords[place]) : note?.label);
  };
}

/** "Saved on this device." */
export function SavedIn({ label }: { label: string }) {
  switch (label) {
    case 'this-device':
      return <Trans>Saved on this device.</Trans>;
    case 'phone':
      return <Trans>Saved on your phone or tablet.</Trans>;
    case 'security-key':
      return <Trans>Saved on your security key.</Trans>;
    default:
      return <Trans>Saved in {label}.</Trans>;
  }
}
