import type { BrowserContext, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import type { MfaType } from '../../src/api/contract.ts';
import { isPasswordRight } from '../backend/crypto/passwords.ts';
import { methods, sessions, users } from '../backend/database/schema.ts';
import type { MethodName } from '../support/pages.ts';
import type { Mailbox } from '../support/mailbox.ts';
import type { TestApp } from '../support/test-app.ts';
import { callOf } from '../support/request-log.ts';
import { codeFor } from '../support/test-user.ts';
import type { TestUser } from '../support/test-user.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';

export const methodTypes: Record<MethodName, MfaType> = {
  Passkey: 'PASSKEY',
  'Authenticator app': 'GOOGLE_AUTH',
  'Magic link': 'MAGIC_LINK',
};
export const methodNames = Object.keys(methodTypes) as MethodName[];

const step = 30_000;

/** One person, their browser with its tabs, their phone and their mailbox. */
export class World {
  readonly app: TestApp;
  readonly mailbox: Mailbox;
  readonly user: TestUser;
  readonly context: BrowserContext;
  readonly complaints: string[] = [];
  /** How many codes were used. */
  steps = 0;
  tabs: Page[] = [];
  /** The key in the authenticator app, base32. */
  secret: string | undefined;
  /** The newest emailed link that turns magic links on. */
  link: string | undefined;
  /** The authenticator with their passkeys, and the tab that it is attached to. */
  #device: { page: Page; authenticator: VirtualAuthenticator } | undefined;
  #lastStep = 0;
  #sent: string[] = [];

  constructor(app: TestApp, mailbox: Mailbox, user: TestUser, context: BrowserContext) {
    this.app = app;
    this.mailbox = mailbox;
    this.user = user;
    this.context = context;
    context.on('request', (request) =>
      this.#sent.push(callOf({ method: request.method(), url: new URL(request.url()).pathname })),
    );
  }

  /** The foreground tab. */
  get page(): Page {
    const page = this.tabs.at(-1);
    if (!page) throw new Error('No tab is open.');
    return page;
  }

  /**
   * How often the app sent a call. The server may receive one more: when a reused connection is
   * closed without an answer, Chromium itself repeats the request on a new one.
   */
  countSent(call: string): number {
    return this.#sent.filter((each) => each === call).length;
  }

  async openTab(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await this.app.clock.follow(page);
    // A virtual authenticator chooses a passkey by itself where a field offers one; here nobody
    // does.
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    this.tabs.push(page);
    await page.goto(path);
    return page;
  }

  async closeTab(): Promise<void> {
    const closed = this.tabs.pop();
    // The authenticator is attached to a tab and would be closed with it.
    if (this.#device?.page === closed) await this.takeDevice();
    await closed?.close();
  }

  /** Attaches the device's authenticator, with its passkeys, to the foreground tab. */
  async takeDevice(): Promise<void> {
    const { page } = this;
    if (this.#device?.page === page) return;
    const authenticator = this.#device
      ? await this.#device.authenticator.moveTo(page)
      : await VirtualAuthenticator.attach(page);
    this.#device = { page, authenticator };
  }

  /**
   * Returns an unused code. Each code works once, so sometimes the person waits for the next one.
   */
  async nextCode(secret = this.secret): Promise<string> {
    const { clock } = this.app;
    const next = Math.max(this.#lastStep + 1, Math.floor(clock.now() / step));
    const wait = (next - 1) * step - clock.now();
    if (wait > 0) await clock.advance(wait);
    this.#lastStep = next;
    return codeFor(secret ?? '', next * step);
  }

  async isOn(name: MethodName): Promise<boolean> {
    return (await this.truth()).some((method) => method.startsWith(`${name}: On`));
  }

  /** How many sessions the database has. */
  countSessions(): Promise<number> {
    const { database } = this.app.backend;
    return database.$count(sessions, eq(sessions.userId, this.user.id));
  }

  /** Whether this is the password that the database has. */
  async isPassword(password: string): Promise<boolean> {
    const { database } = this.app.backend;
    const [user] = await database.select().from(users).where(eq(users.id, this.user.id));
    return isPasswordRight(user?.passwordHash ?? undefined, password);
  }

  /** What the database says about this person's methods, in the words of the settings. */
  async truth(): Promise<string[]> {
    const { database } = this.app.backend;
    const rows = await database.select().from(methods).where(eq(methods.userId, this.user.id));
    const [user] = await database.select().from(users).where(eq(users.id, this.user.id));
    return methodNames.map((name) => {
      const row = rows.find(({ type }) => type === methodTypes[name]);
      const state = row ? (row.isEnabled ? 'On' : 'Off') : 'Not set up';
      return describe(name, state, user?.primaryMethod === methodTypes[name]);
    });
  }
}

export const describe = (name: MethodName, state: string, isPrimary: boolean) =>
  `${name}: ${state}${isPrimary ? ', Primary' : ''}`;
