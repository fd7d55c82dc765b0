import type { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it } from 'vitest';

import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { deviceQueries, rereadDevices, rereadSessions } from './devices.ts';
import { createQueryClient } from './query-client.ts';
import { writeTokens } from './tokens.ts';

beforeEach(() => writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in'));

const withNone = { body: { success: true, sessions: [], devices: [] } };
const withOne = { body: { success: true, sessions: [{ id: 'old' }], devices: [{ id: 'old' }] } };

it.each([
  ['sessions', (client: QueryClient) => client.query(deviceQueries.sessions()), rereadSessions],
  ['devices', (client: QueryClient) => client.query(deviceQueries.list()), rereadDevices],
])(
  'Reads the %s again where an answer from before the change is on its way',
  async (name, read, reread) => {
    let release: (reply: Reply) => void = () => {};
    const held = new Promise<Reply>((resolve) => {
      release = resolve;
    });
    fakeApi({ [`GET /${name}`]: [() => held, withNone] });
    const queryClient = createQueryClient();
    const before = read(queryClient).catch(() => undefined);
    const now = reread(queryClient);
    release(withOne);
    expect((await now).entries).toEqual([]);
    await before;
  },
);
