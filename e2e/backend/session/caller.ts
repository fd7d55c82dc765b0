import type { AccountMethods } from '../account/account-methods.ts';
import type { User } from '../account/find-user.ts';
import type { Session } from './sessions.ts';

/**
 * What a call asks of its caller:
 * - `limited`: a session, even one whose second step is still to come
 * - `verified`: a session that has passed its second step
 * - `fresh`: as `verified`, with a proof from the last ten minutes
 * - `organization`: as `verified`, and with a method of their own where their organization requires one
 * - `fresh-organization`: both
 */
export type Access = 'limited' | 'verified' | 'fresh' | 'organization' | 'fresh-organization';

/** The caller: current data from the database, limited to what their access token allows. */
export interface Caller {
  /** What the call requires; checked again inside the transaction of a change. */
  access: Access;
  user: User;
  /**
   * `isVerified` and `provenAt` come from the access token, not from the row: a token from before the
   * second step stays limited, and one from before a proof stays stale (security requirement B6).
   */
  session: Session;
  /** The request's `Accept-Language`. */
  acceptLanguage: string | null;
}

/**
 * The caller as the request found them. The second step was read with the session, in one statement:
 * enough for calls that only read, while a change reads it again in its transaction.
 */
export interface ArrivedCaller extends Caller {
  methods: AccountMethods;
  /** Whether the caller's organization requires a second step. */
  isEnforced: boolean;
}
