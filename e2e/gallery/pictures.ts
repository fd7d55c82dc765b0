import type { Page } from '@playwright/test';
import path from 'node:path';

/** Where `npm run gallery` puts its page and pictures. */
export const galleryFolder = path.join(import.meta.dirname, '../.results/gallery');

/** With long words, from right to left, and without spaces between words. */
export const translations = ['de', 'ar', 'ja', 'th'];

/** The languages that pictures are taken in now. */
export const galleryLanguages = process.env['GALLERY_LANGUAGES']?.split(' ') ?? ['en'];

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

/** @param label the picture's, such as "phone, dark" */
export const pictureFile = (journey: string, state: string, label: string) =>
  `${[journey, state, ...label.split(', ')].map(slug).join('--')}.png`;

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

interface Wanted {
  /** The first part of the file names. */
  journey: string;
  state: string;
  /**
   * `brief`: light on a phone and dark on a desktop; `usual`: both themes on both; `thorough`: also in
   * forced colours and with text twice as large.
   */
  extent: 'brief' | 'usual' | 'thorough';
}

/** Takes pictures of a page as it is. */
export async function takePictures(
  page: Page,
  { journey, state, extent }: Wanted,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const before = page.viewportSize();
  const take = async (device: string, theme: string) => {
    const label = `${device}, ${theme}`;
    pictures.push(await takePicture(page, { journey, state, label }));
  };
  for (const [device, size] of Object.entries(devices)) {
    await fit(page, size);
    for (const colorScheme of themes) {
      if (extent === 'brief' && (device === 'phone') !== (colorScheme === 'light')) continue;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await take(device, colorScheme);
    }
  }
  if (extent === 'thorough') {
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

export async function takePicture(
  page: Page,
  { journey, state, label }: { journey: string; state: string; label: string },
): Promise<Picture> {
  const file = pictureFile(journey, state, label);
  await page.screenshot({ path: path.join(galleryFolder, file), animations: 'disabled' });
  return { label, file };
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
