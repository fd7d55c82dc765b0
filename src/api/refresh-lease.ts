import { browserStorage } from '../lib/storage.ts';

/** Holds who may refresh, and until when by this device's clock. Nothing secret. */
const storageKey = 'refresh-lease';
/** Milliseconds. Two tabs that write at once both see, after this, whose name stands. */
const settling = 50;

/**
 * What stands in for a Web Lock where there is none: does the work while no other tab does, or once
 * `patience` (milliseconds) is over.
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
  // A page that is left while it holds the lease would keep the other tabs waiting for all of it.
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
