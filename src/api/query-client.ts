import { notifyManager, QueryClient } from '@tanstack/react-query';

// By default a button becomes busy one task later, and the second click of a double click gets
// through. In another page, this belongs to the page, whose own queries share it.
if (import.meta.env.VITE_SESSION_SOURCE !== 'embed') notifyManager.setScheduler(queueMicrotask);

/** Milliseconds. Longer than the first render takes on a slow phone. */
const justNow = 3000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The page shows a failure at once, with a button to retry, instead of retrying silently.
        retry: false,
        // `navigator.onLine` can be wrong, so only the request itself decides.
        networkMode: 'always',
        // networkMode 'always' turns this off by default.
        refetchOnReconnect: true,
        // What has just been read, as before the first render, is not read again when its page shows.
        refetchOnMount: ({ state }) =>
          state.isInvalidated || Date.now() - state.dataUpdatedAt > justNow,
      },
      // A change is sent once, now, or not at all: security requirement A8.
      mutations: { retry: 0, networkMode: 'always' },
    },
  });
}
