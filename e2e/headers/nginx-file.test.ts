import { expect, it } from 'vitest';
import { nginxFile } from './nginx-file.ts';
import { securityHeaders } from './security-headers.ts';

const facts = { scriptHashes: [], styleHashes: [], backendOrigin: undefined };
const preloads = {
  '/activate': '</assets/a.js>; rel=modulepreload',
  '/sign-in': '</assets/s.js>; rel=modulepreload',
};
const file = nginxFile(facts, preloads, ['favicon.svg']);

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
    '/.well-known/change-password',
    '/.well-known/passkey-endpoints',
    '/favicon.svg',
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
  const apart = nginxFile({ ...facts, backendOrigin: 'https://api.example' }, preloads, []);
  expect(apart).not.toContain('mfa_backend;');
});

it.each(['"; add_header X "', '$uri', '\\', '\n'])(
  'What nginx would read as its own is refused: %j',
  (text) => {
    expect(() => nginxFile(facts, { '/activate': text }, [])).toThrow('nginx cannot send');
  },
);
