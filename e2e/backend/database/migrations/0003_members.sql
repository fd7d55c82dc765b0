ALTER TABLE organizations ADD COLUMN domain text;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN is_validated boolean NOT NULL DEFAULT true;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN deleted_at bigint;
--> statement-breakpoint
ALTER TABLE users ADD CONSTRAINT users_deleted_is_inactive CHECK (deleted_at IS NULL OR NOT is_active);
--> statement-breakpoint
ALTER TABLE passkeys ADD COLUMN is_backup_eligible boolean;
