import { createHash } from 'node:crypto';

/**
 * Returns `sha256-…` of every inline script in a page, in the form that a Content-Security-Policy
 * uses.
 */
export function scriptHashes(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
  );
}
