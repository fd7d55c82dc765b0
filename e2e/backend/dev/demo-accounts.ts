import { inArray } from 'drizzle-orm';
import { orgRoles } from '../../../src/api/contract.ts';
import { createOrganization, createUser } from '../account/create-user.ts';
import { randomToken } from '../crypto/hash.ts';
import { seal } from '../crypto/seal.ts';
import { authenticators, methods, sessions, users } from '../database/schema.ts';
import { newTotpSecret } from '../mfa/totp.ts';
import type { Services } from '../services.ts';
import { startSession } from '../session/sessions.ts';

export const demoEmails = ['ada@example.com', 'bob@example.com'];
export const demoPassword = 'correct horse battery staple';

const demoDevices = [
  { deviceName: 'Safari on iOS', deviceType: 'MOBILE', os: 'iOS', browser: 'Safari' },
  { deviceName: 'Firefox on Windows', deviceType: 'DESKTOP', os: 'Windows', browser: 'Firefox' },
] as const;

const isDemoAccount = inArray(users.email, demoEmails);

/**
 * Creates the demo accounts where they are missing, and opens them where they were closed: Ada,
 * who owns Example Inc, whose authenticator app is configured but off and who is signed in on two more
 * devices, and Bob, a member with nothing set up.
 */
export async function openDemoAccounts(services: Services): Promise<void> {
  const { database, keys } = services;
  await database.transaction(async (tx) => {
    const found = await tx.update(users).set({ isActive: true }).where(isDemoAccount).returning();
    if (found.length > 0) return;
    const { id: orgId } = await createOrganization(tx, 'Example Inc', 'example.com');
    const account = { password: demoPassword, orgId };
    const ada = await createUser(tx, {
      ...account,
      email: 'ada@example.com',
      name: 'Ada',
      lastName: 'Lovelace',
      orgRole: orgRoles.owner,
    });
    await createUser(tx, {
      ...account,
      email: 'bob@example.com',
      name: 'Bob',
      lastName: 'Example',
    });
    const sealedSecret = seal(keys.seeds, ada.id, newTotpSecret());
    await tx.insert(authenticators).values({ userId: ada.id, sealedSecret, lastStep: 0 });
    await tx.insert(methods).values({ userId: ada.id, type: 'GOOGLE_AUTH', isEnabled: false });
    for (const device of demoDevices) {
      const signIn = { ...device, deviceHash: randomToken(), network: '203.0.113.0/24' };
      await startSession(services, tx, ada.id, true, signIn);
    }
  });
}

/**
 * Everybody knows the demo password. So where the demo is off, accounts of an earlier demo cannot
 * sign in.
 */
export async function closeDemoAccounts({ database }: Services): Promise<void> {
  await database.transaction(async (tx) => {
    const closed = await tx
      .update(users)
      .set({ isActive: false })
      .where(isDemoAccount)
      .returning({ id: users.id });
    const ids = closed.map(({ id }) => id);
    await tx.delete(sessions).where(inArray(sessions.userId, ids));
  });
}
