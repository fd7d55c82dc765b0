import { ownBrand } from '../brand/brand.ts';
import type { Brand } from '../brand/brand.ts';
import { Background } from './background.ts';
import { createOrganization, createUser } from './account/create-user.ts';
import type { NewUser } from './account/create-user.ts';
import { deriveKeys } from './crypto/keys.ts';
import { openDatabase } from './database/open-database.ts';
import type {
  Database,
  DatabaseLocation,
  Migrations,
  StatementLogger,
} from './database/open-database.ts';
import { closeDemoAccounts, openDemoAccounts } from './dev/demo-accounts.ts';
import { isLoopback } from './dev/is-loopback.ts';
import { addMailboxRoutes } from './dev/mailbox-routes.ts';
import { addOpenapiRoute } from './dev/openapi-route.ts';
import { createApp } from './create-app.ts';
import { openInbox } from './mail/inbox.ts';
import type { Inbox } from './mail/inbox.ts';
import { openMailer } from './mail/open-mailer.ts';
import { startOutboxWorker } from './mail/outbox.ts';
import type { AnsweredCall, Services } from './services.ts';

export interface BackendOptions {
  /**
   * The address of the app, e.g. http://localhost:3000 or https://example.com/account: used in mails, and
   * its origin as WebAuthn's.
   * It comes from the configuration, never from a header.
   */
  appUrl: string;
  /** Other origins that may call the backend from a browser, as in `https://shop.example.com`. */
  allowedOrigins?: readonly string[];
  database: DatabaseLocation;
  /**
   * Returns milliseconds since the epoch; tests move it. Everything that depends on time uses it.
   */
  now?: () => number;
  /** How it names itself, and how its mails look. */
  brand?: Brand | undefined;
  /** The mail server to send through; by default, a built-in inbox on a free loopback port. */
  smtpUrl?: string | undefined;
  /** The sender of mails. */
  mailFrom?: string | undefined;
  /** The support address named in mails, where the brand has none. */
  supportEmail?: string | undefined;
  /** 32 bytes, from which all keys are derived. */
  secretKey: Uint8Array;
  /**
   * Called with each statement before it runs; when it throws, the statement fails. For tests of
   * crashes.
   */
  statementLogger?: StatementLogger;
  /** Called after each call of the API, for metrics. */
  onCall?: ((call: AnsweredCall) => void) | undefined;
  /** What to do about missing migrations; `apply` by default. */
  migrations?: Migrations;
  /**
   * Whether there are demo accounts and /dev/mailbox. Only where `appUrl` is a loopback address.
   */
  demo: boolean;
}

export interface Backend {
  /** @param address the client's, by which failures are counted; never from a header that anybody can send */
  fetch(this: void, request: Request, address?: string): Response | Promise<Response>;
  inbox: Inbox | undefined;
  /** For tests that read rows. */
  database: Database;
  /** For tests that read mails: resolves when no mail is being sent. */
  mailsSent(): Promise<void>;
  createUser(user: NewUser): Promise<{ id: string }>;
  createOrganization(name: string, domain?: string): Promise<{ id: string }>;
  close(): Promise<void>;
}

export async function startBackend(options: BackendOptions): Promise<Backend> {
  if (options.demo && !isLoopback(options.appUrl))
    throw new Error('Demo accounts are only for an app that people open on this machine.');
  const appUrl = new URL(options.appUrl).href.replace(/\/+$/, '');
  const { links, ...rest } = options.brand ?? ownBrand;
  const brand = {
    ...rest,
    links: links.map(({ label, url }) => ({ label, url: new URL(url, appUrl).href })),
  };
  const keys = deriveKeys(options.secretKey);
  const { database, close } = await openDatabase(options.database, {
    logger: options.statementLogger,
    migrations: options.migrations,
  });
  const inbox = options.smtpUrl === undefined ? await openInbox() : undefined;
  const mailer = openMailer({
    smtpUrl: options.smtpUrl ?? inbox?.smtpUrl ?? '',
    from: options.mailFrom ?? 'no-reply@example.com',
    senderName: brand.name,
    supportEmail: brand.supportEmail ?? options.supportEmail ?? 'support@example.com',
  });
  const now = options.now ?? Date.now;
  const outboxWorker = startOutboxWorker({ database, mailer, now });
  const background = new Background();
  const services: Services = {
    appUrl,
    appOrigin: new URL(appUrl).origin,
    brand,
    database,
    keys,
    mailer,
    outboxWorker,
    background,
    now,
  };
  const app = createApp(services, options);
  if (options.demo) {
    await openDemoAccounts(services);
    addMailboxRoutes(app, services, inbox);
    addOpenapiRoute(app);
  } else await closeDemoAccounts(services);
  return {
    fetch: (request, address) => app.fetch(request, { address }),
    inbox,
    database,
    mailsSent: async () => {
      await outboxWorker.whenIdle();
      await background.whenIdle();
    },
    createUser: (user) => createUser(database, user),
    createOrganization: (name, domain) => createOrganization(database, name, domain),
    close: async () => {
      await outboxWorker.stop();
      await background.whenIdle();
      mailer.close();
      await inbox?.close();
      await close();
    },
  };
}
