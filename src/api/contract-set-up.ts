/** The part of the contract that sets methods up; see contract.ts. */
import * as v from 'valibot';

import { maybe, text } from './contract.ts';

export const totpSetupAnswer = v.object({
  /** Base32, RFC 4648. */
  secret: v.pipe(v.string(), v.regex(/^[A-Z2-7]+=*$/i)),
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
  rp: v.object({ name: text, id: v.optional(text) }),
  user: v.object({ id: text, name: text, displayName: v.string() }),
  pubKeyCredParams: v.array(v.object({ type: v.literal('public-key'), alg: v.number() })),
  authenticatorSelection: v.optional(
    v.object({
      authenticatorAttachment: v.optional(v.picklist(['platform', 'cross-platform'])),
      residentKey: v.optional(v.picklist(['discouraged', 'preferred', 'required'])),
      requireResidentKey: v.optional(v.boolean()),
      userVerification: v.optional(v.picklist(['discouraged', 'preferred', 'required'])),
    }),
  ),
  attestation: v.optional(v.picklist(['none', 'indirect', 'direct', 'enterprise'])),
  /** Milliseconds. */
  timeout: v.optional(v.number()),
});
/** The two forms in which `setup` describes a new passkey, the full one tried first. */
export const passkeySetupAnswer = v.union([fullPasskeySetup, shortPasskeySetup]);
export type PasskeySetup = v.InferOutput<typeof passkeySetupAnswer>;

export const authOptionsAnswer = v.object({
  challenge: text,
  rpId: text,
  userVerification: v.fallback(v.picklist(['discouraged', 'preferred', 'required']), 'preferred'),
  /** Milliseconds. */
  timeout: maybe(v.number()),
  allowCredentials: maybe(v.array(v.looseObject({ id: text }))),
});
export type AuthOptions = v.InferOutput<typeof authOptionsAnswer>;
