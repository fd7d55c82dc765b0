import type { Page } from '@playwright/test';
import type { Faults } from '../support/faults.ts';
import type { Mailbox } from '../support/mailbox.ts';
import type { TestApp } from '../support/test-app.ts';
import type { NewUser, TestUser } from '../support/test-user.ts';

/** What a journey has at hand. */
export interface Stage {
  app: TestApp;
  page: Page;
  /** Ada Lovelace, ada@example.com: an account with no method and no organization. */
  ada: TestUser;
  /** Creates an account; whoever had its address in an earlier journey gives it up. */
  createPerson: (user: NewUser & { email: string }) => Promise<TestUser>;
  mailbox: Mailbox;
  faults: Faults;
  /** Opens a page in another browser, which has stored nothing. */
  openOtherBrowser: () => Promise<Page>;
  /**
   * Stops at a state that is worth looking at: the gallery takes its pictures, and the test of the
   * transcripts checks that everybody can read and press it, and records what screen readers get.
   * Wait for the state before.
   * @param title unique within the journey
   * @param at a page in another tab or browser
   */
  look: (title: string, at?: Page) => Promise<void>;
}

/** Something that a person does in the app, state by state. */
export interface Journey {
  /** Unique, and fit for a file name. */
  name: string;
  title: string;
  walk: (stage: Stage) => Promise<void>;
}
