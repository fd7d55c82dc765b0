import { expect, it } from 'vitest';
import { fitToShadowRoot } from './shadow-styles.ts';

it('What is said of the page is said of the settings', () => {
  expect(fitToShadowRoot('html:has(.x) .y {\n}', 'proof/step-up/step-up.css')).toBe(
    '.embed:has(.x) .y {\n}',
  );
  expect(fitToShadowRoot(':root:has(.a) body :not(.b) {\n}', 'mfa/dialogs/a.css')).toBe(
    '.embed:has(.a) :not(.b) {\n}',
  );
});

it('Every token can be given from outside', () => {
  const fitted = fitToShadowRoot(':root {\n  --radius: 9px;\n}', 'ui/tokens.css');
  expect(fitted).toContain('--radius: var(--mfa-radius, 9px);');
});

it('Lengths follow one unit, which a page can give; the widths of windows do not', () => {
  expect(fitToShadowRoot('a {\n  margin: -0.5rem 1rem;\n}', 'ui/a.css')).toBe(
    'a {\n  margin: calc(var(--rem) * -0.5) calc(var(--rem) * 1);\n}',
  );
  expect(fitToShadowRoot('@media (width < 32rem) {\n}', 'ui/dialog.css')).toBe(
    '@media (width < 32rem) {\n}',
  );
});

it('The page fits itself to its place, and a dialog to the window', () => {
  const rule = '@media (max-width: 34rem) {\n}';
  expect(fitToShadowRoot(rule, 'mfa/method-row.css')).toBe(rule.replace('media', 'container'));
  expect(fitToShadowRoot(rule, 'mfa/dialogs/x.css')).toBe(rule);
  expect(fitToShadowRoot('@media print {\n}', 'mfa/x.css')).toBe('@media print {\n}');
});
