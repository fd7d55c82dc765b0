import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const browsers = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * Returns the path of Playwright's own Chromium if installed, else of one on PATH, else undefined.
 * The headless shell comes first: it starts faster, and leaves more of the machine to the tests.
 */
export function findChromium(): string | undefined {
  return find(['chromium-headless-shell', ...browsers]);
}

/** As `findChromium`, but a whole browser, which has settings that a person can change. */
export function findWholeChromium(): string | undefined {
  return find(browsers);
}

function find(names: readonly string[]): string | undefined {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
