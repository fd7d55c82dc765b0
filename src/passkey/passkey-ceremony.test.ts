import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { UnreadablePasskeyError } from './read-credential.ts';
import type { AuthOptions, PasskeySetup } from '../api/contract-set-up.ts';
import { abortCeremony, assertPasskey, registerPasskey } from './passkey-ceremony.ts';

const create = vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>();
const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>();

const challengeBytes = [251, 255, 190, 1];
const standardChallenge = '+/++AQ==';
const urlSafeChallenge = '-_--AQ';
const short: PasskeySetup = { challenge: standardChallenge, rpName: 'Acme', userName: 'ada' };
const full: PasskeySetup = {
  challenge: urlSafeChallenge,
  rp: { name: 'Acme', id: 'acme.example' },
  user: { id: 'AQID', name: 'ada', displayName: 'Ada' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  timeout: 60_000,
};
const request: AuthOptions = {
  challenge: standardChallenge,
  rpId: 'acme.example',
  userVerification: 'required',
  timeout: null,
  allowCredentials: undefined,
};

beforeEach(() => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('PublicKeyCredential', vi.fn());
  vi.stubGlobal('navigator', { credentials: { create, get } });
  vi.stubGlobal('location', { hostname: 'acme.example' });
  const failure = new DOMException('', 'NotAllowedError');
  create.mockReset().mockRejectedValue(failure);
  get.mockReset().mockRejectedValue(failure);
});
afterEach(() => vi.unstubAllGlobals());

const bytes = (source: BufferSource) =>
  Array.from(new Uint8Array(source instanceof ArrayBuffer ? source : source.buffer));

/** What the browser is asked for; the ceremony itself fails. */
async function asked(setup: PasskeySetup, exclude?: Parameters<typeof registerPasskey>[1]) {
  await registerPasskey(setup, exclude).catch(() => undefined);
  return create.mock.lastCall![0].publicKey!;
}

describe('The browser is asked for a new passkey', () => {
  it('with what the full form says', async () => {
    const options = await asked(full);
    expect(options).toMatchObject({
      rp: full.rp,
      user: { name: 'ada', displayName: 'Ada' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      timeout: 60_000,
    });
    expect(bytes(options.user.id)).toEqual([1, 2, 3]);
  });

  it('with EdDSA, ES256 and RS256 where the short form names no algorithms', async () => {
    const options = await asked({ ...short, rpID: 'acme.example' });
    expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]);
    expect(options.rp).toEqual({ name: 'Acme', id: 'acme.example' });
  });

  it('with defaults for what the short form leaves out', async () => {
    expect(await asked(short)).toMatchObject({
      user: { name: 'ada', displayName: 'ada' },
      pubKeyCredParams: [{ type: 'public-key' }, { type: 'public-key' }, { type: 'public-key' }],
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      attestation: 'none',
    });
  });

  it('for the page’s own host where the short form names no relying party', async () => {
    expect((await asked(short)).rp).toEqual({ name: 'Acme' });
  });

  it.each([
    ['standard', standardChallenge],
    ['url-safe', urlSafeChallenge],
  ])('with the same challenge from %s base64', async (_, challenge) => {
    expect(bytes((await asked({ ...full, challenge })).challenge)).toEqual(challengeBytes);
    expect(bytes((await asked({ ...short, challenge })).challenge)).toEqual(challengeBytes);
  });

  it.each([
    ['a number', '42', [52, 50]],
    ['letters beyond ASCII', 'Zoë', [90, 111, 195, 171]],
    ['a UUID', '6f9619ff-8b86-d011-b42d-00cf4fc964ff', undefined],
    ['64 bytes', 'x'.repeat(64), undefined],
  ])('with the platform’s own id as the handle: %s', async (_, userId, expected) => {
    const handle = bytes((await asked({ ...short, userId })).user.id);
    expect(handle).toEqual(expected ?? [...userId].map((letter) => letter.charCodeAt(0)));
  });

  it.each([
    ['is absent', undefined],
    ['is null', null],
    ['is longer than the 64 bytes of a handle', 'ö'.repeat(33)],
  ])('with a handle that stays the same and tells no name where the id %s', async (_, userId) => {
    const handleOf = async (over: object) => bytes((await asked({ ...short, ...over })).user.id);
    const handle = await handleOf({ userId });
    expect(handle).toHaveLength(32);
    expect(await handleOf({ userId })).toEqual(handle);
    const other = userId ? { userId: `${userId}ö` } : { userId, userName: 'bob' };
    expect(await handleOf(other)).not.toEqual(handle);
  });

  it('with the account’s passkeys excluded', async () => {
    const options = await asked(full, [{ id: standardChallenge, transports: ['internal'] }]);
    const [excluded] = options.excludeCredentials!;
    expect(bytes(excluded!.id)).toEqual(challengeBytes);
    expect(excluded).toMatchObject({ type: 'public-key', transports: ['internal'] });
  });
});

