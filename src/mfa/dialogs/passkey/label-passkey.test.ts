import { bufferToBase64URLString, type RegistrationResponseJSON } from '@simplewebauthn/browser';
import { expect, it } from 'vitest';

import { labelPasskey } from './label-passkey.ts';

const oneOf1Password = 'bada5566a7aa401fbd9645619a55120d';
const ofManagedDevice = 'dd4ec289e01d41c9bb8970fa845d4bf2';
const oneOfYubico = 'c5ef55ffad9a4b9fb580adebafe026d0';
const unknown = '0'.repeat(32);

const bytesOf = (hex: string) =>
  Uint8Array.from(hex.match(/../g)!, (digits) => Number.parseInt(digits, 16));

function credential(
  aaguid: string | undefined,
  over: Partial<RegistrationResponseJSON> = {},
  transports: RegistrationResponseJSON['response']['transports'] = [],
): RegistrationResponseJSON {
  const data = aaguid && bytesOf(`${'ff'.repeat(37)}${aaguid}ffff`);
  return {
    id: 'AQ',
    rawId: 'AQ',
    type: 'public-key',
    clientExtensionResults: {},
    ...over,
    response: {
      clientDataJSON: '',
      attestationObject: '',
      transports,
      ...(data && { authenticatorData: bufferToBase64URLString(data.buffer) }),
    },
  };
}
const roaming = { authenticatorAttachment: 'cross-platform' } as const;

it.each([
  ['a known provider', credential(oneOf1Password), '1Password'],
  ['a known provider on another device', credential(oneOf1Password, roaming), '1Password'],
  ['a managed device', credential(ofManagedDevice), 'iCloud Keychain (Managed)'],
  ['a security key', credential(oneOfYubico, roaming), 'YubiKey 5 Series with Lightning'],
  ['an unknown one on this device', credential(unknown), 'this-device'],
  ['a key that is plugged in', credential(unknown, roaming, ['usb', 'nfc']), 'security-key'],
  ['a phone', credential(unknown, roaming, ['internal', 'hybrid']), 'phone'],
  ['a browser that does not say', credential(undefined), 'this-device'],
])('a passkey of %s gets its label', async (_, made, label) => {
  expect(await labelPasskey(made)).toBe(label);
});
