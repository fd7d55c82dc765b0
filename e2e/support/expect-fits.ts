import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findCut, readings } from './reach/find-cut.ts';
import { makePageTools } from './reach/page-tools.ts';

/** Neither the page nor what lies over it can be scrolled sideways, and nothing sticks out of it. */
export async function expectNoSidewaysScrolling(page: Page) {
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    const roots = [root, ...document.querySelectorAll('dialog[open], :popover-open')];
    const scrolled = roots.filter((each) => each.scrollWidth > each.clientWidth);
    const outside = [...document.querySelectorAll('body *:not(.visually-hidden *)')].filter(
      (each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return width > 1 && (left < -1 || right > root.clientWidth + 1);
      },
    );
    return [...scrolled, ...outside].map((each) => `${each.tagName}.${each.className}`);
  });
  expect(wide, 'what is wider than the page').toEqual([]);
}

/**
 * Nothing on the page is cut off or lies over something else, as far as a script can see, nor with text
 * twice as large.
 */
export async function expectNothingCut(page: Page) {
  const tools = await page.evaluateHandle(makePageTools);
  const some = readings.filter(({ label }) => label === 'as it is' || label === 'text at 200 %');
  const faults = await page.evaluate(findCut, { tools, readings: some });
  await tools.dispose();
  expect(faults, 'what is cut off or overlaps').toEqual([]);
}

/** Every word on screen has been through the pseudo-language (see words.ts), but for `names`. */
export async function expectNoPlainEnglish(page: Page, names: RegExp) {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [document.title];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.checkVisibility() && !parent.closest('[translate="no"], option, script, style'))
        found.push(node.nodeValue ?? '');
    }
    for (const part of document.querySelectorAll('[aria-label], [placeholder], [alt]'))
      for (const attribute of ['aria-label', 'placeholder', 'alt'])
        found.push(part.getAttribute(attribute) ?? '');
    return found;
  });
  const plain = texts.filter((text) => /[a-z]{4,}/i.test(text.replace(names, '')));
  expect(plain, 'what is not translated').toEqual([]);
}
