import {
  decodeAttestationObject,
  decodeClientDataJSON,
  isoBase64URL,
} from '@simplewebauthn/server/helpers';
import * as v from 'valibot';
import { productName } from '../../brand/brand.ts';
import type { Services } from '../services.ts';

/** WebAuthn's relying party: the app's host, and the one origin that it is opened on. */
export function relyingParty({ appOrigin, brand }: Services) {
  const name = brand.relyingParty ?? productName(brand);
  return { id: new URL(appOrigin).hostname, name, origin: appOrigin };
}

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+={0,2}$/));

/** Base64url text whose content fits a schema. What cannot be decoded does not fit. */
const encoded = (decode: (text: string) => unknown, schema: v.GenericSchema) =>
  v.pipe(
    base64url,
    v.check((text) => {
      try {
        return v.is(schema, decode(text));
      } catch {
        return false;
      }
    }),
  );

/** At most 1023 bytes (WebAuthn L3, 4, "Credential ID"). Compared as text, hence no padding. */
const credentialId = v.pipe(
  v.string(),
  v.regex(/^[\w-]+$/),
  v.check((id) => Buffer.byteLength(id, 'base64url') <= 1023),
);

/**
 * Refuses a ceremony in another site's frame, because the app is never framed (WebAuthn L3, 7.1,
 * steps 10 and 11, and 7.2, steps 13 and 14). The library accepts `crossOrigin`.
 */
const clientDataJSON = encoded(
  decodeClientDataJSON,
  v.looseObject({
    crossOrigin: v.optional(v.literal(false)),
    topOrigin: v.optional(v.never()),
  }),
);

const emptyMap = v.pipe(v.map(v.unknown(), v.unknown()), v.size(0));

/**
 * The app requests `none`, and no other format is read: the library would verify other formats,
 * and fetch revocation lists that a client's own certificates name.
 */
const attestationObject = encoded(
  (text) => decodeAttestationObject(isoBase64URL.toBuffer(text)),
  v.pipe(
    v.map(v.string(), v.unknown()),
    v.check((attestation) => attestation.get('fmt') === 'none'),
    v.check((attestation) => v.is(emptyMap, attestation.get('attStmt'))),
  ),
);

/** What both kinds of credential have. */
const credentialFields = {
  id: credentialId,
  rawId: v.string(),
  type: v.literal('public-key'),
  clientExtensionResults: v.fallback(v.object({}), {}),
};

/**
 * The parts of RegistrationResponseJSON that are read (WebAuthn L3, 5.1); binary fields are
 * base64url.
 */
export const registrationCredential = v.pipe(
  v.object({
    ...credentialFields,
    response: v.object({
      clientDataJSON,
      attestationObject,
      transports: v.fallback(
        v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,32}$/))), v.maxLength(16)),
        [],
      ),
    }),
  }),
  v.check(({ id, rawId }) => id === rawId),
);

/** The parts of AuthenticationResponseJSON that are read. */
export const authenticationCredential = v.pipe(
  v.object({
    ...credentialFields,
    response: v.object({
      clientDataJSON,
      authenticatorData: base64url,
      signature: base64url,
    }),
  }),
  v.check(({ id, rawId }) => id === rawId),
);
