import * as v from 'valibot';
import type { Services } from '../services.ts';

/** WebAuthn's relying party: the app's host, and the one origin that it is opened on. */
export function relyingParty({ appUrl }: Services) {
  return { id: new URL(appUrl).hostname, name: 'MFA settings', origin: appUrl };
}

/** What is read of RegistrationResponseJSON (WebAuthn L3, 5.1); binary fields are base64url. */
export const registrationCredential = v.object({
  id: v.string(),
  rawId: v.string(),
  type: v.literal('public-key'),
  clientExtensionResults: v.fallback(v.object({}), {}),
  response: v.object({
    clientDataJSON: v.string(),
    attestationObject: v.string(),
    transports: v.fallback(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,32}$/))), []),
  }),
});

/** What is read of AuthenticationResponseJSON. */
export const authenticationCredential = v.object({
  id: v.string(),
  rawId: v.string(),
  type: v.literal('public-key'),
  clientExtensionResults: v.fallback(v.object({}), {}),
  response: v.object({
    clientDataJSON: v.string(),
    authenticatorData: v.string(),
    signature: v.string(),
  }),
});
