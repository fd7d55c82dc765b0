import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

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

/** Nothing on the page is cut off or lies over something else, as far as a script can see. */
export async function expectNothingCut(page: Page) {
  const faults = await page.evaluate(() => {
    const isShown = (part: Element) =>
      part.checkVisibility({ visibilityProperty: true }) &&
      !part.closest('.visually-hidden, [inert]');
    const name = (part: Element) => `${part.tagName}.${part.className} “${part.textContent}”`;
    const place: Element =
      [...document.querySelectorAll('dialog[open], :popover-open')].at(-1) ?? document.body;
    const parts = [...place.querySelectorAll<HTMLElement>('*')].filter(isShown);
    // What ends in "…" where it is too long: the address, which the menu has in full, and members.
    const cut = parts.filter(
      (part) =>
        getComputedStyle(part).overflowX !== 'visible' &&
        part.scrollWidth > part.clientWidth + 1 &&
        !part.matches('.layout-email, .member-row-text'),
    );
    const pressed = parts.filter((part) =>
      part.matches('button, a, input, select, h1, h2, h3, .badge'),
    );
    const boxes = pressed.map((part) => ({ part, box: part.getBoundingClientRect() }));
    const overlaps = boxes.flatMap(({ part, box }, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            !part.contains(other.part) &&
            !other.part.contains(part) &&
            // A field holds its own button, and what stays at the edge of the screen scrolls by.
            !part.closest('.field-reveal, .layout-nav, .layout-skip') &&
            !other.part.closest('.field-reveal, .layout-nav, .layout-skip') &&
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
        )
        .map((other) => `${name(part)} lies over ${name(other.part)}`),
    );
    return [...cut.map((part) => `cut off: ${name(part)}`), ...overlaps];
  });
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
