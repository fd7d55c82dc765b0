import { browserStorage } from '../lib/storage.ts';

/** Holds which tab may refresh, and until when by this device's clock. Nothing secret. */
const storageKey = 'refresh-lease';
/** Milliseconds. If two tabs write at once, both see after this time whose name was kept. */
const settling = 50;

/**
 * Replaces a Web Lock in browsers without locks: runs `work` when no other tab does, or after
 * `patience` milliseconds.
 */
export async function withLease<Result>(
  patience: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const name = String(Math.random());
  const deadline = Date.now() + patience;
  const release = () => {
    if (readHolder() === name) browserStorage.remove(storageKey);
  };
  // Otherwise a page that closes with the lease would keep the other tabs waiting until it expires.
  window.addEventListener('pagehide', release);
  while (Date.now() < deadline) {
    if (!readHolder()) {
      browserStorage.write(storageKey, `${name} ${Date.now() + patience}`);
      await pause(settling);
      if (readHolder() === name) break;
    }
    await pause(settling * (1 + Math.random()));
  }
  try {
    return await work();
  } finally {
    window.removeEventListener('pagehide', release);
    release();
  }
}

function readHolder(): string | undefined {
  const [name, until] = (browserStorage.read(storageKey) ?? '').split(' ');
  return Number(until) > Date.now() ? name : undefined;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
