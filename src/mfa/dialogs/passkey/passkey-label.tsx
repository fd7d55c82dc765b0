import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';

import { type PasskeyPlace, passkeyPlaces } from './passkey-labels.ts';

const placeWords: Record<PasskeyPlace, MessageDescriptor> = {
  'this-device': msg`This device`,
  phone: msg`Phone or tablet`,
  'security-key': msg`Security key`,
};

/** Where a passkey is kept, as far as this browser knows. */
export function PasskeyLabel({ label }: { label: string | undefined }) {
  const { t } = useLingui();
  if (label === undefined) return <Trans>Made in another browser</Trans>;
  const place = passkeyPlaces.find((each) => each === label);
  return <span>{place ? t(placeWords[place]) : label}</span>;
}
