import type { Plugin, Rolldown } from 'vite';

/**
 * Puts the styles of each lazy chunk into the chunk itself. They come with its script, so that no
 * part shows without them, no second request has to end first, and the first load is free of them.
 *
 * Vite would load them as files, in the helper that noPreloadHelper leaves out. A policy with
 * hashes would refuse a `<style>` that a script adds; a constructed stylesheet it lets through, as
 * only a script that may run can construct one.
 */
export function lazyStyles(): Plugin {
  return {
    name: 'lazy-styles',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || chunk.isEntry) continue;
          for (const name of chunk.viteMetadata?.importedCss ?? []) {
            chunk.code = `${adopt(takeStyles(bundle, name))}${chunk.code}`;
          }
        }
      },
    },
  };
}

/** Removes a stylesheet from the bundle, and returns what it contains. */
export function takeStyles(bundle: Rolldown.OutputBundle, name: string): string {
  const file = bundle[name];
  if (file?.type !== 'asset') throw new Error(`The build has no stylesheet ${name}.`);
  delete bundle[name];
  return file.source.toString().trim();
}

function adopt(styles: string): string {
  return `{const s=new CSSStyleSheet;s.replaceSync(${JSON.stringify(styles)});document.adoptedStyleSheets.push(s)}`;
}
