import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { browserStorage, tabStorage } from './storage.ts';

/** A storage of the browser's, which keeps `kept`, and may have room for no more. */
function fakeStorage(kept: Map<string, string>, { isFull = false } = {}) {
  const methods = {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException('Full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
  // A storage lists what it keeps, and not its methods.
  return new Proxy(methods, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: (_, key) => ({
      value: kept.get(String(key)),
      enumerable: true,
      configurable: true,
    }),
  });
}

const stores = [
  ['localStorage', browserStorage],
  ['sessionStorage', tabStorage],
] as const;

describe.each(stores)('%s', (name, storage) => {
  beforeEach(() => vi.stubGlobal(name, fakeStorage(new Map())));
  afterEach(() => {
    storage.clear('');
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('keeps what is written in the browser, until it is removed', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal(name, fakeStorage(kept));
    storage.write('a', '1');
    storage.write('b', '2');
    expect([...kept]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(storage.read('a')).toBe('1');
    storage.remove('a');
    expect(storage.read('a')).toBeNull();
    storage.clear('b');
    expect(kept.size).toBe(0);
    expect(storage.read('b')).toBeNull();
  });

  it('leaves what other apps on this origin keep', () => {
    const kept = new Map([['theirs', '1']]);
    vi.stubGlobal(name, fakeStorage(kept));
    storage.write('ours-1', '1');
    storage.write('ours-2', '2');
    storage.clear('ours-');
    expect([...kept]).toEqual([['theirs', '1']]);
  });

  it('reads what another tab has written', () => {
    storage.write('a', '1');
    vi.stubGlobal(name, fakeStorage(new Map([['a', '2']])));
    expect(storage.read('a')).toBe('2');
  });

  it('keeps in memory what does not fit, and deletes the older value', () => {
    const kept = new Map([['a', 'old']]);
    vi.stubGlobal(name, fakeStorage(kept, { isFull: true }));
    storage.write('a', 'new');
    expect(storage.read('a')).toBe('new');
    expect(kept.size).toBe(0);
    storage.remove('a');
    expect(storage.read('a')).toBeNull();
  });

  it('works for this tab alone if the browser refuses storage', () => {
    const refuse = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
    vi.unstubAllGlobals();
    Object.defineProperty(globalThis, name, { configurable: true, get: refuse });
    try {
      expect(storage.read('a')).toBeNull();
      storage.write('a', '1');
      expect(storage.read('a')).toBe('1');
      storage.remove('a');
      expect(storage.read('a')).toBeNull();
      storage.write('b', '2');
      storage.clear('b');
      expect(storage.read('b')).toBeNull();
    } finally {
      Reflect.deleteProperty(globalThis, name);
    }
  });
});
