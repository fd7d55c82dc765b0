import { expect, it, onTestFinished, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { preload, useIdlePreload } from './preload.ts';

const newLoad = () => vi.fn<() => Promise<string>>(() => Promise.resolve('code'));

it('loads ahead once the page is ready, and not before', async () => {
  const load = newLoad();
  const ready = { now: false };
  const { rerender } = await renderHook(() => useIdlePreload(load, ready.now));
  // Idle callbacks run in order: what was asked for before this one has run by then.
  await new Promise((resolve) => requestIdleCallback(resolve));
  expect(load).not.toHaveBeenCalled();
  ready.now = true;
  await rerender();
  await expect.poll(() => load.mock.calls.length).toBe(1);
});

it('loads ahead in Safari too, which tells nobody when it is idle', async () => {
  const requestIdle = window.requestIdleCallback;
  Reflect.deleteProperty(window, 'requestIdleCallback');
  onTestFinished(() => void (window.requestIdleCallback = requestIdle));
  const load = newLoad();
  await renderHook(() => useIdlePreload(load, true));
  await expect.poll(() => load.mock.calls.length, { timeout: 5000 }).toBe(1);
});

it.each<[string, string, unknown]>([
  ['where data is dear', 'connection', { saveData: true }],
  ['offline', 'onLine', false],
])('loads nothing ahead %s', (_where, name, value) => {
  Object.defineProperty(navigator, name, { value, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, name));
  const load = newLoad();
  preload(load);
  expect(load).not.toHaveBeenCalled();
});

it('keeps quiet about a file that did not load', async () => {
  const load = newLoad().mockRejectedValue(new TypeError('Failed to fetch'));
  preload(load);
  expect(load).toHaveBeenCalledTimes(1);
});
