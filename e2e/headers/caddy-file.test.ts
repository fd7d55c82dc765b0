import { expect, it } from 'vitest';
import { caddyFile } from './caddy-file.ts';
import type { HostedBuild } from './hosted-build.ts';
import { securityHeaders } from './security-headers.ts';

const page = { scriptHashes: [], styleHashes: [], backendOrigin: undefined };
const build: HostedBuild = {
  page,
  base: '/',
  preloads: { '/sign-in': '</assets/s.js>; rel=modulepreload' },
  assets: ['assets/s.js'],
  publicFiles: ['favicon.svg'],
  offersPasskeys: true,
};
const file = caddyFile(build);

it('Caddy sets each security header once, in place of what the backend sends', () => {
  for (const [name, value] of Object.entries(securityHeaders(page))) {
    expect(file.split(`\n    ${name} \`${value}\`\n`)).toHaveLength(2);
    expect(file).toContain(`\n      header_down -${name}\n`);
  }
  // What is deferred, and a removal is, would not be in Caddy's own errors.
  expect(file).toMatch(/\n {2}header \{\n(?: {4}[A-Z].*\n)+ {2}\}\n {2}header -Server\n/);
});

it('Caddy does not log pages whose address contains a token', () => {
  expect(file).toContain('\n@mfa_token path /activate /sign-in/link /reset-password\n');
  expect(file).toContain('\nskip_log @mfa_token\n');
});

it('Where the backend has another origin, Caddy passes nothing on', () => {
  expect(file).toContain('reverse_proxy');
  const apart = caddyFile({ ...build, page: { ...page, backendOrigin: 'https://api.example' } });
  expect(apart).not.toContain('reverse_proxy');
});

it('Below a path, Caddy leaves the rest of the host as it is', () => {
  const below = caddyFile({ ...build, base: '/account/', preloads: {} });
  expect(below).toContain('@mfa_ours path_regexp `^/account/|^/((mfa|user|organization)/');
  expect(below).toContain('\n  header @mfa_ours {\n');
  expect(below).toContain('\n  handle /account/* {\n');
  expect(below).not.toMatch(/^ {2}(header|handle) \{/m);
  expect(below).toContain('@mfa_token path /account/activate /account/sign-in/link');
});

it.each(['`', '\n'])('What Caddy would read as its own is refused: %j', (text) => {
  expect(() => caddyFile({ ...build, preloads: { '/activate': text } })).toThrow(
    'Caddy cannot send',
  );
});
