import Color from 'colorjs.io';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import './tokens.css';

const tones = ['accent', 'good', 'warn', 'bad'];
const grounds = ['page', 'surface', 'neutral-soft', ...tones.map((tone) => `${tone}-soft`)];

const pairs: [text: string, ground: string, ratio: number][] = [
  ...grounds.map((ground): [string, string, number] => ['text', ground, 7]),
  ...grounds.map((ground): [string, string, number] => ['muted', ground, 7]),
  ...tones.map((tone): [string, string, number] => [tone, 'surface', 7]),
  ...tones.map((tone): [string, string, number] => [tone, `${tone}-soft`, 7]),
  ['accent', 'page', 7],
  ['on-accent', 'accent', 7],
  ['on-danger', 'danger', 7],
  ['border', 'surface', 3],
  ['border', 'page', 3],
];

const probe = document.createElement('span');

/** What a token comes to in the theme in force, as an sRGB screen shows it. */
function token(name: string) {
  probe.style.color = `var(--${name})`;
  return new Color(getComputedStyle(probe).color).to('srgb').toGamut();
}

describe.each(['light', 'dark'])('In the %s theme', (theme) => {
  beforeEach(() => {
    probe.style.colorScheme = theme;
    document.body.append(probe);
  });
  afterEach(() => probe.remove());

  test('the page is as light or dark as the theme says', () => {
    expect(token('page').luminance > 0.5).toBe(theme === 'light');
  });

  test('the words on a red button reach 4.5:1', () => {
    expect(token('danger').contrast(new Color('white'), 'WCAG21')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs)('%s on %s reaches %f:1', (text, ground, ratio) => {
    expect(token(text).contrast(token(ground), 'WCAG21')).toBeGreaterThanOrEqual(ratio);
  });
});
