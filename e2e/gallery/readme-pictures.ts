import type { Device, Theme } from './pictures.ts';

/** A picture in the README, and the state of a journey that it shows. */
export interface ReadmePicture {
  /** In `e2e/screenshots`. */
  file: string;
  journey: string;
  state: string;
  device: Device;
  theme: Theme;
}

const settings = { journey: 'settings', state: 'One method is on, and a link was sent' };

/** `npm run screenshot` takes these. */
export const readmePictures: readonly ReadmePicture[] = [
  { file: 'settings-light.png', ...settings, device: 'desktop', theme: 'light' },
  { file: 'settings-dark.png', ...settings, device: 'desktop', theme: 'dark' },
  { file: 'settings-phone.png', ...settings, device: 'phone', theme: 'light' },
  {
    file: 'set-up-app.png',
    journey: 'set-up-app',
    state: 'Save the backup codes',
    device: 'desktop',
    theme: 'light',
  },
];

/** What the transcript of a journey says of one state; empty where it says nothing. */
export function sectionOf(transcript: string, state: string): string {
  const sections = transcript.split(/^## /m);
  return sections.find((section) => section.startsWith(`${state}\n`))?.trim() ?? '';
}
