/** What the checks of a page have at hand there. */
export type PageTools = ReturnType<typeof makePageTools>;

/** Runs in the page by itself, so it refers to nothing outside. */
export function makePageTools() {
  /** The topmost of what lies over the page, or the page. */
  const place = (): Element =>
    [...document.querySelectorAll('dialog[open], :popover-open')].findLast(isShown) ??
    document.body;

  const isShown = (part: Element) =>
    part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !part.closest('.visually-hidden, [inert]');

  const name = (part: Element) => {
    const label = (part as HTMLInputElement).labels?.[0]?.textContent;
    const words = part.textContent || (part.getAttribute('aria-label') ?? label ?? '');
    return `${part.tagName.toLowerCase()}.${part.getAttribute('class') ?? ''} “${words.replace(/\s+/g, ' ').trim().slice(0, 50)}”`;
  };

  const controls = () =>
    [
      ...place().querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [role="menuitem"], [tabindex="0"]',
      ),
    ].filter(isShown);

  /** Each text on screen, with the boxes of its lines. */
  const texts = () => {
    const walker = document.createTreeWalker(place(), NodeFilter.SHOW_TEXT);
    const found: { node: Text; part: Element; lines: DOMRect[] }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const part = node.parentElement;
      if (!part || !(node as Text).data.trim() || part.closest('option, script, style')) continue;
      if (!isShown(part)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(
        ({ width, height }) => width > 1 && height > 1,
      );
      if (lines.length > 0) found.push({ node: node as Text, part, lines });
    }
    return found;
  };

  const pencil = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const painted = new Map<string, number[]>();

  /** Red, green, blue and alpha, 0 to 255, of colours painted over each other. */
  const paint = (...colors: string[]): number[] => {
    const key = colors.join();
    let result = painted.get(key);
    if (result) return result;
    pencil.clearRect(0, 0, 1, 1);
    for (const color of colors) {
      pencil.fillStyle = color;
      pencil.fillRect(0, 0, 1, 1);
    }
    result = [...pencil.getImageData(0, 0, 1, 1).data];
    painted.set(key, result);
    return result;
  };

  /** The part and what it is in, from the outside to the inside. */
  const chain = (part: Element) => {
    const parts: Element[] = [];
    for (let each: Element | null = part; each; each = each.parentElement) parts.unshift(each);
    return parts;
  };

  /** The colours of the backgrounds below a part, from the root on. */
  const ground = (part: Element) => [
    'Canvas',
    ...chain(part).map((each) => getComputedStyle(each).backgroundColor),
  ];

  const luminance = ([red = 0, green = 0, blue = 0]: number[]) => {
    const linear = (value: number) =>
      value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };

  /** The contrast of WCAG 2 of a colour on a part, 1 to 21. */
  const contrast = (color: string, part: Element) => {
    const behind = ground(part);
    // What a see-through part shows of what is behind it counts as the Canvas.
    const opacity = chain(part).reduce(
      (rest, each) => rest * Number(getComputedStyle(each).opacity),
      1,
    );
    const seen =
      opacity < 1 ? `color-mix(in srgb, ${color} ${opacity * 100}%, transparent)` : color;
    const [one = 0, other = 0] = [
      luminance(paint(...behind, seen)),
      luminance(paint(...behind)),
    ].toSorted((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };

  return { place, isShown, name, controls, texts, paint, ground, contrast };
}
