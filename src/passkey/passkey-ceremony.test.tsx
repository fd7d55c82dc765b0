import { expect, it } from 'vitest';

import { renderHook } from '../testing/render-hook.tsx';
import { useCeremonySignal } from './passkey-ceremony.ts';

it('[A11] Before it is there, there is nothing to run a ceremony under', async () => {
  const asked: (AbortSignal | undefined)[] = [];
  await renderHook(() => {
    const signalOf = useCeremonySignal();
    asked.push(signalOf());
  });
  expect(asked[0]).toBeUndefined();
});

it('[A11] A ceremony goes on while what asked for it is there, and ends with it', async () => {
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
