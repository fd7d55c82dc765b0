import { cacheControl, securityHeaders } from './security-headers.ts';
import type { PageFacts } from './security-headers.ts';
import { changePassword, passkeyEndpointsPath } from './well-known.ts';

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
  '/your-devices',
  '/your-devices/*',
  '/not-me',
  '/password',
  '/forgot-password',
  '/reset-password',
];

/**
 * `_headers` for static hosts. No two rules set the same header for one path, because some hosts
 * join them.
 *
 * @param assets the path of each file that never changes. A rule for all of `/assets/` would also
 *   apply to files that no longer exist, and cache the page that is sent in their place for a
 *   year.
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
    rule(passkeyEndpointsPath, { 'Content-Type': 'application/json' }),
    ...[...pages, ...assets].map((path) =>
      rule(path, {
        'Cache-Control': cacheControl(path),
        ...(preloads[path] && { Link: preloads[path] }),
      }),
    ),
    '',
  ].join('\n');
}

/** `_redirects` for static hosts: every address without a file belongs to the app. */
export const redirectsFile = `${changePassword.from} ${changePassword.to} 302
/* /index.html 200
`;
