type Channel = Pick<BroadcastChannel, 'addEventListener' | 'removeEventListener' | 'postMessage'>;

/**
 * A channel to the other tabs of this browser, or one that does nothing if the browser refuses it, and on a
 * server, whose process a channel would keep alive.
 */
export function openChannel(name: string): Channel {
  try {
    return new window.BroadcastChannel(name);
  } catch {
    return Object.assign(new EventTarget(), { postMessage() {} });
  }
}
