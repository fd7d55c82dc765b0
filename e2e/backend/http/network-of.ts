/**
 * Returns what to count requests by: an IPv4 address, or a /64 network for IPv6. A /64 is the
 * least that a customer gets, and has more addresses than could be counted.
 *
 * @param address as the socket reports it; undefined where it has none, or no longer
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

/**
 * Shortens what `networkOf` returned to what may be stored and shown: an IPv4 /24 or an IPv6 /48, which
 * tell a town or a provider but no home. Undefined for an unknown address.
 */
export function truncateAddress(network: string): string | undefined {
  const ipv4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network)?.[1];
  if (ipv4 !== undefined) return `${ipv4}.0/24`;
  const ipv6 = /^((?:[\da-f]+:){2}[\da-f]+)[\da-f:]*\/64$/.exec(network)?.[1];
  // A URL's host has the canonical form of RFC 5952.
  return ipv6 === undefined
    ? undefined
    : `${new URL(`http://[${ipv6}::]`).hostname.slice(1, -1)}/48`;
}
