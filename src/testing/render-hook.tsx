import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { renderHook as render } from 'vitest-browser-react';

import { createQueryClient } from '../api/query-client.ts';

/** Runs a hook as the app does, StrictMode included, with a fresh client, which it gives back too. */
export async function renderHook<Result>(hook: () => Result) {
  const queryClient = createQueryClient();
  const rendered = await render(hook, {
    wrapper: ({ children }) => (
      <StrictMode>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </StrictMode>
    ),
  });
  return { ...rendered, queryClient };
}
