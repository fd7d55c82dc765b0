CREATE TABLE organizations (
  id text PRIMARY KEY,
  name text NOT NULL,
  enforced boolean NOT NULL DEFAULT false
);
--> statement-breakpoint
CREATE TABLE users (
  id text PRIMARY KEY,
  email text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  name text NOT NULL,
  last_name text NOT NULL,
  org_id text REFERENCES organizations (id),
  org_role integer NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  passkey_handle text NOT NULL,
  primary_method text,
  wrong_codes integer NOT NULL DEFAULT 0,
  wrong_codes_in_row integer NOT NULL DEFAULT 0,
  locked_until bigint NOT NULL DEFAULT 0
);
--> statement-breakpoint
CREATE INDEX users_org_id ON users (org_id);
--> statement-breakpoint
CREATE TABLE methods (
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  type text NOT NULL,
  is_enabled boolean NOT NULL,
  PRIMARY KEY (user_id, type)
);
--> statement-breakpoint
CREATE TABLE sessions (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  is_verified boolean NOT NULL,
  proven_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX sessions_user_id ON sessions (user_id);
--> statement-breakpoint
CREATE TABLE refresh_tokens (
  hash text PRIMARY KEY,
  session_id text NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  is_used boolean NOT NULL DEFAULT false,
  expires_at bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX refresh_tokens_session_id ON refresh_tokens (session_id);
--> statement-breakpoint
CREATE TABLE link_tokens (
  hash text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  purpose text NOT NULL,
  session_id text NOT NULL,
  expires_at bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX link_tokens_user_id ON link_tokens (user_id);
--> statement-breakpoint
CREATE TABLE authenticators (
  user_id text PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  sealed_secret text NOT NULL,
  last_step bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE pending_authenticators (
  user_id text PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  session_id text NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  sealed_secret text NOT NULL,
  backup_code_hashes text[] NOT NULL,
  expires_at bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX pending_authenticators_session_id ON pending_authenticators (session_id);
--> statement-breakpoint
CREATE TABLE backup_codes (
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  hash text NOT NULL,
  PRIMARY KEY (user_id, hash)
);
--> statement-breakpoint
CREATE TABLE passkeys (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX passkeys_user_id ON passkeys (user_id);
--> statement-breakpoint
CREATE TABLE challenges (
  session_id text NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  ceremony text NOT NULL,
  challenge text NOT NULL,
  expires_at bigint NOT NULL,
  PRIMARY KEY (session_id, ceremony)
);
--> statement-breakpoint
CREATE TABLE rate_limits (
  key text PRIMARY KEY,
  count integer NOT NULL,
  ends_at bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX rate_limits_ends_at ON rate_limits (ends_at);
