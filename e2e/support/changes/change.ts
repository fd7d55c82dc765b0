import type { Locator, Page } from '@playwright/test';
import { enrolAuthenticatorApp } from '../enrol.ts';
import type { AuthenticatorApp } from '../enrol.ts';
import { confirmCode, signInAt } from '../pages.ts';
import type { Mailbox } from '../mailbox.ts';
import type { TestApp } from '../test-app.ts';
import type { TestUser } from '../test-user.ts';

export interface Stage {
  app: TestApp;
  page: Page;
  user: TestUser;
  mailbox: Mailbox;
}

/** Who is signed in afterwards, and what else they hold. */
export interface Opened {
  user: TestUser;
  authenticator?: AuthenticatorApp;
  /** Fills in again what the backend has used up though its answer was lost. */
  refill?: () => Promise<void>;
}

/** Something that people do by pressing one button, which sends one call. */
export interface PeoplesChange {
  /** As in "a person who …". */
  does: string;
  call: string;
  /** What a call with a session may meet: that it has ended, and that it asks for proof. */
  meets: readonly ('the end of a session' | 'a question')[];
  /** Whether the page can read what came of it. */
  isReadAgain: boolean;
  /** Leads to where the button is, with everything filled in. */
  open: (stage: Stage) => Promise<Opened>;
  button: (page: Page) => Locator;
  done: (page: Page) => Locator;
  /** What shows where the backend did it and its answer was lost; `done` unless given. */
  lostAnswer?: (page: Page) => Locator;
  /** What shows when it is then done again; `done` unless given. */
  doneAgain?: (page: Page) => Locator;
}

export const alertOf = (words: RegExp) => (page: Page) => page.getByRole('alert').getByText(words);

/** Signs in with the authenticator app, on the way to `path`. */
export async function openProtected({ app, page, user }: Stage, path: string): Promise<Opened> {
  const authenticator = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user, path);
  await confirmCode(page, authenticator.nextCode());
  return { user, authenticator };
}
