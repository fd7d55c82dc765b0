-- A link ends with the session that asked for it.
DELETE FROM link_tokens WHERE session_id NOT IN (SELECT id FROM sessions);
--> statement-breakpoint
ALTER TABLE link_tokens
  ADD FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE;
--> statement-breakpoint
CREATE INDEX link_tokens_session_id ON link_tokens (session_id);
