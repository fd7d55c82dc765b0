import { asc, eq } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import { sessions, signIns, users } from '../database/schema.ts';
import { describeDevice, wordDevice } from './describe-device.ts';
import type { Device } from './describe-device.ts';
import type { I18n, Phrase, Said } from './i18n.ts';
import type { Fact } from './letter.ts';

export interface MailSender {
  appUrl: string;
  supportEmail: string;
}

/** What is known about how something came about. */
export interface Circumstances {
  device?: Device | undefined;
  /** The network, shortened as it is stored. */
  network?: string | undefined;
  /** The time zone of the reader, an IANA name. */
  timeZone?: string | undefined;
  /** The language of the reader. */
  language?: string | undefined;
}

/**
 * Reads with which device and where a session was signed in to, and for whom it is. The time zone is that of the oldest
 * verified session, because one that just began may be somebody else's.
 *
 * @param sessionId undefined where no session of the account brought it about
 */
export async function readCircumstances(
  tx: Database,
  userId: string,
  sessionId?: string,
): Promise<Circumstances> {
  const { id, isVerified } = sessions;
  const { userAgent, network, timezone } = signIns;
  const rows = await tx
    .select({ id, isVerified, userAgent, network, timezone, language: users.language })
    .from(users)
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .leftJoin(signIns, eq(signIns.sessionId, id))
    .where(eq(users.id, userId))
    .orderBy(asc(signIns.startedAt));
  const own = rows.find(({ id }) => id === sessionId);
  const reader = rows.find(({ isVerified, timezone }) => isVerified && timezone !== null) ?? own;
  return {
    device: describeDevice(own?.userAgent),
    network: own?.network ?? undefined,
    timeZone: reader?.timezone ?? undefined,
    language: rows[0]?.language ?? undefined,
  };
}

/**
 * Lists the account, the time, and what is known about the device.
 * @param happened `at` in milliseconds since the epoch
 */
export function describeCircumstances(
  account: string,
  { at, device, network, timeZone }: Circumstances & { at: number },
  i18n: I18n,
): Fact[] {
  const facts: [Said, string | Phrase | undefined][] = [
    [i18n._('Account'), account],
    [
      i18n._('When', {}, { comment: 'The label of the time at which it happened' }),
      describeTime(at, timeZone, i18n.language),
    ],
    [i18n._('Device'), wordDevice(device, i18n)],
    [i18n._('IP address'), network?.replace('.0/24', '.x').replace(/:*\/48$/, ':x')],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
}

/** The way to help for those who cannot follow the link to secure their account. */
export function contactSupport(supportEmail: string, i18n: I18n): Said {
  return i18n._(
    "Can't sign in? Contact {supportEmail} right away and we'll help secure your account.",
    { supportEmail },
  );
}

/**
 * Writes a time in a time zone, and names the zone: "January 15, 2031 at 1:00 PM (Central European
 * Standard Time)". In UTC where the zone is unknown.
 */
function describeTime(at: number, timeZone: string | undefined, language: string): string {
  const zone = timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC';
  const time = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  });
  const named = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: zone === 'UTC' ? 'short' : 'long',
  });
  const name = named.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  // Some releases of Node put a narrow space before AM and PM, which not every font has.
  return `${time.format(at).replaceAll('\u202F', ' ')} (${name ?? 'UTC'})`;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
