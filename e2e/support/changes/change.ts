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

/** Who is signed in afterwards, and with what. */
export interface Opened {
  user: TestUser;
  authenticator?: AuthenticatorApp;
  /** Fills in again what the backend has used up although its answer was lost. */
  refill?: () => Promise<void>;
}

/** Something that people do by pressing one button, which sends one call. */
export interface PeoplesChange {
  /** As in "a person who …". */
  does: string;
  call: string;
  /** What this call may meet besides faults: an ended session, a request for proof. */
  meets: readonly ('the end of a session' | 'a question')[];
  /** Whether the page can refetch the outcome. */
  isReadAgain: boolean;
  /** Whether the page that follows sends the same call once, for reasons of its own. */
  isSentByNextPage?: boolean;
  /** Opens the page with the button, with everything filled in. */
  open: (stage: Stage) => Promise<Opened>;
  button: (page: Page) => Locator;
  done: (page: Page) => Locator;
  /**
   * What is on screen when the backend made the change but its answer was lost; `done` by default.
   */
  lostAnswer?: (page: Page) => Locator;
  /** What is on screen when it is then done again; `done` by default. */
  doneAgain?: (page: Page) => Locator;
}

export const alertOf = (words: RegExp) => (page: Page) => page.getByRole('alert').getByText(words);

/** Signs in with the authenticator app at `path`. */
export async function openProtected({ app, page, user }: Stage, path: string): Promise<Opened> {
  const authenticator = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user, path);
  await confirmCode(page, authenticator.nextCode());
  return { user, authenticator };
}
