import { expect, test } from 'vitest';

import { describeBrowser } from './describe-browser.ts';

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)';
const android = 'Mozilla/5.0 (Linux; Android 10; K)';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox', 'Windows', 0],
  [`Mozilla/5.0 (Windows NT 10.0) ${chrome} Edg/142.0`, 'Edge', 'Windows', 0],
  [`Mozilla/5.0 (Windows NT 10.0) ${chrome} OPR/120.0`, 'Opera', 'Windows', 0],
  [`${mac} ${webKit}`, 'Safari', 'macOS', 0],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${chrome.replace('Chrome', 'HeadlessChrome')}`,
    'Chrome',
    'Linux',
    0,
  ],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome}`, 'Chrome', 'ChromeOS', 0],
  ['curl/8', 'Unknown', 'Unknown', 0],
])('%s is %s on %s, a computer', (userAgent, browser, os, maxTouchPoints) => {
  expect(describe({ userAgent, maxTouchPoints })).toMatchObject({
    browser,
    os,
    deviceType: 'DESKTOP',
  });
});

test.each([
  [`${phone} AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari', 'iOS'],
  [`${phone} AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1`, 'Chrome', 'iOS'],
  [`${android} ${chrome.replace(' Safari', ' Mobile Safari')}`, 'Chrome', 'Android'],
  [
    `${android} SamsungBrowser/29.0 ${chrome.replace(' Safari', ' Mobile Safari')}`,
    'Samsung Internet',
    'Android',
  ],
])('%s is %s on %s, a phone', (userAgent, browser, os) => {
  expect(describe({ userAgent, maxTouchPoints: 5 })).toMatchObject({
    browser,
    os,
    deviceType: 'MOBILE',
  });
});

test('A tablet is told by its words, or by a Mac with a touch screen', () => {
  const iPad = { os: 'iPadOS', deviceType: 'TABLET' };
  expect(describe({ userAgent: `${mac} ${webKit}`, maxTouchPoints: 5 })).toMatchObject(iPad);
  const old = `Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) ${webKit}`;
  expect(describe({ userAgent: old, maxTouchPoints: 5 })).toMatchObject(iPad);
  expect(describe({ userAgent: `${android} ${chrome}`, maxTouchPoints: 5 })).toMatchObject({
    os: 'Android',
    deviceType: 'TABLET',
  });
});

test('Nothing is sent beyond what the contract page allows', () => {
  const sent = Object.keys(describe({ userAgent: 'x', maxTouchPoints: 0 }));
  expect(sent.toSorted()).toEqual([
    'browser',
    'deviceType',
    'language',
    'os',
    'platform',
    'timezone',
    'userAgent',
  ]);
});

function describe(browser: { userAgent: string; maxTouchPoints: number }) {
  return describeBrowser({ language: 'en', platform: 'x', ...browser } as Navigator);
}
