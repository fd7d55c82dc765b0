type Channel = Pick<BroadcastChannel, 'addEventListener' | 'removeEventListener' | 'postMessage'>;

/** A channel to the other tabs of this browser; where there can be none, one that says nothing. */
export function openChannel(name: string): Channel {
  try {
    return new BroadcastChannel(name);
  } catch {
    return Object.assign(new EventTarget(), { postMessage() {} });
  }
}
