import { describe, expect, it, test } from 'vitest';

import { readAssertion, readNewPasskey, UnreadablePasskeyError } from './read-credential.ts';

const bytes = (...values: number[]) => Uint8Array.from(values).buffer;
const passkey = {
  id: 'AQ',
  type: 'public-key',
  rawId: bytes(1),
  getClientExtensionResults: () => ({ credProps: { rk: true } }),
};
const assertion = {
  authenticatorData: bytes(2),
  clientDataJSON: bytes(3),
  signature: bytes(4),
  userHandle: bytes(5),
};
const attestation = { attestationObject: bytes(6), clientDataJSON: bytes(7) };

describe('An assertion', () => {
  it('is read with its user handle and the results of extensions', () => {
    expect(readAssertion({ ...passkey, response: assertion } as Credential)).toEqual({
      id: 'AQ',
      rawId: 'AQ',
      type: 'public-key',
      clientExtensionResults: { credProps: { rk: true } },
      response: {
        authenticatorData: 'Ag',
        clientDataJSON: 'Aw',
        signature: 'BA',
        userHandle: 'BQ',
      },
    });
  });

  it('is read without a user handle where there is none', () => {
    const response = { ...assertion, userHandle: null };
    const read = readAssertion({ ...passkey, response } as Credential);
    expect(read.response).not.toHaveProperty('userHandle');
  });
});

test.each(['platform', 'cross-platform'])(
  'The attachment %s is kept',
  (authenticatorAttachment) => {
    const credential = { ...passkey, response: attestation, authenticatorAttachment };
    expect(readNewPasskey(credential as Credential)).toMatchObject({ authenticatorAttachment });
  },
);

test.each([null, '', 'implanted'])('The attachment %j is left out', (authenticatorAttachment) => {
  const credential = { ...passkey, response: attestation, authenticatorAttachment };
  expect(readNewPasskey(credential as Credential)).not.toHaveProperty('authenticatorAttachment');
});

it('A new passkey that cannot be read is named by its id, with the cause', () => {
  const credential = { ...passkey, response: {} } as Credential;
  const read = () => readNewPasskey(credential);
  expect(read).toThrow(UnreadablePasskeyError);
  expect(read).toThrow(
    expect.objectContaining({
      credentialId: 'AQ',
      cause: new TypeError('The browser left a part of the credential out.'),
    }),
  );
});
