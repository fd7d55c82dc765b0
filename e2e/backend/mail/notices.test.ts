import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDeviceId } from '../testing/new-device-id.ts';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { describeCircumstances } from './circumstances.ts';
import { describeDevice, wordDevice } from './describe-device.ts';
import { openI18n } from './i18n.ts';
import { plainText } from './isolate.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

const english = await openI18n('en');

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const mailsTo = ({ email }: Person) =>
  (backend.inbox?.messages() ?? []).filter(({ to }) => to === email);
const signInsTold = (person: Person) =>
  mailsTo(person).filter(({ subject }) => subject.startsWith('New sign-in')).length;

it.each([
  ['Europe/Berlin', 'January 15, 2031 at 1:00 PM (Central European Standard Time)'],
  ['America/New_York', 'January 15, 2031 at 7:00 AM (Eastern Standard Time)'],
  ['Asia/Kolkata', 'January 15, 2031 at 5:30 PM (India Standard Time)'],
  ['UTC', 'January 15, 2031 at 12:00 PM (UTC)'],
  [undefined, 'January 15, 2031 at 12:00 PM (UTC)'],
  ['Nowhere/Land', 'January 15, 2031 at 12:00 PM (UTC)'],
  ['<b>', 'January 15, 2031 at 12:00 PM (UTC)'],
])('In the time zone %s, a mail names the time and the zone', (timeZone, when) => {
  const at = Date.UTC(2031, 0, 15, 12);
  const facts = describeCircumstances('ada@example.com', { at, timeZone }, english);
  expect(facts).toContainEqual(['When', when]);
});

it.each([
  [firefox, 'Firefox on Windows'],
  [undefined, undefined],
  ['', undefined],
  ['Your account is locked: call +1 900 or open https://evil.example/1.0', undefined],
])('[B12] The user agent %j is told as %j', (userAgent, device) => {
  const worded = wordDevice(describeDevice(userAgent), english);
  expect(typeof worded === 'object' ? plainText(worded.said, 'ltr') : worded).toBe(device);
});

it('[B12] A sign-in from a new browser is told, with browser and time zone of the reader, and one from a known browser is not', async () => {
  const laptop = { deviceId: newDeviceId(), timezone: 'Europe/Berlin' };
  const person = await (await Person.create(backend)).signIn({ deviceInfo: laptop });
  expect(mailsTo(person)).toEqual([]);
  await person.signIn({ deviceInfo: laptop });
  expect(mailsTo(person)).toEqual([]);
  const phone = { deviceId: newDeviceId(), userAgent: firefox, timezone: 'Asia/Kolkata' };
  await person.signIn({ deviceInfo: phone, source: '203.0.113.7' });
  const [mail] = mailsTo(person);
  expect(mail?.subject).toBe('New sign-in to your account from Firefox on Windows');
  expect(mail?.text).toContain('(Central European Standard Time)');
  expect(mail?.text).toContain('Device: Firefox on Windows\nIP address: 203.0.113.x\n');
  expect(mail?.text).toContain("Wasn't you? Secure your account:\nhttp://localhost:3000/not-me\n");
  await person.signIn({ deviceInfo: phone });
  expect(signInsTold(person)).toBe(1);
});

it('[B12] A sign-in is told once its second step is passed, and not before; a proof later is not told', async () => {
  const person = await Person.signedIn(backend);
  const { secret } = await person.setUpAuthenticator();
  const elsewhere = await person.signIn({ deviceInfo: { userAgent: firefox } });
  expect(signInsTold(person)).toBe(0);
  for (const told of [1, 1]) {
    backend.advance(30_000);
    await elsewhere.passSecondStep(currentTotpCode(secret, backend.now()));
    expect(signInsTold(person)).toBe(told);
  }
});

it('[B12] Proving again who one is by password is no new sign-in', async () => {
  const person = await Person.signedIn(backend);
  await person.proveByPassword();
  expect(mailsTo(person)).toEqual([]);
});

it('[B12] A browser that hides its identifier is told each time, at most ten times an hour', async () => {
  const person = await Person.signedIn(backend);
  for (let turn = 0; turn < 11; turn += 1) await person.signIn();
  expect(signInsTold(person)).toBe(10);
  backend.advance(60 * 60_000);
  await person.signIn();
  expect(signInsTold(person)).toBe(11);
});

it('A mail has a name as sender, goes to support when answered, and asks machines not to answer', async () => {
  const person = await Person.signedIn(backend);
  await person.setUpAuthenticator();
  const [mail] = mailsTo(person);
  expect(mail?.from).toBe('MFA settings <no-reply@example.com>');
  expect(mail?.headers).toMatchObject({
    'reply-to': 'support@example.com',
    'auto-submitted': 'auto-generated',
    'x-auto-response-suppress': 'All',
  });
  expect(Object.keys(mail?.headers ?? {}).filter((name) => name.startsWith('list-'))).toEqual([]);
});

it('[B12] The owner is told when a device is removed or trusted, and when all sessions end', async () => {
  const deviceInfo = { deviceId: newDeviceId(), userAgent: firefox };
  const person = await (await Person.create(backend)).signIn({ deviceInfo });
  await person.send('POST /sessions/revoke-all');
  const again = await person.signIn({ deviceInfo });
  const [device] = await again.devices();
  await again.send(`DELETE /devices/${device?.id ?? ''}`);
  expect(person.subjects()).toEqual([
    'Firefox on Windows was removed from your account',
    'You were signed out everywhere',
  ]);
});
