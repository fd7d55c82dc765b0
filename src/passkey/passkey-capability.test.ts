import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';

import { passkeyCapabilityQuery, readPasskeyCapability } from './passkey-capability.ts';

afterEach(() => vi.unstubAllGlobals());

const old = (answer: boolean) =>
  Object.assign(vi.fn(), { isUserVerifyingPlatformAuthenticatorAvailable: async () => answer });
const modern = (answer: boolean | undefined, older = false) =>
  Object.assign(old(older), {
    getClientCapabilities: async () => ({ userVerifyingPlatformAuthenticator: answer }),
  });
const broken = Object.assign(vi.fn(), {
  getClientCapabilities: async () => Promise.reject(new Error('broken')),
});

it.each([
  ['a modern browser on a device with a fingerprint reader', modern(true), 'here'],
  ['a modern browser on a device without', modern(false, true), 'elsewhere'],
  ['a modern browser that cannot tell, but could before', modern(undefined, true), 'here'],
  ['an older browser on a device with a fingerprint reader', old(true), 'here'],
  ['an older browser on a device without', old(false), 'elsewhere'],
  ['a browser whose answer fails', broken, 'elsewhere'],
  ['a browser without WebAuthn', undefined, 'unsupported'],
])('%s: %#', async (_, publicKeyCredential, capability) => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('PublicKeyCredential', publicKeyCredential);
  expect(await readPasskeyCapability()).toBe(capability);
});

it('an insecure address offers no passkeys', async () => {
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal('PublicKeyCredential', modern(true));
  expect(await readPasskeyCapability()).toBe('insecure');
});

it('the browser is asked once', async () => {
  const ask = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal(
    'PublicKeyCredential',
    Object.assign(vi.fn(), { isUserVerifyingPlatformAuthenticatorAvailable: ask }),
  );
  const client = new QueryClient();
  expect(await client.query(passkeyCapabilityQuery())).toBe('here');
  vi.setSystemTime(Date.now() + 365 * 24 * 3_600_000);
  expect(await client.query(passkeyCapabilityQuery())).toBe('here');
  vi.useRealTimers();
  expect(ask).toHaveBeenCalledTimes(1);
});
