import Color from 'colorjs.io';
import { describe, expect, test } from 'vitest';

import css from './tokens.css?raw';

/** A token's value in one theme: the first or second side of its `light-dark()`. */
function token(name: string, theme: 'light' | 'dark'): Color {
  const value = new RegExp(`--${name}: (.+);`).exec(css)?.[1] ?? '';
  const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (alias) return token(alias, theme);
  const sides = /^light-dark\((#\w+|oklch\([^)]*\)), (#\w+|oklch\([^)]*\))\)$/.exec(value);
  const side = sides?.[theme === 'light' ? 1 : 2];
  if (!side) throw new Error(`No ${theme} side in --${name}: ${value}`);
  return new Color(side).to('srgb').toGamut();
}

const tones = ['accent', 'good', 'warn', 'bad'];
const grounds = ['page', 'surface', 'neutral-soft', ...tones.map((tone) => `${tone}-soft`)];

const pairs: [text: string, ground: string, ratio: number][] = [
  ...grounds.map((ground): [string, string, number] => ['text', ground, 7]),
  ...grounds.map((ground): [string, string, number] => ['muted', ground, 4.5]),
  ...tones.map((tone): [string, string, number] => [tone, 'surface', 7]),
  ...tones.map((tone): [string, string, number] => [tone, `${tone}-soft`, 7]),
  ['accent', 'page', 7],
  ['on-accent', 'accent', 7],
  ['on-accent', 'bad', 7],
  ['border', 'surface', 3],
  ['border', 'page', 3],
];

describe.each(['light', 'dark'] as const)('In the %s theme', (theme) => {
  test.each(pairs)('%s on %s reaches %f:1', (text, ground, ratio) => {
    expect(token(text, theme).contrast(token(ground, theme), 'WCAG21')).toBeGreaterThanOrEqual(
      ratio,
    );
  });
});
