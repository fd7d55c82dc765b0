import { and, eq } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import { cleanCode } from '../../../src/lib/clean-code.ts';
import { keyedHash } from '../crypto/hash.ts';
import type { Database } from '../database/open-database.ts';
import { backupCodes } from '../database/schema.ts';
import type { Services } from '../services.ts';

/** Letters and digits that are easily confused are left out. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** Creates ten codes such as `k7m2p-9xq4r`, of 49 bits each. The lock on guesses protects them. */
export function newBackupCodes(): string[] {
  const part = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 10 }, () => `${part()}-${part()}`);
}

/** Whether a cleaned code has the form of a backup code. */
export function isBackupCode(code: string): boolean {
  return code.length === 10 && [...code].every((character) => alphabet.includes(character));
}

/** The hash that is stored for a code, however it is typed. Useless without the server's key. */
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

/** Uses up a code of the account; only one of several concurrent callers succeeds. */
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
