import type { Page } from '@playwright/test';
import { expect } from '../support/test.ts';

/** What differs from one run to the next, and what stands for it. */
const changing: [RegExp, string][] = [
  [/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/g, '(the key)'],
  [/\b[a-z2-9]{5}-[a-z2-9]{5}\b/g, '(a backup code)'],
  [/\b\d{1,2}:\d{2}(?::\d{2})?(?:\s[AP]M)?/g, '(time)'],
  [/\b\d+ (?:seconds?|s)\b/g, '(seconds)'],
  [/(?<=active |seen |Signed in )(?:now|\d+ minutes? ago)/g, '(time)'],
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)'],
  [/http:\/\/localhost:\d+/g, ''],
  [/otpauth:\S+/g, 'otpauth:(the key)'],
];

/**
 * The accessibility tree of a page as Markdown, without what is announced once and removed again,
 * because nobody can tell when that is.
 */
export async function transcribe(page: Page): Promise<string> {
  const announcements = page.locator('output');
  const hide = (isHidden: boolean) =>
    announcements.evaluateAll((outputs, isHidden) => {
      for (const each of outputs) each.toggleAttribute('hidden', isHidden);
    }, isHidden);
  const read = async () => {
    await hide(true);
    const tree = await page.locator('body').ariaSnapshot();
    await hide(false);
    return changing.reduce((text, [from, to]) => text.replaceAll(from, to), tree);
  };
  // The page may still be adding to a state that can be seen.
  let tree = await read();
  await expect
    .poll(async () => {
      const before = tree;
      tree = await read();
      return tree === before;
    })
    .toBe(true);
  return `\`\`\`yaml\n${tree}\n\`\`\``;
}
