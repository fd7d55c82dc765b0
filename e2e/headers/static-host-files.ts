import { cacheControl, securityHeaders } from './security-headers.ts';
import type { PageFacts } from './security-headers.ts';

const pages = [
  '/',
  '/index.html',
  '/activate',
  '/sign-in',
  '/sign-in/link',
  '/sign-in/second-step',
  '/set-up/*',
  '/turn-off/*',
  '/test/*',
  '/reset',
  '/organization',
];

/**
 * `_headers` for static hosts. No two rules give the same header to one path, as some hosts join them.
 *
 * @param assets the paths of the files that never change, each: a rule for all of `/assets/` would hold
 * for what is gone, too, and keep the page that comes in its place for a year.
 */
export function headersFile(
  facts: PageFacts,
  preloads: Record<string, string>,
  assets: readonly string[],
): string {
  const rule = (path: string, headers: Record<string, string>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    rule('/*', securityHeaders(facts)),
    ...[...pages, ...assets].map((path) =>
      rule(path, {
        'Cache-Control': cacheControl(path),
        ...(preloads[path] && { Link: preloads[path] }),
      }),
    ),
    '',
  ].join('\n');
}

/** `_redirects` for static hosts: every address that is no file is the app's to answer. */
export const redirectsFile = '/* /index.html 200\n';
