-- Pictures, kept with the workspace whose documents point to them. What has an id never changes.

-- +goose Up
CREATE TABLE files (
    workspace_id TEXT    NOT NULL REFERENCES documents (id),
    id           TEXT    NOT NULL,
    name         TEXT    NOT NULL, -- what it was called where it came from; may be empty
    type         TEXT    NOT NULL,
    alt          TEXT    NOT NULL, -- JSON: what it shows, by language
    stored_at    INTEGER NOT NULL, -- last time it was sent
    data         BLOB    NOT NULL,
    PRIMARY KEY (workspace_id, id)
) STRICT;
