import { expect, it } from 'vitest';
import { clientAddress, parseTrustedProxies } from './client-address.ts';

const [none, local, farm] = ['', '127.0.0.1/8, ::1', '127.0.0.1,10.0.0.0/8,2001:db8:1::/48'];

it.each([
  [
    'The socket’s address counts where no proxy is trusted',
    none,
    '127.0.0.1',
    '1.1.1.1',
    '127.0.0.1',
  ],
  ['A stranger’s header is not read', local, '203.0.113.9', '1.1.1.1', '203.0.113.9'],
  ['A trusted proxy says who called it', local, '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  [
    'A socket for both versions is recognized',
    local,
    '::ffff:127.0.0.1',
    '203.0.113.9',
    '203.0.113.9',
  ],
  [
    'What stands left of the client is forged',
    local,
    '127.0.0.1',
    '1.1.1.1, 203.0.113.9',
    '203.0.113.9',
  ],
  ['Several proxies are passed', farm, '10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  [
    'Where everybody is trusted, the first is the client',
    farm,
    '10.0.0.1',
    '10.0.0.9, 10.0.0.2',
    '10.0.0.9',
  ],
  ['A proxy without the header is the client', local, '127.0.0.1', undefined, '127.0.0.1'],
  ['Nonsense ends the list', local, '127.0.0.1', '1.1.1.1, unknown', '127.0.0.1'],
  ['An empty entry ends the list', local, '127.0.0.1', '1.1.1.1,', '127.0.0.1'],
  ['A port is dropped', local, '127.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
  ['A port of an IPv6 address is dropped', local, '::1', '[2001:db8::7]:4711', '2001:db8::7'],
  ['An IPv6 network can be trusted', farm, '2001:db8:1::5', '2001:db8:2::5', '2001:db8:2::5'],
])('[B15, CVE-2026-45364] %s', (_, trusted, socket, header, expected) => {
  expect(clientAddress(parseTrustedProxies(trusted), socket, header)).toBe(expected);
});

it('A closed socket has no address', () => {
  expect(clientAddress(parseTrustedProxies(local), undefined, '1.1.1.1')).toBeUndefined();
});

it.each(['localhost', '127.0.0.1/33', '::1/129', '127.0.0.1/', '10.0.0.0/8/8', '1.2.3', 'true'])(
  'The server does not start where it should trust %o',
  (list) => {
    expect(() => parseTrustedProxies(list)).toThrow(
      'TRUSTED_PROXY must list addresses or networks',
    );
  },
);