describe('The browser is asked to sign', () => {
  it.each([standardChallenge, urlSafeChallenge])('the challenge %s', async (challenge) => {
    await assertPasskey({
      ...request,
      challenge,
      allowCredentials: [{ id: challenge, transports: undefined }],
    }).catch(() => undefined);
    const options = get.mock.lastCall![0].publicKey!;
    expect(bytes(options.challenge)).toEqual(challengeBytes);
    expect(bytes(options.allowCredentials![0]!.id)).toEqual(challengeBytes);
    expect(options).toMatchObject({ rpId: 'acme.example', userVerification: 'required' });
    expect(get.mock.lastCall![0].mediation).toBeUndefined();
  });

  it.each([
    ['as long as the server says', 60_000, { timeout: 60_000 }],
    ['as long as it likes where the server says nothing', undefined, {}],
    ['as long as it likes where the server says null', null, {}],
  ])('%s', async (_, timeout, expected) => {
    await assertPasskey({ ...request, timeout }).catch(() => undefined);
    const { timeout: asked } = get.mock.lastCall![0].publicKey!;
    expect(asked === undefined ? {} : { timeout: asked }).toEqual(expected);
    expect('timeout' in get.mock.lastCall![0].publicKey!).toBe('timeout' in expected);
  });

  it.each([
    ['where the server says how to reach them', ['usb'], { transports: ['usb'] }],
    ['and tries every way where the server does not say', undefined, {}],
  ] as const)('with passkeys of the account, %s', async (_, transports, reached) => {
    const known = { id: urlSafeChallenge, transports: transports && [...transports] };
    await assertPasskey({ ...request, allowCredentials: [known] }).catch(() => undefined);
    const [allowed] = get.mock.lastCall![0].publicKey!.allowCredentials!;
    const { id: _id, ...rest } = allowed!;
    expect(rest).toEqual({ type: 'public-key', ...reached });
  });

  it('with any passkey if the server names none', async () => {
    await assertPasskey(request).catch(() => undefined);
    expect(get.mock.lastCall![0].publicKey!.allowCredentials).toBeUndefined();
  });

  it('with autofill only if that was requested', async () => {
    const publicKeyCredential = Object.assign(vi.fn(), {
      isConditionalMediationAvailable: async () => true,
    });
    vi.stubGlobal('PublicKeyCredential', publicKeyCredential);
    vi.stubGlobal('document', { querySelectorAll: () => [{}] });
    await assertPasskey(request, { useBrowserAutofill: true }).catch(() => undefined);
    expect(get.mock.lastCall![0].mediation).toBe('conditional');
  });
});

describe('What the browser made is handed on as JSON', () => {
  const buffer = Uint8Array.from(challengeBytes).buffer;
  const made = {
    id: urlSafeChallenge,
    rawId: buffer,
    type: 'public-key',
    getClientExtensionResults: () => ({}),
  };

  it('a new passkey', async () => {
    create.mockResolvedValue({
      ...made,
      response: { attestationObject: buffer, clientDataJSON: buffer },
    });
    expect(await registerPasskey(full)).toMatchObject({
      id: urlSafeChallenge,
      rawId: urlSafeChallenge,
      response: { attestationObject: urlSafeChallenge },
    });
  });

  const throws = () => {
    throw new TypeError('Illegal invocation');
  };
  const attestation = { attestationObject: buffer, clientDataJSON: buffer };
  const optionalParts = {
    getTransports: () => ['internal'],
    getPublicKeyAlgorithm: () => -7,
    getPublicKey: () => buffer,
    getAuthenticatorData: () => buffer,
  };

  it('a new passkey with all that a browser tells', async () => {
    const response = { ...attestation, ...optionalParts };
    create.mockResolvedValue({ ...made, response, authenticatorAttachment: 'platform' });
    expect(await registerPasskey(full)).toEqual({
      id: urlSafeChallenge,
      rawId: urlSafeChallenge,
      type: 'public-key',
      clientExtensionResults: {},
      authenticatorAttachment: 'platform',
      response: {
        attestationObject: urlSafeChallenge,
        clientDataJSON: urlSafeChallenge,
        transports: ['internal'],
        publicKeyAlgorithm: -7,
        publicKey: urlSafeChallenge,
        authenticatorData: urlSafeChallenge,
      },
    });
  });

  it.each([
    ['getTransports', 'transports'],
    ['getPublicKeyAlgorithm', 'publicKeyAlgorithm'],
    ['getPublicKey', 'publicKey'],
    ['getAuthenticatorData', 'authenticatorData'],
  ])('a new passkey whose %s throws, or is missing, without that part', async (method, field) => {
    for (const broken of [throws, undefined, () => null]) {
      const response = { ...attestation, ...optionalParts, [method]: broken };
      create.mockResolvedValue({ ...made, response });
      const read = await registerPasskey(full);
      expect(read.response).toMatchObject({ attestationObject: urlSafeChallenge });
      expect(read.response).not.toHaveProperty(field);
      expect(Object.keys(read.response)).toHaveLength(5);
    }
  });

  it.each([
    ['throws', throws],
    ['is missing', undefined],
  ])('both, where getClientExtensionResults %s', async (_, getClientExtensionResults) => {
    create.mockResolvedValue({ ...made, response: attestation, getClientExtensionResults });
    expect(await registerPasskey(full)).toMatchObject({ clientExtensionResults: {} });
    const response = { authenticatorData: buffer, clientDataJSON: buffer, signature: buffer };
    get.mockResolvedValue({ ...made, response, getClientExtensionResults });
    expect(await assertPasskey(request)).toMatchObject({ clientExtensionResults: {} });
  });

  it('a new passkey without a required part fails, and the error has its id', async () => {
    const response = Object.defineProperty({ ...attestation }, 'attestationObject', {
      get: throws,
    });
    create.mockResolvedValue({ ...made, response });
    const failure = await registerPasskey(full).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnreadablePasskeyError);
    expect(failure).toMatchObject({ credentialId: urlSafeChallenge });
  });

  it('a signature', async () => {
    const response = { authenticatorData: buffer, clientDataJSON: buffer, signature: buffer };
    get.mockResolvedValue({ ...made, response });
    expect(await assertPasskey(request)).toMatchObject({
      id: urlSafeChallenge,
      response: { signature: urlSafeChallenge },
    });
  });
});

