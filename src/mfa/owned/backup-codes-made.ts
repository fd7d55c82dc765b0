import { browserStorage } from '../../lib/storage.ts';
import { markedAccount } from '../../api/link-mark.ts';

/** When this browser last showed an account's new backup codes. The platform does not tell. */
const storageKey = (account: string) => `backup-codes-made:${account}`;

export function keepBackupCodesMade(now: number): void {
  const account = markedAccount();
  if (account) browserStorage.write(storageKey(account), String(now));
}

/** Milliseconds since the epoch; undefined where they were made in another browser. */
export function readBackupCodesMade(): number | undefined {
  const account = markedAccount();
  const kept = Number(account && browserStorage.read(storageKey(account)));
  return kept > 0 ? kept : undefined;
}

/** After a reset there are none. */
export function forgetBackupCodesMade(): void {
  const account = markedAccount();
  if (account) browserStorage.remove(storageKey(account));
}
