import type { QueryClient } from '@tanstack/react-query';

import { openChannel } from '../lib/open-channel.ts';
import { mfaQueries } from './queries.ts';

/** Tells the other tabs of this browser that a method changed. Carries nothing else. */
const channel = openChannel('mfa-changes');

/**
 * Reads everything about the second step again, here and in the other tabs. Await it before calling
 * a change done: the page claims nothing that a refetch has not confirmed.
 */
export async function refreshMfa(queryClient: QueryClient): Promise<void> {
  channel.postMessage('changed');
  await queryClient.invalidateQueries({ queryKey: mfaQueries.all() });
}

/** Reads again whenever another tab changed something. Returns how to stop. */
export function followChanges(queryClient: QueryClient): () => void {
  const read = () => void queryClient.invalidateQueries({ queryKey: mfaQueries.all() });
  channel.addEventListener('message', read);
  return () => channel.removeEventListener('message', read);
}
