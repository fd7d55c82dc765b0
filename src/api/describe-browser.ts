import type { DeviceInfo } from './contract-devices.ts';

/** In this order, because most browsers also name the ones that they descend from. */
const browsers: [name: string, mark: RegExp][] = [
  ['Edge', /\bEdg(A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|\bCriOS)\//],
  ['Safari', /\bSafari\//],
];
const systems: [name: string, mark: RegExp][] = [
  ['Windows', /\bWindows\b/],
  ['Android', /\bAndroid\b/],
  ['iPadOS', /\biPad\b/],
  ['iOS', /\biPhone\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/**
 * What the browser says of itself at sign-in. The contract has more fields; these are all that is sent.
 * The library that the backend reads user agents with would add 8 kB gzip to the sign-in page.
 */
export function describeBrowser({
  userAgent,
  language,
  platform,
  maxTouchPoints,
} = navigator): DeviceInfo {
  // Safari on an iPad calls itself a Mac, but no Mac has a touch screen.
  const isTabletMac = /\bMacintosh\b/.test(userAgent) && maxTouchPoints > 1;
  return {
    userAgent,
    deviceType: isTabletMac ? 'TABLET' : kindOf(userAgent),
    os: isTabletMac ? 'iPadOS' : nameIn(systems, userAgent),
    browser: nameIn(browsers, userAgent),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language,
    platform,
  };
}

function kindOf(userAgent: string) {
  if (/\biPad\b|\bTablet\b|\bAndroid\b(?!.*\bMobile\b)/.test(userAgent)) return 'TABLET';
  return /\bMobile\b|\biPhone\b/.test(userAgent) ? 'MOBILE' : 'DESKTOP';
}

function nameIn(names: [name: string, mark: RegExp][], userAgent: string): string {
  return names.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'Unknown';
}
