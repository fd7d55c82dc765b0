ALTER TABLE users ADD COLUMN language text;
--> statement-breakpoint
-- What the browser said at the oldest sign-in that is still in use, as mails take the time zone.
UPDATE users SET language = (
  SELECT sign_ins.language FROM sign_ins
    JOIN sessions ON sessions.id = sign_ins.session_id
    WHERE sessions.user_id = users.id AND sessions.is_verified AND sign_ins.language IS NOT NULL
    ORDER BY sign_ins.started_at LIMIT 1
);
--> statement-breakpoint
ALTER TABLE outbox ADD COLUMN language text;
