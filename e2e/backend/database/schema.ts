/**
 * The tables, as drizzle reads them; `migrations` has the SQL that creates them. Times are
 * milliseconds since the epoch from the backend's own clock, never from the database's.
 */
import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DeviceType } from '../../../src/api/contract-devices.ts';
import type { MfaType } from '../../../src/api/contract.ts';

const time = (name: string) => bigint(name, { mode: 'number' });

/** What a browser said about itself when somebody signed in. Null where it is unknown. */
const description = () => ({
  userAgent: text('user_agent'),
  deviceName: text('device_name'),
  deviceType: text('device_type').$type<DeviceType>(),
  os: text('os'),
  browser: text('browser'),
  /** Where the request came from, shortened; see `truncateAddress`. */
  network: text('network'),
});

export const organizations = pgTable('organizations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** The domain of its members' email addresses, if it has its own. */
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
  /** Whether the user has confirmed the address. */
  isValidated: boolean('is_validated').notNull().default(true),
  /** Set only on inactive accounts, as a database constraint ensures: a deleted user cannot sign in. */
  deletedAt: time('deleted_at'),
  /** WebAuthn's user handle: random, reveals nothing about the person, base64url. */
  passkeyHandle: text('passkey_handle').notNull(),
  primaryMethod: text('primary_method').$type<MfaType>(),
  /** Wrong codes since the last lock or success. */
  wrongCodes: integer('wrong_codes').notNull().default(0),
  /** Wrong codes since the last success; no lock resets it. */
  wrongCodesInRow: integer('wrong_codes_in_row').notNull().default(0),
  lockedUntil: time('locked_until').notNull().default(0),
  /**
   * Whether the owner has been mailed that too many wrong codes in a row locked the account for
   * good.
   */
  isCodeLockTold: boolean('is_code_lock_told').notNull().default(false),
  /** Whether anybody has completed a sign-in. */
  hasSignedIn: boolean('has_signed_in').notNull().default(false),
  /** That of the mails to them, BCP 47. Null where it is unknown. */
  language: text('language'),
});

/** Browsers in which an account has signed in before; see `session/known-devices.ts`. */
export const knownDevices = pgTable(
  'known_devices',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Keyed hash of the identifier that the browser stores. */
    hash: text('hash').notNull(),
    /** Random; says nothing about the hash. */
    id: text('id').notNull().unique(),
    /** Wrong passwords from this browser since the last right one. */
    failuresInRow: integer('failures_in_row').notNull().default(0),
    firstUsedAt: time('first_used_at').notNull(),
    /** Its last sign-in. */
    lastUsedAt: time('last_used_at').notNull(),
    /** Null where its owner has not marked it as trusted. */
    trustedUntil: time('trusted_until'),
    ...description(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
);

/** Wrong passwords in a row from unknown browsers, by account. */
export const passwordFailures = pgTable('password_failures', {
  /** The account's id, or a hash of an address that no account has. */
  account: text('account').primaryKey(),
  inRow: integer('in_row').notNull(),
  /** Whether the owner has been mailed that sign-in is closed to unknown browsers. */
  isTold: boolean('is_told').notNull().default(false),
  /** Null means never. */
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
  /** False until the second step is passed. */
  isVerified: boolean('is_verified').notNull(),
  /**
   * When the person last proved who they are (0: never). New tokens carry this time; older tokens
   * keep theirs.
   */
  provenAt: time('proven_at').notNull(),
  expiresAt: time('expires_at').notNull(),
  /**
   * The browser that signed in, if it sent an identifier. It becomes a known device once the session
   * is verified.
   */
  deviceHash: text('device_hash'),
});

/**
 * How each session began, and when it was last used. A table of its own, because every request reads
 * the session but only the lists read this.
 */
export const signIns = pgTable('sign_ins', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  startedAt: time('started_at').notNull(),
  lastActiveAt: time('last_active_at').notNull(),
  /** What followed the password. Null where nothing has. */
  secondStep: text('second_step').$type<MfaType>(),
  ...description(),
  timezone: text('timezone'),
  language: text('language'),
});

/** A session's refresh tokens. Used ones are kept, because reusing one ends the session. */
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
  /** The session that requested the link. The link ends with it. */
  sessionId: text('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  expiresAt: time('expires_at').notNull(),
});

/** The live link of an account that lets somebody who forgot the password choose another. */
export const passwordResets = pgTable('password_resets', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  hash: text('hash').notNull().unique(),
  expiresAt: time('expires_at').notNull(),
});

export const authenticators = pgTable('authenticators', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Encrypted; see `crypto/seal.ts`. */
  sealedSecret: text('sealed_secret').notNull(),
  /** The newest time step whose code was accepted, so that each code works once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull(),
});

/**
 * A set-up that has not been confirmed yet. It belongs to one session and does not affect active
 * methods.
 */
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
  /**
   * The backup-eligible flag (BE), which never changes: whether the passkey may be synced. Null
   * for passkeys created before this was stored.
   */
  isBackupEligible: boolean('is_backup_eligible'),
  transports: text('transports').array().notNull(),
});

/** The open WebAuthn challenge of a session, at most one for each ceremony. */
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

/**
 * Mails about changes. Written together with the change, and deleted once the mail server has
 * accepted them. They contain no secrets.
 */
export const outbox = pgTable('outbox', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  recipient: text('recipient').notNull(),
  /** BCP 47. Null where a version without languages wrote it. */
  language: text('language'),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  html: text('html').notNull(),
  writtenAt: time('written_at').notNull(),
  /** When to send it; while a process is sending it, when to retry. */
  dueAt: time('due_at').notNull(),
  tries: integer('tries').notNull().default(0),
});
