import type { Keys } from './crypto/keys.ts';
import type { Database } from './database/open-database.ts';
import type { Mailer } from './mail/open-mailer.ts';
import type { Postman } from './mail/start-postman.ts';

/** What every route works with. Nothing here remembers anything: what matters is in SQL. */
export interface Services {
  /** Where people open the app, without a slash at its end. */
  appUrl: string;
  database: Database;
  keys: Keys;
  mailer: Mailer;
  postman: Postman;
  /** Milliseconds since the epoch. */
  now: () => number;
}
