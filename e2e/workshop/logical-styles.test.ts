import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Properties and values that mean a side of the screen, and not of the text. */
const sides =
  /(?:^|[{;\s])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

test('Styles name the sides of the text, so that they hold from right to left, too', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const styles = files.filter((name) => name.endsWith('.css'));
  expect(styles.length).toBeGreaterThan(20);
  const found = styles.flatMap((name) =>
    readFileSync(join('src', name), 'utf8')
      .split('\n')
      // Conditions about the screen are about the screen.
      .filter((line) => !line.includes('@media') && !line.includes('@container'))
      .filter((line) => sides.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test.each(['  margin-left: 1px;', '  width: 2rem;', 'a { text-align: right }', '  left: 0;'])(
  '%s would be found',
  (line) => {
    expect(sides.test(line)).toBe(true);
  },
);
