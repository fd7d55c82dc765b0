import type { Plugin } from 'vite';
import { brandHead, brandPage } from './brand-page.ts';
import { readBrandOf } from './brand.ts';

/** Where `BRAND` names a brand file, the build and the dev server wear it. */
export function brandPlugin(): Plugin {
  const brand = readBrandOf(process.env);
  return {
    name: 'brand',
    transformIndexHtml: (html, { server }) => (brand && server ? brandHead(html, brand) : html),
    generateBundle: {
      // After the shell was drawn, and before the headers count the page's hashes.
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (brand && page?.type === 'asset') page.source = brandPage(page.source.toString(), brand);
      },
    },
  };
}
