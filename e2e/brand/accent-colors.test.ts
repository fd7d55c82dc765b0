import { readFileSync } from 'node:fs';
import Color from 'colorjs.io';
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailColors } from '../backend/mail/mail-colors.ts';
import { fitAccent, grounds } from './accent-colors.ts';

const styles = readFileSync('src/ui/tokens.css', 'utf8');
const themes = ['light', 'dark'] as const;

/** A token of the app in each theme. */
function token(name: string): Record<(typeof themes)[number], string> {
  const [, both = ''] = new RegExp(`--${name}: light-dark\\((.*)\\);`).exec(styles) ?? [];
  const [, light = '', dark = ''] = /^(.*), ((?:oklch|#).*)$/.exec(both) ?? [];
  return { light, dark };
}

/** Relative luminance and contrast, written out as WCAG 2.2 defines them. */
function contrast(one: string, other: string): number {
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
}

const hex = (color: string) =>
  new Color(color)
    .to('srgb')
    .toGamut({ space: 'srgb' })
    .toString({ format: 'hex', collapse: false });

describe.each(themes)('In the %s theme', (theme) => {
  it('the accent colour is fitted to the backgrounds that the app and its mails have', () => {
    for (const name of ['page', 'surface', 'neutral-soft'])
      expect(grounds[theme]).toContain(token(name)[theme]);
    for (const name of ['page', 'card'] as const)
      expect([...grounds[theme], '#ffffff', '#101218']).toContain(
        mailColors[name][theme === 'light' ? 0 : 1],
      );
  });

  it('a thousand accent colours can be read, on every background and with text on them', () => {
    const behind = grounds[theme].map(hex);
    const text = hex(token('text')[theme]);
    const muted = hex(token('muted')[theme]);
    const color = integer({ min: 0, max: 0xffffff });
    assert(
      property(color, (number) => {
        const { accent, soft, onAccent } = fitAccent(
          `#${number.toString(16).padStart(6, '0')}`,
          theme,
        );
        for (const ground of [...behind, soft])
          expect(contrast(accent, ground)).toBeGreaterThanOrEqual(7);
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(7);
        expect(contrast(text, soft)).toBeGreaterThanOrEqual(7);
        expect(contrast(muted, soft)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 1000, examples: [[0], [0xffffff], [0xffff00], [0x0000ff], [0x808080]] },
    );
  });
});

it('An accent colour keeps its hue, and stays as it is where it can be read already', () => {
  expect(fitAccent('#7a1f5c', 'light').accent).toBe('#7a1f5c');
  for (const theme of themes) {
    const { accent } = fitAccent('#e4572e', theme);
    expect(new Color(accent).deltaE(new Color('#e4572e'), 'OK')).toBeLessThan(0.25);
    expect(
      Math.abs(new Color(accent).get('oklch.h') - new Color('#e4572e').get('oklch.h')),
    ).toBeLessThan(8);
  }
  expect(fitAccent('gray', 'dark').accent).toMatch(/^#([0-9a-f]{2})\1\1$/);
});
