ALTER TABLE users ALTER COLUMN password_hash DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN is_code_lock_told boolean NOT NULL DEFAULT false;
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN device_hash text;
--> statement-breakpoint
CREATE TABLE known_devices (
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  hash text NOT NULL,
  failures_in_row integer NOT NULL DEFAULT 0,
  last_used_at bigint NOT NULL,
  PRIMARY KEY (user_id, hash)
);
--> statement-breakpoint
CREATE TABLE password_failures (
  account text PRIMARY KEY,
  in_row integer NOT NULL,
  is_told boolean NOT NULL DEFAULT false,
  forgotten_at bigint
);
--> statement-breakpoint
CREATE INDEX password_failures_forgotten_at ON password_failures (forgotten_at);
