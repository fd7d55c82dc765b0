import {
  type AuthenticationResponseJSON,
  bufferToBase64URLString,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser';

/** The authenticator made a passkey, and this page cannot read it. */
export class UnreadablePasskeyError extends Error {
  /** Base64url; undefined where not even the id can be read. */
  readonly credentialId: string | undefined;

  constructor(credentialId: string | undefined, options: ErrorOptions) {
    super('The new passkey could not be read', options);
    this.credentialId = credentialId;
  }
}

/**
 * A new passkey as JSON (RegistrationResponseJSON). Extensions and web views put objects of their own in
 * the browser's place, whose methods may be missing or throw: what the server can do without is left out.
 * @throws UnreadablePasskeyError
 */
export function readNewPasskey(credential: Credential): RegistrationResponseJSON {
  const passkey = credential as PublicKeyCredential;
  const response = passkey.response as AuthenticatorAttestationResponse;
  try {
    return {
      ...readIds(passkey),
      response: {
        attestationObject: bufferToBase64URLString(response.attestationObject),
        clientDataJSON: bufferToBase64URLString(response.clientDataJSON),
        ...optional('transports', () => [...response.getTransports()]),
        ...optional('publicKeyAlgorithm', () => response.getPublicKeyAlgorithm()),
        ...optional('publicKey', () => base64Url(response.getPublicKey())),
        ...optional('authenticatorData', () => base64Url(response.getAuthenticatorData())),
      } as RegistrationResponseJSON['response'],
    };
  } catch (cause) {
    const { id } = optional('id', () => passkey.id);
    throw new UnreadablePasskeyError(id, { cause });
  }
}

/** A signature as JSON (AuthenticationResponseJSON); see readNewPasskey. */
export function readAssertion(credential: Credential): AuthenticationResponseJSON {
  const passkey = credential as PublicKeyCredential;
  const response = passkey.response as AuthenticatorAssertionResponse;
  return {
    ...readIds(passkey),
    response: {
      authenticatorData: bufferToBase64URLString(response.authenticatorData),
      clientDataJSON: bufferToBase64URLString(response.clientDataJSON),
      signature: bufferToBase64URLString(response.signature),
      ...optional('userHandle', () => base64Url(response.userHandle)),
    },
  };
}

function readIds(passkey: PublicKeyCredential) {
  const id = bufferToBase64URLString(passkey.rawId);
  const extensions = optional('results', () => passkey.getClientExtensionResults());
  return {
    id,
    rawId: id,
    type: 'public-key' as const,
    clientExtensionResults: extensions.results ?? {},
    ...optional('authenticatorAttachment', () => attachment(passkey.authenticatorAttachment)),
  };
}

/** A field, or nothing where reading it throws or gives nothing. */
function optional<Name extends string, Value>(
  name: Name,
  read: () => Value,
): { [Key in Name]?: NonNullable<Value> } {
  try {
    const value = read();
    return (value == null ? {} : { [name]: value }) as { [Key in Name]?: NonNullable<Value> };
  } catch {
    return {}; // optional: the server does without
  }
}

function base64Url(buffer: ArrayBuffer | null | undefined): string | undefined {
  return buffer ? bufferToBase64URLString(buffer) : undefined;
}

function attachment(value: string | null): AuthenticatorAttachment | undefined {
  return value === 'platform' || value === 'cross-platform' ? value : undefined;
}
