import {
  type AuthenticationResponseJSON,
  bufferToBase64URLString,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser';

/** The authenticator saved a passkey that this page cannot read. */
export class UnreadablePasskeyError extends Error {
  /** Base64url; undefined if not even the id can be read. */
  readonly credentialId: string | undefined;

  constructor(credentialId: string | undefined, options: ErrorOptions) {
    super('The new passkey could not be read', options);
    this.credentialId = credentialId;
  }
}

type RegistrationResponse = RegistrationResponseJSON['response'];
/**
 * A new passkey as JSON. Unlike the library's type, it allows transports that the library does not
 * know.
 */
export interface NewPasskey extends Omit<RegistrationResponseJSON, 'response'> {
  response: Omit<RegistrationResponse, 'transports'> & { transports?: string[] };
}

/**
 * Reads a new passkey as JSON. Extensions and web views replace the browser's objects with their
 * own, whose methods may be missing or throw. Parts that the server does not need are then left
 * out.
 * @throws UnreadablePasskeyError
 */
export function readNewPasskey(credential: Credential): NewPasskey {
  try {
    const passkey = given(credential, isPasskey);
    const response = given(passkey.response, isAttestation);
    return {
      ...readIds(passkey),
      response: {
        attestationObject: bufferToBase64URLString(response.attestationObject),
        clientDataJSON: bufferToBase64URLString(response.clientDataJSON),
        ...optional(() => ({ transports: [...response.getTransports()] })),
        ...optional(() => ({ publicKeyAlgorithm: given(response.getPublicKeyAlgorithm()) })),
        ...optional(() => ({ publicKey: toBase64Url(response.getPublicKey()) })),
        ...optional(() => ({ authenticatorData: toBase64Url(response.getAuthenticatorData()) })),
      },
    };
  } catch (cause) {
    throw new UnreadablePasskeyError(credential.id, { cause });
  }
}

/** Reads an assertion as JSON, with the same care as readNewPasskey. */
export function readAssertion(credential: Credential): AuthenticationResponseJSON {
  const passkey = given(credential, isPasskey);
  const response = given(passkey.response, isAssertion);
  return {
    ...readIds(passkey),
    response: {
      authenticatorData: bufferToBase64URLString(response.authenticatorData),
      clientDataJSON: bufferToBase64URLString(response.clientDataJSON),
      signature: bufferToBase64URLString(response.signature),
      ...optional(() => ({ userHandle: toBase64Url(response.userHandle) })),
    },
  };
}

function readIds(passkey: PublicKeyCredential) {
  const id = bufferToBase64URLString(passkey.rawId);
  return {
    id,
    rawId: id,
    type: 'public-key' as const,
    clientExtensionResults: {},
    ...optional(() => ({ clientExtensionResults: passkey.getClientExtensionResults() })),
    ...optional(() => ({
      authenticatorAttachment: given(passkey.authenticatorAttachment, isAttachment),
    })),
  };
}

/** The fields, or none if reading them throws. */
function optional<Fields extends object>(read: () => Fields): Fields | undefined {
  try {
    return read();
  } catch {
    return undefined; // the server does not need them
  }
}

/** The value if it is present and of the right type; otherwise it throws. */
function given<Value, Known extends Value>(
  value: Value,
  isKnown: (value: Value) => value is Known,
): Known;
function given<Value>(value: Value): NonNullable<Value>;
function given(value: unknown, isKnown = (known: unknown) => known != null): unknown {
  if (!isKnown(value)) throw new TypeError('The browser left a part of the credential out.');
  return value;
}

const toBase64Url = (buffer: ArrayBuffer | null) => bufferToBase64URLString(given(buffer));

// Checked by their fields and not by class, because extensions use objects of their own.
const isPasskey = (credential: Credential): credential is PublicKeyCredential =>
  'rawId' in credential;
const isAttestation = (
  response: AuthenticatorResponse,
): response is AuthenticatorAttestationResponse => 'attestationObject' in response;
const isAssertion = (response: AuthenticatorResponse): response is AuthenticatorAssertionResponse =>
  'signature' in response;
const isAttachment = (value: string | null): value is AuthenticatorAttachment =>
  value === 'platform' || value === 'cross-platform';
