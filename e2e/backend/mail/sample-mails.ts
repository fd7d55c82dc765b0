import { mfaTypes } from '../../../src/api/contract.ts';
import { composeMail } from './compose-mail.ts';
import type { Letter } from './letter.ts';
import { openI18n } from './i18n.ts';
import { linkLetter } from './link-mail.ts';
import type { Notice } from './notices.ts';
import { noticeLetter } from './write-notice.ts';

export interface SampleMail {
  /** Unique, and fit for a file name. */
  name: string;
  subject: string;
  html: string;
  text: string;
}

const sender = { appUrl: 'https://account.example.com', supportEmail: 'support@example.com' };
const to = 'ada@example.com';
const device = { browser: 'Firefox', system: 'Windows' };
const circumstances = {
  at: Date.UTC(2031, 0, 15, 12),
  device,
  network: '203.0.113.0/24',
  timeZone: 'Europe/Berlin',
};
const by = 'Grace Hopper (grace@example.com)';

const notices: Record<string, Notice> = {
  ...eachMethod('added', (method) => ({ kind: 'method-added', method, isAgain: false })),
  ...eachMethod('added-again', (method) => ({ kind: 'method-added', method, isAgain: true })),
  ...eachMethod('turned-on', (method) => ({ kind: 'method-turned-on', method })),
  ...eachMethod('turned-off', (method) => ({ kind: 'method-turned-off', method, isLast: false })),
  ...eachMethod('last-off', (method) => ({ kind: 'method-turned-off', method, isLast: true })),
  ...eachMethod('primary', (method) => ({ kind: 'primary-changed', method })),
  'methods-removed': { kind: 'methods-removed' },
  'methods-removed-by-administrator': { kind: 'methods-removed-by-administrator', by },
  'backup-code-used': { kind: 'backup-code-used', left: 9 },
  'backup-code-used-one-left': { kind: 'backup-code-used', left: 1 },
  'backup-code-used-none-left': { kind: 'backup-code-used', left: 0 },
  'codes-locked': { kind: 'codes-locked' },
  'new-browsers-locked-out': { kind: 'new-browsers-locked-out' },
  'browser-forgotten': { kind: 'browser-forgotten' },
  'new-sign-in': { kind: 'new-sign-in', device },
  'new-sign-in-unknown-device': { kind: 'new-sign-in', device: undefined },
  'password-changed': { kind: 'password-changed' },
  'password-reset': { kind: 'password-reset' },
  'device-removed': { kind: 'device-removed', device },
  'device-removed-unknown-device': { kind: 'device-removed', device: undefined },
  'device-trusted': { kind: 'device-trusted', device },
  'signed-out-everywhere': { kind: 'signed-out-everywhere' },
  ...eachRequirement(true),
  ...eachRequirement(false),
};

/** Nobody knows the circumstances of these. */
const withoutDevice = [
  'new-sign-in-unknown-device',
  'new-browsers-locked-out',
  'methods-removed-by-administrator',
];

/** Every mail that the backend sends, with made-up people, for tests and for looking at them. */
export async function sampleMails(language = 'en'): Promise<SampleMail[]> {
  const i18n = await openI18n(language);
  const links = ['activate', 'sign-in', 'reset-password'] as const;
  const letters: [string, Letter][] = [
    ...Object.entries(notices).map(([name, notice]): [string, Letter] => {
      const known = withoutDevice.includes(name) ? { at: circumstances.at } : circumstances;
      return [name, noticeLetter(sender, to, notice, known, i18n)];
    }),
    ...links.map((purpose): [string, Letter] => [
      `link-${purpose}`,
      linkLetter(sender, to, purpose, 'e30.e30.c2lnbmF0dXJl', circumstances, i18n),
    ]),
  ];
  return Promise.all(
    letters.map(async ([name, letter]) => {
      const { subject, html, text } = await composeMail(letter, i18n);
      return { name, subject, html, text };
    }),
  );
}

function eachMethod(
  name: string,
  notice: (method: (typeof mfaTypes)[number]) => Notice,
): Record<string, Notice> {
  return Object.fromEntries(
    mfaTypes.map((method) => [`${method.toLowerCase().replace('_', '-')}-${name}`, notice(method)]),
  );
}

function eachRequirement(isRequired: boolean): Record<string, Notice> {
  const name = `requirement-${isRequired ? 'on' : 'off'}`;
  const notice = { kind: 'requirement-changed', isRequired, organization: 'Example Inc' } as const;
  return {
    [name]: { ...notice, by: 'Ada Lovelace (ada@example.com)', isReader: true },
    [`${name}-by-somebody-else`]: { ...notice, by, isReader: false },
  };
}
