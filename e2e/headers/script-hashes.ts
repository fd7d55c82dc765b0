import { createHash } from 'node:crypto';

/**
 * Returns `sha256-…` of every inline script in a page, in the form that a Content-Security-Policy
 * uses.
 */
export function scriptHashes(html: string): string[] {
  return hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
}

/** The same of every inline stylesheet. */
export function styleHashes(html: string): string[] {
  return hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
}

function hashes(html: string, element: RegExp): string[] {
  return [...html.matchAll(element)].map(
    ([, text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
  );
}
