ALTER TABLE known_devices ADD COLUMN id text NOT NULL DEFAULT gen_random_uuid();
--> statement-breakpoint
ALTER TABLE known_devices ALTER COLUMN id DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE known_devices ADD UNIQUE (id);
--> statement-breakpoint
ALTER TABLE known_devices ADD COLUMN first_used_at bigint;
--> statement-breakpoint
UPDATE known_devices SET first_used_at = last_used_at;
--> statement-breakpoint
ALTER TABLE known_devices
  ALTER COLUMN first_used_at SET NOT NULL,
  ADD COLUMN trusted_until bigint,
  ADD COLUMN user_agent text,
  ADD COLUMN device_name text,
  ADD COLUMN device_type text,
  ADD COLUMN os text,
  ADD COLUMN browser text,
  ADD COLUMN network text;
--> statement-breakpoint
CREATE TABLE sign_ins (
  session_id text PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  started_at bigint NOT NULL,
  last_active_at bigint NOT NULL,
  second_step text,
  user_agent text,
  device_name text,
  device_type text,
  os text,
  browser text,
  network text,
  timezone text,
  language text
);
--> statement-breakpoint
-- A verified session lasts 30 days, a limited one an hour.
INSERT INTO sign_ins (session_id, started_at, last_active_at)
  SELECT id, began, began FROM (
    SELECT id, expires_at - CASE WHEN is_verified THEN 2592000000 ELSE 3600000 END AS began FROM sessions
  ) AS existing;
--> statement-breakpoint
CREATE TABLE password_resets (
  user_id text PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  hash text NOT NULL UNIQUE,
  expires_at bigint NOT NULL
);
