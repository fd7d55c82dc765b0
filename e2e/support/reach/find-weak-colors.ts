import type { PageTools } from './page-tools.ts';

/**
 * Text of less than 7:1, large text of less than 4.5:1, and fields and icons of less than 3:1. Runs in
 * the page by itself, so it refers to nothing outside.
 */
export function findWeakColors({ place, isShown, name, controls, texts, contrast }: PageTools) {
  const faults: string[] = [];
  const hold = (what: string, part: Element, ratio: number, least: number) => {
    if (ratio < least) faults.push(`${what} ${ratio.toFixed(2)}:1, not ${least}:1: ${name(part)}`);
  };
  for (const { part } of texts()) {
    const { color, fontSize, fontWeight } = getComputedStyle(part);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    hold('text of', part, contrast(color, part), isLarge ? 4.5 : 7);
  }
  for (const part of controls().filter((each) => each.matches('input, select, textarea'))) {
    const { borderTopColor, outlineColor, outlineStyle } = getComputedStyle(part);
    const behind = part.parentElement!;
    const edges = [contrast(borderTopColor, behind)];
    if (outlineStyle !== 'none') edges.push(contrast(outlineColor, behind));
    hold('a field with an edge of', part, Math.max(...edges), 3);
  }
  for (const part of place().querySelectorAll('svg')) {
    if (!isShown(part)) continue;
    const { color, fill, stroke } = getComputedStyle(part);
    const drawn = [stroke, fill].find((each) => each !== 'none') ?? color;
    hold('an icon of', part, contrast(drawn, part), 3);
  }
  return [...new Set(faults)];
}
