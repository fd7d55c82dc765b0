/** Finds Chromium (Playwright's own, or one on PATH), or else downloads or installs it. */
import { spawnSync } from 'node:child_process';
import { findWholeChromium } from './find-chromium.ts';

const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';
const install = `${sudo}apt-get install -y --no-install-recommends`;
const ways = [
  'npx playwright install chromium',
  `${sudo}apt-get update && ${install} chromium chromium-headless-shell`,
  `${install} chromium`,
];

for (const way of ways) {
  if (findWholeChromium()) break;
  console.log(`No Chromium yet: ${way}`);
  spawnSync(way, { shell: true, stdio: 'inherit' });
}
const path = findWholeChromium();
if (!path) {
  console.error('No Chromium found, and none could be installed. Put one on PATH and try again.');
  process.exit(1);
}
console.log(`Chromium: ${path}`);
