import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';

import { passkeyCapabilityQuery, readPasskeyCapability } from './passkey-capability.ts';

afterEach(() => vi.unstubAllGlobals());

const browser = (ask: () => Promise<boolean>) =>
  Object.assign(vi.fn(), { isUserVerifyingPlatformAuthenticatorAvailable: ask });

it.each([
  ['a device with a fingerprint reader', browser(async () => true), 'here'],
  ['a device without', browser(async () => false), 'elsewhere'],
  [
    'a browser whose answer fails',
    browser(async () => Promise.reject(new Error('broken'))),
    'elsewhere',
  ],
  ['a browser without WebAuthn', undefined, 'unsupported'],
])('%s: %#', async (_, publicKeyCredential, capability) => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('PublicKeyCredential', publicKeyCredential);
  expect(await readPasskeyCapability()).toBe(capability);
});

it('a browser that does not answer within a second counts as one without', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal(
    'PublicKeyCredential',
    browser(() => new Promise(() => {})),
  );
  const read = readPasskeyCapability();
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  expect(await read).toBe('elsewhere');
});

it('an insecure address offers no passkeys', async () => {
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal(
    'PublicKeyCredential',
    browser(async () => true),
  );
  expect(await readPasskeyCapability()).toBe('insecure');
});

it('the browser is asked once', async () => {
  const ask = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('PublicKeyCredential', browser(ask));
  const client = new QueryClient();
  expect(await client.query(passkeyCapabilityQuery())).toBe('here');
  vi.setSystemTime(Date.now() + 365 * 24 * 3_600_000);
  expect(await client.query(passkeyCapabilityQuery())).toBe('here');
  vi.useRealTimers();
  expect(ask).toHaveBeenCalledTimes(1);
});
