import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { renderHook as render } from 'vitest-browser-react';

import { createQueryClient } from '../api/query-client.ts';

/** Runs a hook in StrictMode with a new query client, which it returns too. */
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
