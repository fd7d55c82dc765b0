import { notifyManager, QueryClient } from '@tanstack/react-query';

// By default a button learns a task later that it is busy, and a double click lands in between.
notifyManager.setScheduler(queueMicrotask);

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A failure is said at once, with a Retry: nobody waits for silent tries.
        retry: false,
        // The browser's idea of being online is at times wrong: the request itself is the test.
        networkMode: 'always',
        // What failed meanwhile, or changed, is read again; by default that goes with other modes.
        refetchOnReconnect: true,
      },
      // [A8] A change is sent once, now, or not at all.
      mutations: { retry: 0, networkMode: 'always' },
    },
  });
}
