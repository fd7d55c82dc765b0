import path from 'node:path';
import type { Plugin } from 'vite';

const src = path.join(import.meta.dirname, '../../src');
const mark = '\0styles:';

/**
 * Turns each stylesheet that a module imports into a module that adds it to the shadow roots of the settings,
 * so that lazy parts bring their styles along.
 */
export function shadowStyles(): Plugin {
  return {
    name: 'shadow-styles',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.endsWith('.css') || importer === undefined) return;
      // Not with the ending that Vite knows, or it would read the module as a stylesheet.
      return `${mark}${path.resolve(path.dirname(importer), id)}.js`;
    },
    load: {
      filter: { id: new RegExp(`^${mark}`) },
      handler(id) {
        const file = id.slice(mark.length, -'.js'.length);
        return `import { addStyles } from ${JSON.stringify(path.join(src, 'embed/styles.ts'))};
        import styles from ${JSON.stringify(`${file}?inline`)};
        addStyles(styles);`;
      },
    },
    transform: {
      filter: { id: /\.css\?inline$/ },
      handler: (styles, id) => fitToShadowRoot(styles, path.relative(src, id.replace(/\?.*/, ''))),
    },
  };
}

/** What the app says of the whole page is true of the settings alone, and every token can be given. */
export function fitToShadowRoot(styles: string, name: string): string {
  const isDialog = /^ui\/|dialogs\/|^proof\/|^session\//.test(name);
  const fitted = styles
    .split('\n')
    // Dialogs are as wide as the window; the page is as wide as its place in another one.
    .map((line) => (isDialog ? line : line.replace(/^@media (?=.*width)/, '@container ')))
    .map((line) => (line.startsWith('@') ? line : useGivenRem(line)))
    .join('\n')
    .replace(/(?::root|(?<![-\w])html(?=[\s:{,]))/g, '.embed')
    .replace(/(?<=\.embed\S* )body (?=:not)/g, '');
  if (name !== 'ui/tokens.css') return fitted;
  return `.embed{--rem:var(--mfa-rem,max(1rem,16px))}${fitted.replace(/^( +)--([\w-]+): (.*);$/gm, '$1--$2: var(--mfa-$2, $3);')}`;
}

/** A page may have made `rem` smaller (62.5% is common), so it is at least what browsers begin with. */
const useGivenRem = (line: string) =>
  line.replace(/(?<![\w-])(-?[\d.]+)rem\b/g, (_, size: string) => `calc(var(--rem) * ${size})`);
