/**
 * The tables, as drizzle reads them; the SQL that makes them is in `migrations`. Times are
 * milliseconds since the epoch, written by the backend's own clock and never by the database's.
 */
import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { MfaType } from '../../../src/api/contract.ts';

const time = (name: string) => bigint(name, { mode: 'number' });

export const organizations = pgTable('organizations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Of its members' addresses, where it has one of its own. */
  domain: text('domain'),
  enforced: boolean('enforced').notNull().default(false),
});

export const users = pgTable('users', {
  id: text('id').primaryKey(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  /** argon2id, PHC string. Null: the account has no password. */
  passwordHash: text('password_hash'),
  name: text('name').notNull(),
  lastName: text('last_name').notNull(),
  orgId: text('org_id').references(() => organizations.id),
  orgRole: integer('org_role').notNull(),
  isActive: boolean('is_active').notNull().default(true),
  /** Whether they have confirmed their address. */
  isValidated: boolean('is_validated').notNull().default(true),
  /** Only of an account that is inactive, which the database checks: so it cannot sign in. */
  deletedAt: time('deleted_at'),
  /** WebAuthn's user handle: random, says nothing of the person, base64url. */
  passkeyHandle: text('passkey_handle').notNull(),
  primaryMethod: text('primary_method').$type<MfaType>(),
  /** Wrong codes since the last lock or success. */
  wrongCodes: integer('wrong_codes').notNull().default(0),
  /** Wrong codes since the last success; no lock resets it. */
  wrongCodesInRow: integer('wrong_codes_in_row').notNull().default(0),
  lockedUntil: time('locked_until').notNull().default(0),
  /** Whether a mail has said that too many wrong codes in a row have locked them for ever. */
  isCodeLockTold: boolean('is_code_lock_told').notNull().default(false),
});

/** Browsers in which an account has signed in before; see `session/known-devices.ts`. */
export const knownDevices = pgTable(
  'known_devices',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Of the identifier that the browser keeps. */
    hash: text('hash').notNull(),
    /** Wrong passwords from there since the last right one. */
    failuresInRow: integer('failures_in_row').notNull().default(0),
    lastUsedAt: time('last_used_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
);

/** Wrong passwords in a row from browsers that are not known, by account. */
export const passwordFailures = pgTable('password_failures', {
  /** The account's id, or a hash of an address that no account has. */
  account: text('account').primaryKey(),
  inRow: integer('in_row').notNull(),
  /** Whether a mail has said that sign-in is closed to unknown browsers. */
  isTold: boolean('is_told').notNull().default(false),
  /** Null: never. */
  forgottenAt: time('forgotten_at'),
});

/** One row per configured method. */
export const methods = pgTable(
  'methods',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').$type<MfaType>().notNull(),
    isEnabled: boolean('is_enabled').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.type] })],
);

export const sessions = pgTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** False: the second step is still to be passed. */
  isVerified: boolean('is_verified').notNull(),
  /** When the person last proved who they are (0: never). The next tokens carry it; older ones don't. */
  provenAt: time('proven_at').notNull(),
  expiresAt: time('expires_at').notNull(),
  /** The browser that signed in, which becomes known once the session is verified. */
  deviceHash: text('device_hash'),
});

/** A session's refresh tokens, used ones too: a used one that comes back ends the session. */
export const refreshTokens = pgTable('refresh_tokens', {
  hash: text('hash').primaryKey(),
  sessionId: text('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  isUsed: boolean('is_used').notNull().default(false),
  expiresAt: time('expires_at').notNull(),
});

export const linkTokens = pgTable('link_tokens', {
  /** SHA-256 of the token's `jti`. */
  hash: text('hash').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  purpose: text('purpose').$type<'activate' | 'sign-in'>().notNull(),
  /** The session that asked for the link. The link ends with it. */
  sessionId: text('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  expiresAt: time('expires_at').notNull(),
});

export const authenticators = pgTable('authenticators', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Encrypted; see `crypto/seal.ts`. */
  sealedSecret: text('sealed_secret').notNull(),
  /** The newest time step whose code was accepted: no step is good twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull(),
});

/** A set-up that is not proven yet. It belongs to one session and touches nothing that is active. */
export const pendingAuthenticators = pgTable('pending_authenticators', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  sessionId: text('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  sealedSecret: text('sealed_secret').notNull(),
  backupCodeHashes: text('backup_code_hashes').array().notNull(),
  expiresAt: time('expires_at').notNull(),
});

export const backupCodes = pgTable(
  'backup_codes',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
);

export const passkeys = pgTable('passkeys', {
  /** The credential's id, base64url. */
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** COSE key, base64url. */
  publicKey: text('public_key').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  /** The flag BE, which never changes: may be synced. Null: made before this was kept. */
  isBackupEligible: boolean('is_backup_eligible'),
  transports: text('transports').array().notNull(),
});

/** The one WebAuthn challenge a session has open for each ceremony. */
export const challenges = pgTable(
  'challenges',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    ceremony: text('ceremony').$type<'registration' | 'authentication'>().notNull(),
    challenge: text('challenge').notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.ceremony] })],
);

export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  endsAt: time('ends_at').notNull(),
});

/** Mails about changes, written with the change and gone once the mail server has them. No secrets. */
export const outbox = pgTable('outbox', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  html: text('html').notNull(),
  writtenAt: time('written_at').notNull(),
  /** When to send it, or, while someone is sending it, when to try again. */
  dueAt: time('due_at').notNull(),
  tries: integer('tries').notNull().default(0),
});
