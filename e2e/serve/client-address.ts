import { BlockList, isIP } from 'node:net';

/**
 * Reads a list of addresses and networks, such as `127.0.0.0/8, ::1`. Throws where an entry is
 * neither.
 */
export function parseTrustedProxies(list: string): BlockList {
  const proxies = new BlockList();
  for (const entry of list.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [address = '', length, ...more] = entry.split('/');
    const version = isIP(address);
    const bits = length === undefined ? (version === 4 ? 32 : 128) : Number(length);
    const isNetwork = /^\d+$/.test(length ?? '0') && bits <= (version === 4 ? 32 : 128);
    if (version === 0 || !isNetwork || more.length > 0)
      throw new Error(
        `TRUSTED_PROXY must list addresses or networks such as 127.0.0.0/8; ${entry} is neither.`,
      );
    proxies.addSubnet(address, bits, family(address));
  }
  return proxies;
}

/**
 * Returns the address to count a request by. Each proxy adds the address that it was called from at
 * the right end of `X-Forwarded-For`, so the list is read from there, only as long as who wrote an
 * entry is trusted. What is left of that anybody may have written.
 *
 * @param socketAddress who called this process
 */
export function clientAddress(
  proxies: BlockList,
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
): string | undefined {
  if (socketAddress === undefined) return undefined;
  let known = withoutMapping(socketAddress);
  for (const entry of (forwardedFor ?? '').split(',').toReversed()) {
    if (!proxies.check(known, family(known))) break;
    const hop = withoutMapping(withoutPort(entry.trim()));
    if (isIP(hop) === 0) break;
    known = hop;
  }
  return known;
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** IPv4 addresses as sockets for both versions report them, `::ffff:127.0.0.1`. */
function withoutMapping(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  return (
    /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1] ??
    /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(entry)?.[1] ??
    entry
  );
}
