import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { JsonWebKey, KeyPairKeyObjectResult } from 'node:crypto';
import { appUrl } from './start-test-backend.ts';

/** Errors that a test may have the authenticator or the browser make. */
export interface Ceremony {
  /** undefined leaves it out. */
  challenge: string | undefined;
  origin?: string;
  rpId?: string;
  isUserVerified?: boolean;
  type?: string;
  /** Additional fields of clientDataJSON, or other values for the ones above. */
  clientData?: Record<string, unknown>;
  /** The attestation format; all but `none` carry a valid self attestation. */
  fmt?: string;
  /** Entries of the COSE public key to replace, by label. */
  coseKey?: Record<number, number | Uint8Array>;
}

interface Build {
  algorithm?: keyof typeof algorithms;
  /** Bytes of the credential's id. */
  idLength?: number;
  isSynced?: boolean;
}

/** Each with its COSE number. */
const algorithms = {
  ES256: [-7, () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  'ES256 on P-384': [-7, () => generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  EdDSA: [-8, () => generateKeyPairSync('ed25519')],
  RS256: [-257, () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
  'RS256 with 1024 bits': [-257, () => generateKeyPairSync('rsa', { modulusLength: 1024 })],
  'RS256 with the exponent 3': [
    -257,
    () => generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }),
  ],
} as const satisfies Record<string, readonly [number, () => KeyPairKeyObjectResult]>;

type CoseMap = Map<number, number | Uint8Array>;

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const bytesOf = (text = '') => Uint8Array.from(Buffer.from(text, 'base64url'));

/** An authenticator in software. Its answers are real and signed. */
export class SoftwarePasskey {
  readonly id: string;
  readonly #algorithm: number;
  readonly #keys: KeyPairKeyObjectResult;
  /** The flags BE and BS. */
  isBackupEligible: boolean;
  isBackedUp: boolean;
  counter = 0;

  constructor({ algorithm = 'ES256', idLength = 32, isSynced = false }: Build = {}) {
    const [coseAlgorithm, generate] = algorithms[algorithm];
    this.id = base64url(randomBytes(idLength));
    this.#algorithm = coseAlgorithm;
    this.#keys = generate();
    this.isBackupEligible = isSynced;
    this.isBackedUp = isSynced;
  }

  /** RegistrationResponseJSON. */
  create(ceremony: Ceremony) {
    const clientDataJSON = clientData('webauthn.create', ceremony);
    const idLength = Buffer.alloc(2);
    idLength.writeUInt16BE(bytesOf(this.id).length);
    const coseKey = this.#cosePublicKey();
    for (const [label, value] of Object.entries(ceremony.coseKey ?? {}))
      coseKey.set(Number(label), value);
    const attested = Buffer.concat([
      Buffer.alloc(16),
      idLength,
      bytesOf(this.id),
      isoCBOR.encode(coseKey),
    ]);
    const authData = this.#authenticatorData(ceremony, attested);
    const { fmt = 'none' } = ceremony;
    const selfAttestation: [string, number | Uint8Array][] = [
      ['alg', this.#algorithm],
      ['sig', this.#sign(authData, clientDataJSON)],
    ];
    const attestationObject = isoCBOR.encode(
      new Map<string, string | Map<string, number | Uint8Array> | Uint8Array>([
        ['fmt', fmt],
        ['attStmt', new Map(fmt === 'none' ? [] : selfAttestation)],
        ['authData', Uint8Array.from(authData)],
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
    return this.#credential({
      clientDataJSON: base64url(clientDataJSON),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(this.#sign(authenticatorData, clientDataJSON)),
    });
  }

  #credential<Response>(response: Response) {
    const { id } = this;
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #sign(authenticatorData: Buffer, clientDataJSON: string): Uint8Array {
    const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
    const digest = this.#algorithm === -8 ? null : 'sha256';
    return Uint8Array.from(sign(digest, signed, this.#keys.privateKey));
  }

  #authenticatorData({ rpId = 'localhost', isUserVerified = true }: Ceremony, attested?: Buffer) {
    const flags =
      0x01 |
      (isUserVerified ? 0x04 : 0) |
      (this.isBackupEligible ? 0x08 : 0) |
      (this.isBackedUp ? 0x10 : 0) |
      (attested === undefined ? 0 : 0x40);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([flags]),
      counter,
      attested ?? Buffer.alloc(0),
    ]);
  }

  #cosePublicKey(): CoseMap {
    const jwk = this.#keys.publicKey.export({ format: 'jwk' });
    return new Map([[3, this.#algorithm], ...coseParameters(jwk)]);
  }
}

/** RFC 9053, 7: the key's type and its parameters, by label. */
function coseParameters({ kty, crv, x, y, n, e }: JsonWebKey): [number, number | Uint8Array][] {
  if (kty === 'RSA')
    return [
      [1, 3],
      [-1, bytesOf(n)],
      [-2, bytesOf(e)],
    ];
  const curve = { 'P-256': 1, 'P-384': 2, Ed25519: 6 }[crv ?? ''] ?? 0;
  return [
    [1, kty === 'OKP' ? 1 : 2],
    [-1, curve],
    [-2, bytesOf(x)],
    ...(y === undefined ? [] : [[-3, bytesOf(y)] as [number, Uint8Array]]),
  ];
}

function clientData(type: string, ceremony: Ceremony): string {
  const { challenge, origin = appUrl } = ceremony;
  return JSON.stringify({
    type: ceremony.type ?? type,
    challenge,
    origin,
    crossOrigin: false,
    ...ceremony.clientData,
  });
}
