import { chromium, type LaunchOptions } from 'playwright';
import { findChromium } from './find-chromium.ts';

/**
 * How Vitest and Playwright start Chromium. Throws an error with a plain sentence where it is
 * missing.
 */
export function chromiumLaunchOptions(executablePath = findChromium()): LaunchOptions {
  if (!executablePath)
    throw new Error('No Chromium found. `npx jiti e2e/workshop/install-chromium.ts` installs one.');
  // Chromium's sandbox cannot run as root; everybody else keeps it.
  const isRoot = process.getuid?.() === 0;
  return {
    // Where it is Playwright's own, Playwright starts the headless shell that came with it.
    ...(executablePath === chromium.executablePath() ? {} : { executablePath }),
    args: [
      '--disable-background-networking',
      '--disable-quic',
      '--disable-sync',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  };
}
