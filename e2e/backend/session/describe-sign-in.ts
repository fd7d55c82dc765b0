import { parse as parseUserAgent } from 'bowser';
import * as v from 'valibot';
import { deviceInfo } from '../../../src/api/contract-devices.ts';
import type { DeviceType } from '../../../src/api/contract-devices.ts';
import { keyedHash } from '../crypto/hash.ts';
import { truncateAddress } from '../http/network-of.ts';
import type { Services } from '../services.ts';

/** Where and with what somebody signs in. */
export interface SignIn {
  /**
   * The hash of the identifier that the browser keeps. It recognizes the browser but cannot be used in
   * its place. Null where no valid identifier was sent: then the session belongs to no device, because
   * nothing else about a browser tells it from others of its kind.
   */
  deviceHash: string | null;
  userAgent: string | null;
  /** Such as `Firefox on Windows`. */
  deviceName: string | null;
  deviceType: DeviceType | null;
  os: string | null;
  browser: string | null;
  network: string | null;
  timezone: string | null;
  language: string | null;
}

const longestUserAgent = 512;
const longestName = 64;

/**
 * Describes a sign-in by what the browser says about itself, and where it says nothing, by its user
 * agent. It may lie: this is for its owner to read, and decides nothing.
 *
 * @param sent the body's `deviceInfo`
 */
export function describeSignIn(
  { keys }: Services,
  sent: unknown,
  { request, source }: { request: Request; source: string },
): SignIn {
  const { success, output } = v.safeParse(deviceInfo, sent);
  const said = success ? output : {};
  const userAgent = said.userAgent ?? request.headers.get('user-agent') ?? '';
  const read = readUserAgent(userAgent.slice(0, longestUserAgent));
  const os = clean(said.os) ?? clean(read.os);
  const browser = clean(said.browser) ?? clean(read.browser);
  return {
    deviceHash: said.deviceId ? keyedHash(keys.devices, said.deviceId) : null,
    userAgent: userAgent === '' ? null : userAgent.slice(0, longestUserAgent),
    deviceName: clean(said.name) ?? nameOf(browser, os),
    deviceType: said.deviceType ?? read.deviceType,
    os,
    browser,
    network: truncateAddress(source) ?? null,
    timezone: clean(said.timezone),
    language: clean(said.language),
  };
}

function readUserAgent(userAgent: string) {
  if (userAgent === '') return { deviceType: null };
  const { os, browser, platform } = parseUserAgent(userAgent);
  const kinds: Record<string, DeviceType> = {
    desktop: 'DESKTOP',
    mobile: 'MOBILE',
    tablet: 'TABLET',
  };
  return {
    os: os.name,
    browser: browser.name,
    deviceType: kinds[platform.type ?? ''] ?? null,
  };
}

function nameOf(browser: string | null, os: string | null): string | null {
  return browser !== null && os !== null ? `${browser} on ${os}` : (browser ?? os);
}

/** One short line, because it stands in lists and in mails. Browsers call unknown what they do not know. */
function clean(text: string | null | undefined): string | null {
  const line = (text ?? '')
    .replaceAll(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, longestName);
  return /^(unknown)?$/i.test(line) ? null : line;
}
