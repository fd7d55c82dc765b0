import type { Page } from '@playwright/test';
import path from 'node:path';

/** Where `npm run gallery` puts its page and pictures. */
export const galleryFolder = path.join(import.meta.dirname, '../.results/gallery');

/** The languages that mails are looked at in. */
export const mailLanguages = ['en', 'de', 'ar'] as const;

export const mailChapter = (language: string) =>
  language === 'en' ? 'mails' : `mails-${language}`;

export const themes = ['light', 'dark'] as const;
const devices = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};
export type Theme = (typeof themes)[number];
export type Device = keyof typeof devices;

/** One picture of a state. */
export interface Picture {
  /** "phone, dark", for example. */
  label: string;
  /** In the gallery's folder. */
  file: string;
}

/** The states of one journey, or of all mails. */
export interface Chapter {
  name: string;
  title: string;
  states: { title: string; pictures: Picture[] }[];
}

export const pictureFile = (journey: string, state: string, device: string, theme: string) =>
  `${[journey, state, device, theme].map(slug).join('--')}.png`;

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Takes pictures of a page as it is: on a desktop and a phone in both themes, and where `isThorough`
 * also in forced colours and with text twice as large.
 */
export async function takePictures(
  page: Page,
  { journey, state, isThorough }: { journey: string; state: string; isThorough: boolean },
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const before = page.viewportSize();
  const take = async (device: string, theme: string) => {
    const file = pictureFile(journey, state, device, theme);
    await page.screenshot({ path: path.join(galleryFolder, file), animations: 'disabled' });
    pictures.push({ label: `${device}, ${theme}`, file });
  };
  for (const [device, size] of Object.entries(devices)) {
    await fit(page, size);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await take(device, colorScheme);
    }
  }
  if (isThorough) {
    await fit(page, devices.desktop);
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await take('desktop', 'forced colours');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await setTextSize(page, '200%');
    await fit(page, devices.phone);
    await take('phone', 'text at 200 %');
    await setTextSize(page, '');
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  return pictures;
}

/** Long pages get a screen as high as they are; what stays at its edge is then at theirs. */
async function fit(page: Page, { width, height }: { width: number; height: number }) {
  await page.setViewportSize({ width, height });
  const needed = await page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
        (each) => each.scrollHeight,
      ),
    ),
  );
  await page.setViewportSize({ width, height: Math.max(height, Math.min(needed, 4000)) });
}

const setTextSize = (page: Page, size: string) =>
  page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
