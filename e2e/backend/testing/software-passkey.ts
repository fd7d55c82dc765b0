import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { appUrl } from './start-test-backend.ts';

/** What a test may have the authenticator, or the browser before it, do wrong. */
export interface Ceremony {
  /** undefined: it says none at all. */
  challenge: string | undefined;
  origin?: string;
  rpId?: string;
  isUserVerified?: boolean;
  type?: string;
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');

/** An ES256 authenticator in software: its answers are real, signature and all. */
export class SoftwarePasskey {
  readonly id = base64url(randomBytes(32));
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;

  /** RegistrationResponseJSON, with no attestation. */
  create(ceremony: Ceremony) {
    const clientDataJSON = clientData('webauthn.create', ceremony);
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, 32]),
      Buffer.from(this.id, 'base64url'),
      this.#cosePublicKey(),
    ]);
    const attestationObject = isoCBOR.encode(
      new Map<string, string | Map<string, string> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Uint8Array.from(this.#authenticatorData(ceremony, attested))],
      ]),
    );
    return this.#credential({
      clientDataJSON: base64url(clientDataJSON),
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    });
  }

  /** AuthenticationResponseJSON. */
  get(ceremony: Ceremony) {
    const clientDataJSON = clientData('webauthn.get', ceremony);
    this.counter += 1;
    const authenticatorData = this.#authenticatorData(ceremony);
    const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
    return this.#credential({
      clientDataJSON: base64url(clientDataJSON),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(sign('sha256', signed, this.#keys.privateKey)),
    });
  }

  #credential<Response>(response: Response) {
    const { id } = this;
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #authenticatorData({ rpId = 'localhost', isUserVerified = true }: Ceremony, attested?: Buffer) {
    const flags = 0x01 | (isUserVerified ? 0x04 : 0) | (attested === undefined ? 0 : 0x40);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([flags]),
      counter,
      attested ?? Buffer.alloc(0),
    ]);
  }

  #cosePublicKey(): Uint8Array {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinate = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinate(x)],
        [-3, coordinate(y)],
      ]),
    );
  }
}

function clientData(type: string, ceremony: Ceremony): string {
  const { challenge, origin = appUrl } = ceremony;
  return JSON.stringify({ type: ceremony.type ?? type, challenge, origin, crossOrigin: false });
}
