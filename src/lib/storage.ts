/**
 * The browser's storage for what is convenient to keep. It never throws: where storage is blocked or
 * full, a value stays in memory, for this tab and until it is reloaded.
 */
export interface SafeStorage {
  read: (key: string) => string | null;
  write: (key: string, value: string) => void;
  remove: (key: string) => void;
  clear: () => void;
}

// Only reading `window.localStorage` can throw already.
export const browserStorage = guard(() => localStorage);
export const tabStorage = guard(() => sessionStorage);

function guard(open: () => Storage): SafeStorage {
  /** What could not be stored. */
  const memory = new Map<string, string>();
  function attempt<Result>(work: (storage: Storage) => Result): Result | undefined {
    try {
      return work(open());
    } catch {
      return undefined;
    }
  }
  function remove(key: string) {
    memory.delete(key);
    attempt((storage) => storage.removeItem(key));
  }
  return {
    read: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key)) ?? null,
    write(key, value) {
      // First, so that where the new value does not fit, no tab goes on reading the old one.
      remove(key);
      memory.set(key, value);
      attempt((storage) => {
        storage.setItem(key, value);
        memory.delete(key);
      });
    },
    remove,
    clear() {
      memory.clear();
      attempt((storage) => storage.clear());
    },
  };
}
