import type { LaunchOptions } from 'playwright';
import { findChromium } from './find-chromium.ts';

/** How Vitest and Playwright start Chromium. Throws a plain sentence where there is none. */
export function chromiumLaunchOptions(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('No Chromium found. `npx jiti e2e/workshop/install-chromium.ts` installs one.');
  // Root has no user namespace for Chromium's sandbox to use; anyone else keeps the sandbox.
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-quic',
      '--disable-sync',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  };
}
