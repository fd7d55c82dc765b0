import type { QueryClient } from '@tanstack/react-query';

import { deviceQueries, sendHeartbeat } from './devices.ts';
import { mfaQueries } from './mfa.ts';
import { readTokens } from './tokens.ts';

/** Milliseconds between two heartbeats of this tab, at least. */
const interval = 5 * 60_000;

let lastSent = 0;
let isFollowing = false;

/** Says that somebody is using the session, as long as a person is active in this tab. */
export function followActivity(queryClient: QueryClient): void {
  if (isFollowing) return;
  isFollowing = true;
  const note = () => void noteActivity(queryClient);
  window.addEventListener('pointerdown', note);
  window.addEventListener('keydown', note);
  note();
}

async function noteActivity(queryClient: QueryClient): Promise<void> {
  if (document.visibilityState !== 'visible' || Date.now() - lastSent < interval) return;
  const tokens = readTokens();
  const status = queryClient.getQueryData(mfaQueries.status().queryKey);
  // A limited session may not call this, and its refusal would ask for a proof that nobody needs.
  const isLimited = !status?.sessionVerified || (status.isEnforced && !status.isEnabled);
  const id = tokens?.tokenId ?? currentId(queryClient);
  if (!tokens || isLimited || !id) return;
  lastSent = Date.now();
  // A failure changes nothing: an input after the interval tries again.
  await sendHeartbeat(id).catch(() => undefined);
}

/** Where `login` gave no id, but the list of sessions that was read since says which is the caller's. */
function currentId(queryClient: QueryClient): string | undefined {
  const sessions = queryClient.getQueryData(deviceQueries.sessions().queryKey);
  return sessions?.entries.find(({ isCurrent }) => isCurrent)?.id;
}
