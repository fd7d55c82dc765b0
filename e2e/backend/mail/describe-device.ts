import { BROWSER_MAP, OS_MAP, parse } from 'bowser';
import type { I18n, Phrase } from './i18n.ts';
import { plainText } from './isolate.ts';

const browsers: string[] = Object.values(BROWSER_MAP);
const systems: string[] = Object.values(OS_MAP);

/** A browser and its system, such as Firefox and Windows. At least one of them is there. */
export interface Device {
  browser: string | undefined;
  system: string | undefined;
}

/**
 * Names a browser and its system. Only names that a list knows: whoever signs in chooses the user
 * agent, and could otherwise write a sentence into the owner's mail.
 */
export function describeDevice(userAgent: string | null | undefined): Device | undefined {
  if (!userAgent) return undefined;
  const read = parse(userAgent);
  const browser = browsers.find((name) => name === read.browser.name);
  const system = systems.find((name) => name === read.os.name);
  return browser === undefined && system === undefined ? undefined : { browser, system };
}

/** For example "Firefox on Windows". */
export function wordDevice(device: Device | undefined, i18n: I18n): string | Phrase | undefined {
  const { browser, system } = device ?? {};
  if (browser === undefined || system === undefined) return browser ?? system;
  return onSystem(browser, system, i18n);
}

/** A name that was stored in English, in the language of its reader. Names of one's own stay. */
export function nameDevice(
  {
    deviceName,
    browser,
    os,
  }: { deviceName: string | null; browser: string | null; os: string | null },
  i18n: I18n,
): string | null {
  if (browser === null || os === null || deviceName !== `${browser} on ${os}`) return deviceName;
  return plainText(onSystem(browser, os, i18n).said, i18n.direction);
}

function onSystem(browser: string, system: string, i18n: I18n): Phrase {
  const said = i18n._(
    '{browser} on {system}',
    { browser, system },
    {
      comment:
        'Names a device, such as "Firefox on Windows". It stands alone or as {device} in a subject',
    },
  );
  return { said };
}
