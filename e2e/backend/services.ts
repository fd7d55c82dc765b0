import type { Brand } from '../brand/brand.ts';
import type { Background } from './background.ts';
import type { Keys } from './crypto/keys.ts';
import type { Database } from './database/open-database.ts';
import type { Mailer } from './mail/open-mailer.ts';
import type { OutboxWorker } from './mail/outbox.ts';

/** What every route works with. None of it keeps state between requests: all state is in SQL. */
export interface Services {
  /** The address of the app, without a slash at its end; it may have a path. */
  appUrl: string;
  /** The origin of the app: WebAuthn's, and the one that CORS allows. */
  appOrigin: string;
  /** Its links are whole addresses. */
  brand: Brand;
  database: Database;
  keys: Keys;
  mailer: Mailer;
  outboxWorker: OutboxWorker;
  background: Background;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** A call of the contract that was answered, for metrics. It says nothing about who made it. */
export interface AnsweredCall {
  /** Undocumented calls, whose names anybody can choose, are `other`. */
  method: string;
  /** With `:names` in place of values, as in `/devices/:deviceId`. */
  path: string;
  status: number;
  milliseconds: number;
}
