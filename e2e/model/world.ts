import type { BrowserContext, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import type { MfaType } from '../../src/api/contract.ts';
import { methods, users } from '../backend/database/schema.ts';
import type { MethodName } from '../support/pages.ts';
import type { Mailbox } from '../support/mailbox.ts';
import type { TestApp } from '../support/test-app.ts';
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
  /** How many were taken. */
  steps = 0;
  tabs: Page[] = [];
  /** The key in the phone, base32. */
  secret: string | undefined;
  /** The newest emailed link that turns magic links on. */
  link: string | undefined;
  /** What unlocks their passkey, and the tab that it is in. */
  #device: { page: Page; authenticator: VirtualAuthenticator } | undefined;
  #lastStep = 0;
  #sent: string[] = [];

  constructor(app: TestApp, mailbox: Mailbox, user: TestUser, context: BrowserContext) {
    this.app = app;
    this.mailbox = mailbox;
    this.user = user;
    this.context = context;
    context.on('request', (request) =>
      this.#sent.push(`${request.method()} ${new URL(request.url()).pathname}`),
    );
  }

  /** The tab in front. */
  get page(): Page {
    const page = this.tabs.at(-1);
    if (!page) throw new Error('No tab is open.');
    return page;
  }

  /**
   * How often the app sent a call. The server may see one more: where a connection that was used
   * before is closed without a word, Chromium itself sends the request again on a new one.
   */
  countSent(call: string): number {
    return this.#sent.filter((each) => each === call).length;
  }

  async openTab(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await this.app.clock.follow(page);
    // A virtual authenticator picks a passkey by itself where a field offers one. Nobody does so here.
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    this.tabs.push(page);
    await page.goto(path);
    return page;
  }

  async closeTab(): Promise<void> {
    const closed = this.tabs.pop();
    // What a browser's tab holds of it would be closed with the tab.
    if (this.#device?.page === closed) await this.takeDevice();
    await closed?.close();
  }

  /** Takes the device's authenticator, with its passkeys, to the tab in front. */
  async takeDevice(): Promise<void> {
    const { page } = this;
    if (this.#device?.page === page) return;
    const authenticator = this.#device
      ? await this.#device.authenticator.moveTo(page)
      : await VirtualAuthenticator.attach(page);
    this.#device = { page, authenticator };
  }

  /** A code that was not used yet. Each is good once, so at times the person waits for the next. */
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

  /** What the database says of this person's methods, as the settings word it. */
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
