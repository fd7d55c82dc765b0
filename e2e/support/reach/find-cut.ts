import type { PageTools } from './page-tools.ts';

/** How a page can be read. */
interface Reading {
  /** "text spacing", for example. */
  label: string;
  /** Styles that a reader adds. */
  css?: string;
  /** Makes each text longer, as the pseudo-language of words.ts does. */
  isLonger?: boolean;
}

export const readings: Reading[] = [
  { label: 'as it is' },
  {
    // WCAG 2.2, 1.4.12.
    label: 'text spacing',
    css: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`,
  },
  { label: 'longer words', isLonger: true },
  { label: 'text at 200 %', css: ':root { font-size: 200% !important }' },
  {
    label: 'longer words at 200 %',
    css: ':root { font-size: 200% !important }',
    isLonger: true,
  },
];

/**
 * What is wider than the page, cut off, or lies over something else, as far as a script can see, in
 * each of these readings. Runs in the page by itself, so it refers to nothing outside.
 */
export async function findCut({ tools, readings }: { tools: PageTools; readings: Reading[] }) {
  const { place, isShown, name, controls, texts } = tools;
  const faults: string[] = [];
  for (const { label, css = '', isLonger = false } of readings) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    const longer = isLonger ? lengthen() : [];
    // What the script measures anew shows a few frames later.
    let found: string[] = [];
    for (let looks = 0; looks < 10; looks++) {
      // A menu whose button is out of sight is not shown.
      document
        .querySelector(`[popovertarget="${CSS.escape(place().id)}"]`)
        ?.scrollIntoView({ block: 'center' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      found = [...wide(), ...cut(), ...overlapping()];
      if (found.length === 0) break;
    }
    faults.push(...found.map((fault) => `${label}: ${fault}`));
    for (const { node, before, after } of longer) if (node.data === after) node.data = before;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  }
  return faults;

  function lengthen() {
    return (
      texts()
        // What a person or the service wrote is in every language the same.
        .filter(({ part }) => !part.closest('[translate="no"], bdi'))
        .map(({ node }) => {
          const before = node.data;
          const after = before.replace(/[aeiou]/gi, '$&$&');
          node.data = after;
          return { node, before, after };
        })
    );
  }

  function wide() {
    const root = document.documentElement;
    const over = [...document.querySelectorAll('dialog[open], :popover-open')].filter(isShown);
    const scrolled = [root, ...over].filter((each) => each.scrollWidth > each.clientWidth);
    const outside = [...place().querySelectorAll('*')].filter((each) => {
      if (!isShown(each)) return false;
      const { left, right, width } = each.getBoundingClientRect();
      return width > 1 && (left < -1 || right > root.clientWidth + 1);
    });
    // What lies over the page scrolls by itself, so all of its box has to be on screen.
    const beyond = over.filter((each) => {
      if (matchMedia('print').matches) return false;
      const { top, bottom } = each.getBoundingClientRect();
      return top < -1 || bottom > innerHeight + 1;
    });
    return [
      ...[...scrolled, ...outside].map((part) => `wider than the page: ${name(part)}`),
      ...beyond.map((part) => `higher than the screen: ${name(part)}`),
    ];
  }

  function cut() {
    const lost = texts().flatMap(({ part, lines }) =>
      lines.some((line) => isCut(part, line)) ? [`cut off: ${name(part)}`] : [],
    );
    // What a person types scrolls, but for a code of a known length.
    const fields = controls().filter(
      (part) => part.matches('select, .field-code') && part.scrollWidth > part.clientWidth + 1,
    );
    return [...new Set([...lost, ...fields.map((part) => `cut off: ${name(part)}`)])];
  }

  /** Whether a line of text sticks out of a box that hides what sticks out, or that has edges. */
  function isCut(part: Element, line: DOMRect) {
    // The address in the header ends in "…" where it is too long; the menu has it in full.
    if (part.matches('.layout-email, .member-row-text')) return false;
    let scrolls = false;
    for (let each: Element | null = part; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const clips = style.overflowX !== 'visible' || /strict|content|paint/.test(style.contain);
      const hasEdges =
        style.borderInlineStartStyle !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
      if (each === document.body) break;
      if (!clips && !hasEdges) continue;
      const box = each.getBoundingClientRect();
      if (line.left < box.left - 1 || line.right > box.right + 1) return true;
      scrolls ||= /auto|scroll/.test(style.overflowY);
      const [middle, rest] = [(line.top + line.bottom) / 2, line.height / 3];
      if (!scrolls && (middle - rest < box.top || middle + rest > box.bottom)) return true;
      if (style.position === 'fixed') break;
    }
    return false;
  }

  function overlapping() {
    // A field holds its own button, and what stays at the edge of the screen scrolls by.
    const apart = '.field-reveal, .layout-nav, .layout-skip, .layout-banner';
    // A link in a sentence may take two lines, and is looked at as text.
    const parts = [
      ...controls().filter((part) => getComputedStyle(part).display !== 'inline'),
      ...[...place().querySelectorAll('h1, h2, h3')].filter(isShown),
    ];
    const boxes = [
      ...parts.map((part) => ({ part, box: part.getBoundingClientRect(), isText: false })),
      ...texts().flatMap(({ part, lines }) =>
        lines.map(({ x, y, width, height }) => ({
          part,
          // Of a line's height, letters take about half.
          box: new DOMRect(x, y + height / 4, width, height / 2),
          isText: true,
        })),
      ),
    ].filter(({ part }) => !part.closest(apart));
    const found = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.part !== other.part &&
            (one.isText && other.isText
              ? true
              : !one.part.contains(other.part) && !other.part.contains(one.part)) &&
            Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1 &&
            Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 1,
        )
        .map((other) => `${name(one.part)} lies over ${name(other.part)}`),
    );
    return [...new Set(found)];
  }
}
