import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { orgRoles } from '../../../src/api/contract.ts';
import { users } from '../database/schema.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { newDeviceId } from '../testing/new-device-id.ts';
import { Person } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const statements: string[] = [];
let backend: TestBackend;
beforeAll(async () => {
  const logger = { logQuery: (statement: string) => void statements.push(statement) };
  backend = await startTestBackend({ statementLogger: logger });
});
afterAll(() => backend.close());

const german = 'de-AT, de;q=0.9, en;q=0.5';
const deviceInfo = { deviceId: newDeviceId() };

async function remembered({ id }: Person): Promise<string | null | undefined> {
  const [user] = await backend.database.select().from(users).where(eq(users.id, id));
  return user?.language;
}

async function signedIn(language: string, user = {}): Promise<Person> {
  return (await Person.create(backend, user)).signIn({ language, deviceInfo });
}

it('A person who reads German gets German mails, sent by a German name', async () => {
  const person = await signedIn(german);
  await person.setUpAuthenticator();
  const { subject, from, headers, html, text } = person.newestMail();
  expect(subject).toBe('Authenticator-App zu Ihrem Konto hinzugefügt');
  expect(from).toBe('MFA-Einstellungen <no-reply@example.com>');
  expect(headers['content-language']).toBe('de');
  expect(html).toContain('<html lang="de" dir="ltr">');
  expect(text).toContain('Zeitpunkt: 15. Januar 2031 um 12:00 (UTC)\n');
});

it('A person who reads Arabic gets Arabic mails, written from right to left', async () => {
  const person = await signedIn('ar-EG');
  await person.setUpMagicLink();
  const { subject, from, html } = person.newestMail();
  expect(subject).toBe('تم تفعيل الرابط السحري');
  expect(from).toBe('إعدادات المصادقة المتعددة العوامل <no-reply@example.com>');
  expect(html).toContain('<html lang="ar" dir="rtl">');
});

it.each([
  ['a language that we lack', 'tlh'],
  ['any language', '*'],
  ['100 KB of nothing', 'x'.repeat(100_000)],
  ['what is no list', ';;;,,,="'],
  ['what is not ASCII', 'de\u00FF'],
])(
  '[B12] Whoever asks for %s gets English mails, and their language stays unknown',
  async (_what, language) => {
    const person = await signedIn(language);
    await person.setUpAuthenticator();
    expect(person.newestMail().subject).toBe('Authenticator app added to your account');
    expect(await remembered(person)).toBe(null);
  },
);

it('Without a language of ours, the one from before stays', async () => {
  const person = await signedIn('de');
  await person.signIn({ language: 'tlh', deviceInfo });
  expect(await remembered(person)).toBe('de');
});

it('[B12] A sign-in from a new browser is told in the language from before', async () => {
  const person = await signedIn('de');
  const elsewhere = await person.signIn({ language: 'ar' });
  expect(person.newestMail().subject).toBe('Neue Anmeldung in Ihrem Konto');
  expect(await remembered(elsewhere)).toBe('ar');
});

it('[B12] Knowing the password alone changes no language; passing the second step does', async () => {
  const person = await signedIn('de');
  const { secret } = await person.setUpAuthenticator();
  await person.setUpMagicLink();
  const limited = await person.signIn({ language: 'ar' });
  await limited.post('/mfa/magic-link/send');
  expect(person.newestMail().subject).toBe('Ihr Anmeldelink');
  expect(await remembered(person)).toBe('de');
  backend.advance(30_000);
  await limited.passSecondStep(currentTotpCode(secret, backend.now()));
  expect(await remembered(person)).toBe('ar');
});

it('A change in another language is told in it, and so is what comes after', async () => {
  const person = await signedIn('de');
  await person.setUpMagicLink();
  person.language = 'ar';
  await person.setUpAuthenticator();
  expect(person.newestMail().subject).toBe('تمت إضافة تطبيق مصادقة إلى حسابك');
  await send(backend, 'POST /user/request-reset-password', {
    body: { email: person.email },
    headers: { 'Accept-Language': 'de' },
  });
  expect(person.newestMail().subject).toBe('اختيار كلمة مرور جديدة');
});

it('[B6, B12] A token without a fresh proof changes no language', async () => {
  const person = await signedIn('de');
  const thief = person.copy();
  thief.language = 'ar';
  const rename = () => thief.send(`PUT /user/${person.id}`, { name: 'Ada' });
  backend.advance(10 * 60_000 + 1);
  expect((await rename()).status).toBe(200);
  expect(await remembered(person)).toBe('de');
  await thief.proveByPassword();
  await rename();
  expect(await remembered(person)).toBe('ar');
});

it('What an administrator does to a member is told in the language of each', async () => {
  const { id: orgId } = await backend.createOrganization('شركة المثال');
  const owner = await signedIn('ar', { orgId, orgRole: orgRoles.owner, name: 'ليلى' });
  const other = await signedIn('de', { orgId, orgRole: orgRoles.administrator });
  const member = await signedIn('de', { orgId });
  await owner.post('/mfa/organization/enforce', { enforced: true });
  expect(owner.newestMail().subject).toBe('أصبحت مؤسستك تشترط خطوة ثانية');
  expect(other.newestMail().subject).toBe('Ihre Organisation verlangt jetzt einen zweiten Schritt');
  expect(other.newestMail().text).toContain('für alle in \u2068شركة المثال\u2069');
  await owner.setUpAuthenticator();
  await owner.post('/mfa/reset', { resetUserId: member.id });
  expect(member.newestMail().subject).toBe(
    'Alle Methoden für den zweiten Schritt aus Ihrem Konto entfernt',
  );
});

it('Where nothing is known, a link to choose a new password comes in the language of the request', async () => {
  const person = await Person.create(backend);
  await send(backend, 'POST /user/request-reset-password', {
    body: { email: person.email },
    headers: { 'Accept-Language': german },
  });
  expect(person.newestMail().subject).toBe('Neues Passwort wählen');
  expect(await remembered(person)).toBe(null);
});

it('Reading writes nothing, whatever language it asks for', async () => {
  const person = await signedIn('de');
  person.language = 'ar';
  statements.length = 0;
  await person.get('/mfa/status');
  await person.get('/mfa/methods');
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.filter((statement) => /^\s*(update|insert|delete)/i.test(statement))).toEqual(
    [],
  );
  expect(await remembered(person)).toBe('de');
});
