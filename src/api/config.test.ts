import { afterEach, expect, test, vi } from 'vitest';

async function configOf(environment: Record<string, string | undefined>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { backendUrl } = await import('./backend-url.ts');
  const { config } = await import('./config.ts');
  return { backendUrl, ...config };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test.each([
  ['https://api.example', 'https://api.example'],
  ['https://api.example//', 'https://api.example'],
  ['https://api.example/v1/', 'https://api.example/v1'],
  [undefined, ''],
])('With the backend at %s, requests go to %s', async (set, backendUrl) => {
  expect(await configOf({ VITE_BACKEND_URL: set })).toMatchObject({ backendUrl });
});

test('A deployment can set the support address and the forgotten-password link', async () => {
  expect(
    await configOf({
      VITE_SUPPORT_EMAIL: 'help@acme.example',
      VITE_FORGOT_PASSWORD_URL: '/forgot',
    }),
  ).toMatchObject({ supportEmail: 'help@acme.example', forgotPasswordUrl: '/forgot' });
});

test('By default there is a support address and no forgotten-password link', async () => {
  expect(
    await configOf({ VITE_SUPPORT_EMAIL: undefined, VITE_FORGOT_PASSWORD_URL: undefined }),
  ).toMatchObject({ supportEmail: 'support@example.com', forgotPasswordUrl: undefined });
});

test('The brand that is written into the page is what holds', async () => {
  vi.stubGlobal('brand', { supportEmail: 'help@brand.example', methods: ['PASSKEY'] });
  expect(await configOf({ VITE_SUPPORT_EMAIL: 'help@build.example' })).toMatchObject({
    supportEmail: 'help@brand.example',
    forgotPasswordUrl: undefined,
    methods: ['PASSKEY'],
  });
});
