import { expect, it } from 'vitest';

import { renderHook } from '../testing/render-hook.tsx';
import { useCeremonySignal } from './passkey-ceremony.ts';

it('[A11] Before the component has mounted there is no signal', async () => {
  const asked: (AbortSignal | undefined)[] = [];
  await renderHook(() => {
    const signalOf = useCeremonySignal();
    asked.push(signalOf());
  });
  expect(asked[0]).toBeUndefined();
});

it('[A11] The signal aborts when the component unmounts, and not before', async () => {
  const { result, rerender, unmount } = await renderHook(useCeremonySignal);
  const signal = result.current();
  expect(signal?.aborted).toBe(false);
  const before = result.current;
  await rerender();
  expect(result.current).toBe(before);
  expect(result.current()).toBe(signal);
  expect(signal?.aborted).toBe(false);
  await unmount();
  expect(signal?.aborted).toBe(true);
});
