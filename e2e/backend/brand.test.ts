import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownBrand } from '../brand/brand.ts';
import { Person } from './testing/person.ts';
import { startTestBackend } from './testing/start-test-backend.ts';
import type { TestBackend } from './testing/start-test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({
    brand: {
      ...ownBrand,
      name: 'Harbor',
      relyingParty: 'Harbor accounts',
      supportEmail: 'help@harbor.example',
      links: [{ label: 'Help', url: '/help' }],
      methods: ['PASSKEY'],
    },
  });
});
afterAll(() => backend.close());

it('Passkeys name the relying party of the brand', async () => {
  const person = await Person.signedIn(backend);
  const { body } = await person.post('/mfa/setup', { mfaType: 'PASSKEY' });
  expect(body.data).toMatchObject({ rp: { name: 'Harbor accounts' } });
});

it('Mails come from the brand, are answered to its support, and have its links in whole', async () => {
  const person = await Person.signedIn(backend);
  // The contract's calls serve every method; the app alone does not offer some.
  await person.setUpAuthenticator();
  const mail = backend.inbox?.messages().find(({ to }) => to === person.email);
  expect(mail?.from).toBe('Harbor <no-reply@example.com>');
  expect(mail?.headers['reply-to']).toBe('help@harbor.example');
  expect(mail?.text).toContain('Contact help@harbor.example');
  expect(mail?.text).toMatch(/Help:\nhttp:\/\/localhost:3000\/help\n/);
});
