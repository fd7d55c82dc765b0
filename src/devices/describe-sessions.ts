import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import type { Session, Sessions } from '../api/contract-devices.ts';

export interface ListedSession {
  session: Session;
  isCurrent: boolean;
}

/**
 * The reader's own session first, then by when they were last active. The hosted contract doesn't say which
 * session is the caller's: then the one that `login` named is, and where it named none, nobody knows.
 * @param tokenId as `login` gave it
 */
export function listSessions({ entries }: Sessions, tokenId?: string | null): ListedSession[] {
  const current =
    entries.find(({ isCurrent }) => isCurrent) ?? entries.find(({ id }) => id === tokenId);
  const isMarked = (session: Session) => Number(session === current);
  return entries
    .toSorted(
      (one, other) =>
        isMarked(other) - isMarked(one) || (other.lastActivity ?? 0) - (one.lastActivity ?? 0),
    )
    .map((session) => ({ session, isCurrent: session === current }));
}

const secondSteps: Partial<Record<string, MessageDescriptor>> = {
  PASSKEY: msg`Password and passkey`,
  GOOGLE_AUTH: msg`Password and authenticator app`,
  MAGIC_LINK: msg`Password and magic link`,
  PENDING: msg`Password, second step pending`,
};

/** How somebody signed in. What this version can't read is given as the server wrote it. */
export function describeLogin({ loginMethod }: Session): MessageDescriptor | string | undefined {
  const [first, second, ...more] = (loginMethod ?? '').trim().toUpperCase().split('+');
  if (first === 'PASSWORD' && more.length === 0) {
    const words = second === undefined ? msg`Password` : secondSteps[second];
    if (words) return words;
  }
  return loginMethod?.trim() || undefined;
}
