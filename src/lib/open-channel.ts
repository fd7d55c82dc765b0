type Channel = Pick<BroadcastChannel, 'addEventListener' | 'removeEventListener' | 'postMessage'>;

/**
 * A channel to the other tabs of this browser, or one that does nothing if the browser refuses it.
 */
export function openChannel(name: string): Channel {
  try {
    return new BroadcastChannel(name);
  } catch {
    return Object.assign(new EventTarget(), { postMessage() {} });
  }
}
