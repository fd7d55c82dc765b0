import { cacheControl, securityHeaders } from './security-headers.ts';
import type { HostedBuild } from './hosted-build.ts';
import { changePassword, passkeyEndpointsPath } from './well-known.ts';

const pages = [
  '',
  'index.html',
  'activate',
  'sign-in',
  'sign-in/link',
  'sign-in/second-step',
  'set-up/*',
  'turn-off/*',
  'test/*',
  'reset',
  'organization',
  'your-devices',
  'your-devices/*',
  'not-me',
  'password',
  'forgot-password',
  'reset-password',
];

/**
 * `_headers` for static hosts. No two rules set the same header for one path, because some hosts
 * join them. The first rule is for the whole app.
 */
export function headersFile({ page, base, preloads, assets }: HostedBuild): string {
  const rule = (path: string, headers: Record<string, string>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    rule(`${base}*`, securityHeaders(page)),
    rule(passkeyEndpointsPath, { 'Content-Type': 'application/json' }),
    // Each asset by its name. A rule for all of them would also apply to files that no longer exist, and
    // cache the page that is sent in their place for a year.
    ...[...pages, ...assets]
      .map((name) => base + name)
      .map((path) =>
        rule(path, {
          'Cache-Control': cacheControl(path, base),
          ...(preloads[path] && { Link: preloads[path] }),
        }),
      ),
    '',
  ].join('\n');
}

/** `_redirects` for static hosts: every address without a file belongs to the app. */
export const redirectsFile = (
  base: string,
) => `${changePassword.from} ${base}${changePassword.to} 302
${base}* ${base}index.html 200
`;
