import { expect, it } from 'vitest';
import type { HostedBuild } from './hosted-build.ts';
import { nginxFile } from './nginx-file.ts';
import { securityHeaders } from './security-headers.ts';

const facts = { scriptHashes: [], styleHashes: [], backendOrigin: undefined };
const preloads = {
  '/activate': '</assets/a.js>; rel=modulepreload',
  '/sign-in': '</assets/s.js>; rel=modulepreload',
};
const build: HostedBuild = {
  page: facts,
  base: '/',
  preloads,
  assets: ['assets/a.js'],
  publicFiles: ['favicon.svg'],
  offersPasskeys: true,
};
const file = nginxFile(build);

it('nginx sends each security header from one place, and not twice from the backend', () => {
  for (const [name, value] of Object.entries(securityHeaders(facts))) {
    expect(file.split(`add_header ${name} `)).toHaveLength(2);
    expect(file).toContain(`\nadd_header ${name} "${value}" always;\n`);
    expect(file).toContain(`  proxy_hide_header ${name};\n`);
  }
  // An add_header inside a location would replace all others.
  expect(file).not.toMatch(/^location.*add_header/m);
  expect(file).not.toMatch(/^ +add_header/m);
});

it('nginx sends what the build has compressed, and tells caches that answers differ by it', () => {
  expect(file).toContain('\ngzip_static on;\n');
  expect(file).toContain('\ngzip_vary on;\n');
});

it('nginx does not log pages whose address contains a token', () => {
  const logged = /location = (\S+) \{(?!.*access_log off)/g;
  expect([...file.matchAll(logged)].map(([, path]) => path)).toEqual([
    '/sign-in',
    '/favicon.svg',
    '/.well-known/change-password',
    '/.well-known/passkey-endpoints',
  ]);
  expect(file).toMatch(/location = \/sign-in\/link \{.*access_log off/);
  expect(file).toMatch(/location = \/reset-password \{.*access_log off/);
});

it('nginx tells password managers where the password is changed and passkeys are managed', () => {
  expect(file).toContain(
    '/.well-known/change-password { absolute_redirect off; return 302 /password; }',
  );
  expect(file).toContain(
    `return 200 '{"enroll":"$scheme://$http_host/set-up/passkey","manage":"$scheme://$http_host/passkeys"}'`,
  );
});

it('Where the backend has another origin, nginx passes nothing on', () => {
  expect(file).toContain('proxy_pass');
  const apart = nginxFile({ ...build, page: { ...facts, backendOrigin: 'https://api.example' } });
  expect(apart).not.toContain('mfa_backend;');
});

it.each(['"; add_header X "', '$uri', '\\', '\n'])(
  'What nginx would read as its own is refused: %j',
  (text) => {
    expect(() => nginxFile({ ...build, preloads: { '/activate': text } })).toThrow(
      'nginx cannot send',
    );
  },
);

it('Below a path, nginx leaves the rest of the host as it is', () => {
  const below = nginxFile({
    ...build,
    base: '/account/',
    preloads: { '/account/activate': '</account/assets/a.js>; rel=modulepreload' },
  });
  const blocks = below.split(/^\}$/m);
  // Outside the app and the backend's calls, nothing is said about headers, types or compression.
  for (const block of blocks.filter((text) => !/location (\^~ \/account\/|~ )/.test(text)))
    expect(block).not.toMatch(/^(add_header|types|gzip|charset|server_tokens)/m);
  expect(below).toContain('\nrewrite ^ /account/index.html break;\n');
  expect(below).toMatch(/location = \/account\/activate \{.*access_log off/);
  expect(below).toContain('location ^~ /account/assets/ {');
  expect(below).toContain('return 302 /account/password;');
  expect(below).toContain('location = /account { absolute_redirect off; return 308 /account/');
});
