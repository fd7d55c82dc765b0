import { onTestFinished, vi } from 'vitest';

import type * as tokens from '../api/tokens.ts';

type Options = LockOptions | LockGrantedCallback<unknown>;

let opened = 0;
// A module with another address is loaded again.
const load: (address: string) => Promise<typeof tokens> = (address) =>
  import(/* @vite-ignore */ address);

/**
 * Stands for another tab until the end of the test: a second copy of the tokens module in this
 * page. It shares this page's sessionStorage.
 */
export async function openTab(): Promise<typeof tokens> {
  const Channel = window.BroadcastChannel;
  const closed = new Promise<void>((close) => {
    onTestFinished(() => close());
  });
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Channel {
      constructor(name: string) {
        super(name);
        void closed.then(() => this.close());
      }
    },
  );
  // Its locks are released at the end of the test.
  const request = navigator.locks.request.bind(navigator.locks);
  const locks = vi
    .spyOn(navigator.locks, 'request')
    .mockImplementation((name: string, options: Options, work?: LockGrantedCallback<unknown>) =>
      typeof options === 'function'
        ? request(name, options)
        : request(name, options, (lock) => Promise.race([work?.(lock), closed])),
    );
  onTestFinished(() => locks.mockRestore());
  opened += 1;
  const tab = await load(`../api/tokens.ts?tab=${opened}`);
  vi.stubGlobal('BroadcastChannel', Channel);
  return tab;
}

/** A tab that is open until the end of the test and only sends what the test sends. */
export async function openSilentTab() {
  const channel = new BroadcastChannel('session');
  const asked = vi.fn<() => void>();
  channel.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
    if (data.type === 'ask') asked();
  });
  await new Promise<void>((granted) => {
    void navigator.locks.request('session-tab', { mode: 'shared' }, () => {
      granted();
      return new Promise<void>((close) => {
        onTestFinished(() => {
          channel.close();
          close();
        });
      });
    });
  });
  return { channel, asked };
}