describe('[A11] A ceremony that fails gets its reason from the error’s name', () => {
  it.each([
    ['AbortError', 'cancelled', true],
    ['InvalidStateError', 'already-registered', true],
    ['NotSupportedError', 'unsupported', false],
    ['SecurityError', 'misconfigured', false],
    ['ConstraintError', 'failed', false],
    ['UnknownError', 'failed', false],
    ['SomethingNewError', 'failed', false],
  ])('%s is %s', async (name, reason, isNeutral) => {
    create.mockRejectedValue(new DOMException('', name));
    await expect(registerPasskey(full)).rejects.toMatchObject({ reason, isNeutral });
    get.mockRejectedValue(new DOMException('', name));
    await expect(assertPasskey(request)).rejects.toMatchObject({ reason, isNeutral });
  });

  it('NotAllowedError has many meanings: it is a passkey that was not created, or not used', async () => {
    const isNeutral = true;
    await expect(registerPasskey(full)).rejects.toMatchObject({ reason: 'not-created', isNeutral });
    await expect(assertPasskey(request)).rejects.toMatchObject({ reason: 'not-used', isNeutral });
  });

  it('as cancelled if the component has unmounted, whatever the browser throws', async () => {
    const controller = new AbortController();
    create.mockImplementation(async () => {
      controller.abort();
      throw new DOMException('', 'NotAllowedError');
    });
    await expect(registerPasskey(full, [], { signal: controller.signal })).rejects.toMatchObject({
      reason: 'cancelled',
    });
  });

  it('as failed if the browser returns no credential', async () => {
    create.mockResolvedValue(null);
    await expect(registerPasskey(full)).rejects.toMatchObject({ reason: 'failed' });
  });

  it('as failed if the server’s challenge is not base64', async () => {
    const setup = { ...full, challenge: '§' };
    await expect(registerPasskey(setup)).rejects.toMatchObject({ reason: 'failed' });
  });

  it('as unsupported if the browser has no WebAuthn', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    await expect(registerPasskey(full)).rejects.toMatchObject({ reason: 'unsupported' });
  });

  it('as misconfigured on an insecure page', async () => {
    vi.stubGlobal('isSecureContext', false);
    await expect(assertPasskey(request)).rejects.toMatchObject({ reason: 'misconfigured' });
  });

  it('as cancelled if the component unmounts during it', async () => {
    const controller = new AbortController();
    create.mockImplementation(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal!.addEventListener('abort', () => reject(signal!.reason as Error));
          controller.abort();
        }),
    );
    const { signal } = controller;
    await expect(registerPasskey(full, [], { signal })).rejects.toMatchObject({
      reason: 'cancelled',
    });
  });

  it('as cancelled, without a prompt, if the component has unmounted before it', async () => {
    const signal = AbortSignal.abort();
    await expect(assertPasskey(request, { signal })).rejects.toMatchObject({ reason: 'cancelled' });
    expect(get).not.toHaveBeenCalled();
  });

  it('and a component whose ceremony has ended does not abort the next one', async () => {
    const first = new AbortController();
    await registerPasskey(full, [], { signal: first.signal }).catch(() => undefined);
    let signal: AbortSignal | undefined;
    get.mockImplementation((options) => {
      ({ signal } = options);
      return new Promise(() => {});
    });
    void assertPasskey(request);
    await vi.waitUntil(() => signal);
    first.abort();
    expect(signal?.aborted).toBe(false);
    abortCeremony();
    expect(signal?.aborted).toBe(true);
  });

  it('with the browser’s own error as its cause', async () => {
    const cause = new DOMException('', 'SecurityError');
    create.mockRejectedValue(cause);
    const failure = await registerPasskey(full).catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { name: 'SecurityError' } });
  });

  it('as failed if the thrown value is not an error', async () => {
    create.mockRejectedValue('NotAllowedError');
    await expect(registerPasskey(full)).rejects.toMatchObject({ reason: 'failed' });
  });
});
