import type { PageTools } from './page-tools.ts';

/** Controls of less than 44 by 44 px. Runs in the page by itself. */
export function findSmallTargets({ name, controls }: PageTools) {
  return controls()
    .filter((part) => {
      // The exception of WCAG 2.2, 2.5.5: a link within a sentence, whose lines set its height.
      const isInSentence =
        part.matches('a') &&
        getComputedStyle(part).display === 'inline' &&
        part.closest('p, li, dd, div')?.textContent.trim() !== part.textContent.trim();
      if (isInSentence) return false;
      const { width, height } = (part.closest('label') ?? part).getBoundingClientRect();
      return width < 43.9 || height < 43.9;
    })
    .map((part) => {
      const { width, height } = part.getBoundingClientRect();
      return `a target of ${Math.round(width)} by ${Math.round(height)} px: ${name(part)}`;
    });
}

/**
 * Focuses each control, and tells which then have no visible ring, or are not wholly on screen, or lie
 * behind what stays at its edge. Runs in the page by itself.
 */
export function findFocusFaults({ place, isShown, name, controls, contrast }: PageTools) {
  const before = document.activeElement;
  const faults: string[] = [];
  const stuck = [...place().querySelectorAll('*')].filter(
    (part) => isShown(part) && /fixed|sticky/.test(getComputedStyle(part).position),
  );
  for (const part of controls()) {
    // Focused by a press, it would show no ring.
    if (part === document.activeElement) part.blur();
    part.focus({ focusVisible: true });
    if (document.activeElement !== part) continue;
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(part);
    const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const behind = Number.parseFloat(outlineOffset) < 0 ? part : part.parentElement!;
    if (!isDrawn || contrast(outlineColor, behind) < 3) faults.push(`no clear ring: ${name(part)}`);
    const box = part.getBoundingClientRect();
    const isTall = box.height > innerHeight;
    if (!isTall && (box.top < -1 || box.bottom > innerHeight + 1))
      faults.push(`not on screen when focused: ${name(part)}`);
    for (const other of stuck) {
      const over = other.getBoundingClientRect();
      const hides =
        !other.contains(part) &&
        Math.min(box.right, over.right) - Math.max(box.left, over.left) > 1 &&
        Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top) > 1;
      if (hides) faults.push(`${name(part)} is focused behind ${name(other)}`);
    }
  }
  (document.activeElement as HTMLElement).blur();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return faults;
}

/** What is told by a colour of its own alone, where the reader's colours take its place. Runs in the page by itself. */
export function findColorAlone({ place, isShown, name, controls, texts, contrast }: PageTools) {
  const faults = controls()
    .filter((part) => {
      const hasWords = texts().some((text) => part.contains(text.part));
      const hasIcon = [...part.querySelectorAll('svg')].some(isShown);
      const { borderTopStyle, borderTopColor } = getComputedStyle(part);
      const hasEdge =
        borderTopStyle !== 'none' && contrast(borderTopColor, part.parentElement!) >= 3;
      return part.matches('input, select, textarea') ? !hasEdge : !hasWords && !hasIcon && !hasEdge;
    })
    .map((part) => `neither edge nor words: ${name(part)}`);
  const shape = (part: Element) =>
    ['', '::before', '::after']
      .map((pseudo) => {
        const style = getComputedStyle(part, pseudo);
        return [
          style.borderStyle,
          style.borderWidth,
          style.fontWeight,
          style.textDecorationLine,
          style.opacity,
          style.content,
          style.outlineStyle,
          style.rotate,
        ].join();
      })
      .join() + [...part.querySelectorAll('svg')].map((svg) => svg.innerHTML).join('');
  for (const state of [
    'aria-current',
    'aria-selected',
    'aria-checked',
    'aria-pressed',
    'data-done',
  ]) {
    for (const part of place().querySelectorAll(`[${state}]:not([${state}="false"])`)) {
      if (!isShown(part)) continue;
      const others = [...(part.parentElement?.children ?? [])].filter(
        (each) =>
          each.tagName === part.tagName && (each.getAttribute(state) ?? 'false') === 'false',
      );
      if (others.some((each) => shape(each) === shape(part)))
        faults.push(`${state} is told by colour alone: ${name(part)}`);
    }
  }
  return faults;
}
