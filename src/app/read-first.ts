import type { QueryClient } from '@tanstack/react-query';

import { profileQuery } from '../api/account.ts';
import { areEarlyAnswersGood, isSentEarly } from '../api/early.ts';
import { linkMarkQuery } from '../api/link-mark.ts';
import { mfaQueries } from '../api/mfa.ts';
import { passkeyCapabilityQuery } from '../passkey/passkey-capability.ts';

/** Milliseconds. If the answers are not here by then, the app starts without them. */
const patience = 50;

/**
 * Reads the answers that the early script has asked for, so that the first render shows the methods and
 * not a skeleton once more. Refused and lost answers are left to the page, which knows what to do.
 */
export async function readFirst(queryClient: QueryClient): Promise<void> {
  if (!isSentEarly('/mfa/status')) return;
  const capability = queryClient.query(passkeyCapabilityQuery());
  const tooLate = new Promise<false>((resolve) => void setTimeout(resolve, patience, false));
  if (!(await Promise.race([areEarlyAnswersGood(), tooLate]))) return;
  const answers = [
    queryClient.query(mfaQueries.status()),
    queryClient.query(mfaQueries.methods()),
    queryClient.query(profileQuery()),
    queryClient.query(linkMarkQuery()),
    capability,
  ];
  await Promise.race([Promise.allSettled(answers), tooLate]);
}
