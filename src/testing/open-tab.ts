import { onTestFinished, vi } from 'vitest';

import type * as tokens from '../api/tokens.ts';

type Options = LockOptions | LockGrantedCallback<unknown>;

let opened = 0;
// Under another address, a module is loaded anew.
const load: (address: string) => Promise<typeof tokens> = (address) =>
  import(/* @vite-ignore */ address);

/**
 * Another tab: the module of the tokens anew, in this page, until the end of the test. Its
 * sessionStorage is this page's.
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
  // Its locks end with it.
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

/** A tab that lives until the end of the test, and says nothing but what the test says. */
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
