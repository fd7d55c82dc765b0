/** The part of the contract that sets methods up; see contract.ts. */
import * as v from 'valibot';

import { maybe, text } from './contract.ts';

/** The answer of `setup`, which has been seen under `setupData` too. */
export const underSetupData = <Answer>(answer: v.GenericSchema<unknown, Answer>) =>
  v.union([
    v.pipe(
      v.object({ setupData: answer }),
      v.transform(({ setupData }) => setupData),
    ),
    answer,
  ]);

export const totpSetupAnswer = v.object({
  /** Base32, RFC 4648. */
  secret: text,
  /** A `data:` URL. Shown only if it is an image this app trusts; the key serves otherwise. */
  qrCode: maybe(v.string()),
  backupCodes: v.array(text),
});
export type TotpSetup = v.InferOutput<typeof totpSetupAnswer>;

export const magicLinkSetupAnswer = v.object({
  email: maybe(v.string()),
  verificationRequired: maybe(v.boolean()),
});

const shortPasskeySetup = v.object({
  challenge: text,
  rpName: text,
  userName: text,
  rpID: maybe(text),
  userId: maybe(text),
});
const fullPasskeySetup = v.object({
  challenge: text,
  rp: v.object({ name: text, id: v.exactOptional(text) }),
  user: v.object({ id: text, name: text, displayName: v.string() }),
  pubKeyCredParams: v.array(v.object({ type: v.picklist(['public-key']), alg: v.number() })),
  authenticatorSelection: v.exactOptional(
    v.object({
      authenticatorAttachment: v.exactOptional(v.picklist(['platform', 'cross-platform'])),
      residentKey: v.exactOptional(v.picklist(['discouraged', 'preferred', 'required'])),
      requireResidentKey: v.exactOptional(v.boolean()),
      userVerification: v.exactOptional(v.picklist(['discouraged', 'preferred', 'required'])),
    }),
  ),
  attestation: v.exactOptional(v.picklist(['none', 'indirect', 'direct', 'enterprise'])),
  /** Milliseconds. */
  timeout: v.exactOptional(v.number()),
});
/** Before 2026-02 the creation options stood inside `challenge`. */
const olderPasskeySetup = v.pipe(
  v.object({ challenge: fullPasskeySetup }),
  v.transform(({ challenge }) => challenge),
);
/** `setup` describes a new passkey in one of three shapes. The full one is tried first. */
export const passkeySetupAnswer = v.union([fullPasskeySetup, shortPasskeySetup, olderPasskeySetup]);
export type PasskeySetup = v.InferOutput<typeof passkeySetupAnswer>;

/** The transports of a passkey. A list with an unknown one is dropped, and the browser tries them all. */
const transport = v.picklist(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** Base64url, as browsers write it, whichever base64 it came in: so that ids can be compared. */
const credentialId = v.pipe(
  text,
  v.transform((id) => id.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')),
);

export const authOptionsAnswer = v.object({
  challenge: text,
  rpId: text,
  userVerification: v.fallback(v.picklist(['discouraged', 'preferred', 'required']), 'preferred'),
  /** Milliseconds. */
  timeout: maybe(v.number()),
  allowCredentials: maybe(
    v.array(v.object({ id: credentialId, transports: maybe(v.array(transport)) })),
  ),
});
export type KnownPasskey = NonNullable<AuthOptions['allowCredentials']>[number];
export type AuthOptions = v.InferOutput<typeof authOptionsAnswer>;
