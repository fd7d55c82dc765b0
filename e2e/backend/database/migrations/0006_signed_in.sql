ALTER TABLE users ADD COLUMN has_signed_in boolean NOT NULL DEFAULT false;
--> statement-breakpoint
UPDATE users SET has_signed_in = true;
