import { createOrganization, createUser } from './account/create-user.ts';
import type { NewUser } from './account/create-user.ts';
import { deriveKeys } from './crypto/keys.ts';
import { openDatabase } from './database/open-database.ts';
import type { Database, DatabaseLocation, StatementLogger } from './database/open-database.ts';
import { closeDemoAccounts, openDemoAccounts } from './dev/demo-accounts.ts';
import { isLoopback } from './dev/is-loopback.ts';
import { addMailboxRoutes } from './dev/mailbox-routes.ts';
import { createApp } from './create-app.ts';
import { openInbox } from './mail/inbox.ts';
import type { Inbox } from './mail/inbox.ts';
import { openMailer } from './mail/open-mailer.ts';
import { startOutboxWorker } from './mail/outbox.ts';
import type { Services } from './services.ts';

export interface BackendOptions {
  /**
   * Where people open the app, e.g. http://localhost:3000: in mails, and WebAuthn's origin. From
   * configuration, never from a header.
   */
  appUrl: string;
  database: DatabaseLocation;
  /** Milliseconds since the epoch; tests move it. All that depends on time goes by it. */
  now?: () => number;
  /** The mail server to send by; without one, an inbox of our own on a free loopback port. */
  smtpUrl?: string | undefined;
  /** The address that mails come from. */
  mailFrom?: string | undefined;
  /** Whom mails tell people to write to. */
  supportEmail?: string | undefined;
  /** 32 bytes, from which all keys are derived. */
  secretKey: Uint8Array;
  /** Told each statement before it runs; one that throws fails it. For tests of crashes. */
  statementLogger?: StatementLogger;
  /** Demo accounts, and what arrives at /dev/mailbox. Only where `appUrl` is a loopback address. */
  demo: boolean;
}

export interface Backend {
  /** @param address of the socket's other end: failures count by it. */
  fetch(this: void, request: Request, address?: string): Response | Promise<Response>;
  inbox: Inbox | undefined;
  /** For tests that look at rows. */
  database: Database;
  /** For tests that look at mails: resolves when none is on its way. */
  mailsSent(): Promise<void>;
  createUser(user: NewUser): Promise<{ id: string }>;
  createOrganization(name: string, domain?: string): Promise<{ id: string }>;
  close(): Promise<void>;
}

export async function startBackend(options: BackendOptions): Promise<Backend> {
  if (options.demo && !isLoopback(options.appUrl))
    throw new Error('Demo accounts are only for an app that people open on this machine.');
  const keys = deriveKeys(options.secretKey);
  const { database, close } = await openDatabase(options.database, options.statementLogger);
  const inbox = options.smtpUrl === undefined ? await openInbox() : undefined;
  const mailer = openMailer({
    smtpUrl: options.smtpUrl ?? inbox?.smtpUrl ?? '',
    from: options.mailFrom ?? 'MFA settings <no-reply@example.com>',
    supportEmail: options.supportEmail ?? 'support@example.com',
  });
  const now = options.now ?? Date.now;
  const outboxWorker = startOutboxWorker({ database, mailer, now });
  const services: Services = {
    appUrl: new URL(options.appUrl).origin,
    database,
    keys,
    mailer,
    outboxWorker,
    now,
  };
  const app = createApp(services);
  if (options.demo) {
    await openDemoAccounts(services);
    addMailboxRoutes(app, services, inbox);
  } else await closeDemoAccounts(services);
  return {
    fetch: (request, address) => app.fetch(request, { address }),
    inbox,
    database,
    mailsSent: () => outboxWorker.whenIdle(),
    createUser: (user) => createUser(database, user),
    createOrganization: (name, domain) => createOrganization(database, name, domain),
    close: async () => {
      await outboxWorker.stop();
      mailer.close();
      await inbox?.close();
      await close();
    },
  };
}
