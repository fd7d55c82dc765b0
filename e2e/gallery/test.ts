import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { users } from '../backend/database/schema.ts';
import { test as base } from '../support/test.ts';
import { createUser } from '../support/test-user.ts';
import type { NewUser } from '../support/test-user.ts';
import type { Stage } from './journey.ts';

/** When every journey takes place, so that what it shows is the same each time. */
const start = Date.UTC(2031, 0, 15, 12);

/** The fixtures of all tests, and the stage of a journey except for how it is looked at. */
export const test = base.extend<{ stage: Omit<Stage, 'look'> }>({
  timezoneId: 'UTC',
  stage: async ({ app, page, mailbox, faults, clock, openOtherBrowser }, use) => {
    const follow = async (opened: Page) => {
      await clock.follow(opened);
      return opened;
    };
    await clock.advance(start - clock.now());
    await follow(page);
    const createPerson = async (user: NewUser & { email: string }) => {
      await app.backend.database
        .update(users)
        .set({ email: `${crypto.randomUUID()}@example.com` })
        .where(eq(users.email, user.email));
      return createUser(app, user);
    };
    mailbox.skipOldLinks();
    const ada = await createPerson({ email: 'ada@example.com', name: 'Ada', lastName: 'Lovelace' });
    const other = async () => follow(await openOtherBrowser());
    await use({ app, page, ada, createPerson, mailbox, faults, openOtherBrowser: other });
  },
});
