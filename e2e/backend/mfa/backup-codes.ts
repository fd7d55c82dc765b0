import { and, eq } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import { cleanCode } from '../../../src/lib/clean-code.ts';
import { keyedHash } from '../crypto/hash.ts';
import type { Database } from '../database/open-database.ts';
import { backupCodes } from '../database/schema.ts';
import type { Services } from '../services.ts';

/** Without the letters and digits that are taken for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** Ten codes such as `k7m2p-9xq4r`: 49 bits each, guarded by the lock on guesses. */
export function newBackupCodes(): string[] {
  const part = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 10 }, () => `${part()}-${part()}`);
}

/** Whether a cleaned code can be a backup code at all. */
export function isBackupCode(code: string): boolean {
  return code.length === 10 && [...code].every((character) => alphabet.includes(character));
}

/** What is kept of a code, however it is written: nothing without the server's key. */
export function hashBackupCode({ keys }: Services, code: string): string {
  return keyedHash(keys.backupCodes, cleanCode(code));
}

export async function replaceBackupCodes(
  tx: Database,
  userId: string,
  hashes: string[],
): Promise<void> {
  await tx.delete(backupCodes).where(eq(backupCodes.userId, userId));
  await tx.insert(backupCodes).values(hashes.map((hash) => ({ userId, hash })));
}

/** Uses a code up, if it is one of the account's: of any number at once, one gets it. */
export async function useBackupCode(
  services: Services,
  tx: Database,
  userId: string,
  code: string,
): Promise<boolean> {
  const hash = hashBackupCode(services, code);
  const used = await tx
    .delete(backupCodes)
    .where(and(eq(backupCodes.userId, userId), eq(backupCodes.hash, hash)))
    .returning();
  return used.length > 0;
}

export function countBackupCodes(tx: Database, userId: string): Promise<number> {
  return tx.$count(backupCodes, eq(backupCodes.userId, userId));
}
