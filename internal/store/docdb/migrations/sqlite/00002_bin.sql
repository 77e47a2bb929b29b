-- Documents can lie in the bin: hidden, whole, and back at any time.

-- +goose Up
ALTER TABLE documents ADD COLUMN deleted_at INTEGER NOT NULL DEFAULT 0; -- 0: not in the bin
ALTER TABLE documents ADD COLUMN deleted_by TEXT NOT NULL DEFAULT '';
