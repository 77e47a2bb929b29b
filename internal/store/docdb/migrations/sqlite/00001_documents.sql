-- Times are nanoseconds since 1970 in UTC, so that they come back exactly as they went in.

-- +goose Up
CREATE TABLE documents (
    position     INTEGER PRIMARY KEY, -- in the order of creation
    id           TEXT    NOT NULL UNIQUE,
    kind         TEXT    NOT NULL CHECK (kind IN ('workspace', 'journey')),
    workspace_id TEXT    NOT NULL REFERENCES documents (id),
    seq          INTEGER NOT NULL CHECK (seq >= 0), -- of the newest entry in the log
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL
) STRICT;

-- One transaction of one client, in the order that counts.
CREATE TABLE ops (
    document_id TEXT    NOT NULL REFERENCES documents (id),
    seq         INTEGER NOT NULL CHECK (seq >= 1),
    client      TEXT    NOT NULL,
    n           INTEGER NOT NULL CHECK (n >= 1),
    undo_of     INTEGER NOT NULL, -- 0: not an undo
    actor       TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    ops         TEXT    NOT NULL, -- JSON: what was really done
    results     TEXT    NOT NULL, -- JSON: one for each op that was sent
    PRIMARY KEY (document_id, seq),
    UNIQUE (document_id, client, n)
) STRICT;

CREATE TABLE snapshots (
    document_id TEXT    NOT NULL REFERENCES documents (id),
    seq         INTEGER NOT NULL CHECK (seq >= 0),
    state       TEXT    NOT NULL, -- JSON
    PRIMARY KEY (document_id, seq)
) STRICT;

CREATE TABLE sessions (
    hash       TEXT    NOT NULL PRIMARY KEY, -- SHA-256 of the secret, in hexadecimal digits
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
