import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scriptHashes, styleHashes } from './script-hashes.ts';
import { cacheControl, securityHeaders } from './security-headers.ts';
import { readPreloads } from './page-preloads.ts';
import type { HostedBuild } from './hosted-build.ts';
import { headersFile, redirectsFile } from './static-host-files.ts';

const facts = { scriptHashes: [], styleHashes: [], backendOrigin: undefined };
const build: HostedBuild = {
  page: facts,
  base: '/',
  preloads: {},
  assets: ['assets/a.js'],
  publicFiles: ['favicon.svg'],
  offersPasskeys: true,
};
const policy = (headers: ReturnType<typeof securityHeaders>) =>
  headers['Content-Security-Policy'].split('; ');

describe('The content security policy', () => {
  it('allows nothing that it does not name', () => {
    expect(policy(securityHeaders(facts))).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'none'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it('lets the page talk to a backend elsewhere, and run the inline scripts and styles that it was built with', () => {
    const hash = `sha256-${createHash('sha256').update('go()').digest('base64')}`;
    const html = '<script>go()</script><script type="module" src="/a.js"></script>';
    expect(scriptHashes(html)).toEqual([hash]);
    expect(styleHashes('<style>go()</style>')).toEqual([hash]);
    const headers = securityHeaders({
      scriptHashes: [hash],
      styleHashes: [hash],
      backendOrigin: 'https://api.example',
    });
    expect(policy(headers)).toContain(`script-src 'self' '${hash}'`);
    expect(policy(headers)).toContain(`style-src '${hash}'`);
    expect(policy(headers)).toContain("connect-src 'self' https://api.example");
  });
});

it('Only passkeys are allowed by the permissions policy', () => {
  const features = securityHeaders(facts)['Permissions-Policy'].split(', ');
  const allowed = features.filter((feature) => !feature.endsWith('=()'));
  expect(allowed).toEqual([
    'publickey-credentials-create=(self)',
    'publickey-credentials-get=(self)',
  ]);
});

it('[A3] Browsers do not sniff types, send referrers, share with other origins, or connect without TLS', () => {
  const above = {
    'Content-Security-Policy': expect.any(String),
    'Permissions-Policy': expect.any(String),
  };
  expect(securityHeaders(facts)).toEqual({
    ...above,
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  });
});

it('Static hosts send what the preview server sends', () => {
  const file = headersFile(build);
  for (const [name, value] of Object.entries(securityHeaders(facts)))
    expect(file).toContain(`  ${name}: ${value}\n`);
  expect(file).toContain(`/assets/a.js\n  Cache-Control: ${cacheControl('/assets/a.js')}\n`);
  expect(file).toContain('/activate\n  Cache-Control: no-cache\n');
});

it("Static hosts cache the build's files for good, and no page that is sent in place of a file", () => {
  const kept = headersFile(build).matchAll(/^(\S+)\n {2}.*immutable/gm);
  expect([...kept].map(([, path]) => path)).toEqual(['/assets/a.js']);
});

it('A page outside the first load is preloaded by its own address alone', () => {
  const preloads = { '/activate': '</assets/a.js>; rel=modulepreload' };
  expect(readPreloads(headersFile({ ...build, preloads }))).toEqual(preloads);
});

it('Below a path, static hosts get rules for the app alone, and no other page of the host changes', () => {
  const below = { ...build, base: '/account/' };
  const paths = headersFile(below).match(/^\/.*/gm);
  expect(paths?.[0]).toBe('/account/*');
  expect(paths).toContain('/account/sign-in/link');
  expect(paths).toContain('/account/assets/a.js');
  expect(paths?.filter((path) => !path.startsWith('/account/'))).toEqual([
    '/.well-known/passkey-endpoints',
  ]);
  expect(redirectsFile('/account/').trim().split('\n')).toEqual([
    '/.well-known/change-password /account/password 302',
    '/account/* /account/index.html 200',
  ]);
});
