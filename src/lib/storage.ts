/**
 * The browser's storage for values that the app can lose. It never throws: if storage is blocked or
 * full, the value stays in memory until this tab reloads.
 */
export interface SafeStorage {
  read: (key: string) => string | null;
  write: (key: string, value: string) => void;
  remove: (key: string) => void;
  /** Removes every value whose key begins so. Other apps on this origin keep theirs. */
  clear: (prefix: string) => void;
}

// Functions, because even reading `window.localStorage` can throw.
export const browserStorage = guard(() => localStorage);
export const tabStorage = guard(() => sessionStorage);

function guard(open: () => Storage): SafeStorage {
  /** Values that could not be stored. */
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
      // First, so that no tab reads the old value if the new one does not fit.
      remove(key);
      memory.set(key, value);
      attempt((storage) => {
        storage.setItem(key, value);
        memory.delete(key);
      });
    },
    remove,
    clear(prefix) {
      memory.clear();
      attempt((storage) => {
        for (const key in storage) if (key.startsWith(prefix)) storage.removeItem(key);
      });
    },
  };
}
