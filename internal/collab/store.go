package collab

import (
	"context"
	"time"

	"klantreis/internal/edit"
	"klantreis/internal/workspace"
)

// Kind is which of the two kinds of document a document is.
type Kind string

// The two kinds.
const (
	WorkspaceKind Kind = "workspace"
	JourneyKind   Kind = "journey"
)

// Info is what is known of a document without opening it.
type Info struct {
	ID          string
	Kind        Kind
	WorkspaceID string // of a journey; of a workspace its own id
	Seq         int64
	CreatedAt   time.Time
	UpdatedAt   time.Time
	DeletedAt   time.Time // when it went into the bin; zero when it is not there
	DeletedBy   string
}

// InBin tells whether the document itself is in the bin. A journey is hidden with its workspace, too.
func (i Info) InBin() bool { return !i.DeletedAt.IsZero() }

// Entry is one transaction in the log of a document.
type Entry struct {
	Seq     int64
	Client  string
	N       int64
	UndoOf  int64 // 0: not an undo
	Actor   string
	At      time.Time
	Ops     []edit.Op     // canonical: what was really done
	Results []edit.Result // one for each op that was sent
}

// Snapshot is the state of a document at a seq, as edit.Doc.State wrote it.
type Snapshot struct {
	Seq   int64
	State []byte
}

// Stored is what it takes to open a document: its newest snapshot and every later entry.
type Stored struct {
	Info     Info
	Snapshot Snapshot
	Tail     []Entry
}

// File is a picture that a workspace keeps. What has an id never changes its data.
type File struct {
	WorkspaceID string
	ID          string
	Name        string // what it was called where it came from; may be empty
	Type        string // such as image/png
	Alt         workspace.Text
	StoredAt    time.Time // last time it was sent
	Data        []byte
}

// Batch is what becomes durable together or not at all.
type Batch struct {
	Create []Created
	Files  []File
	Append []Appended
}

// Created is a new document at seq 0.
type Created struct {
	Info  Info
	State []byte
}

// Appended is new entries of one document, with seqs that follow on, and a snapshot when one is due.
type Appended struct {
	DocumentID string
	Entries    []Entry
	Snapshot   *Snapshot
}

// Store keeps documents and their logs. What Write acknowledged survives the end of the process
// and of the machine. Errors are faults: not_found, conflict (a document or seq is there already),
// unavailable (nothing can be written now).
type Store interface {
	// Documents lists all documents, also those in the bin, workspaces first, in the order they were created.
	Documents(ctx context.Context) ([]Info, error)
	// Load gives what it takes to open a document, also one in the bin.
	Load(ctx context.Context, id string) (*Stored, error)
	// Write makes a batch durable. Concurrent batches share one commit. A file that is there already
	// only gets the new time; with other data it is a conflict.
	Write(ctx context.Context, batch Batch) error
	// LastOf gives the highest n that a client has in a document's log, 0 for none.
	LastOf(ctx context.Context, id, client string) (int64, error)
	// EntryOf gives a client's n-th entry.
	EntryOf(ctx context.Context, id, client string, n int64) (*Entry, error)
	// File gives a picture of a workspace.
	File(ctx context.Context, workspaceID, id string) (*File, error)
	// FileIDs lists the pictures of a workspace.
	FileIDs(ctx context.Context, workspaceID string) ([]string, error)
	// Delete puts a document into the bin, where Write does not reach it. The last workspace stays: conflict.
	Delete(ctx context.Context, id string, at time.Time, by string) error
	// Restore takes a document out of the bin.
	Restore(ctx context.Context, id string) error
	// Purge deletes a document that is in the bin for good; a workspace with all its journeys and
	// pictures, a journey with the pictures that nothing else in its workspace points to, nor ever did.
	Purge(ctx context.Context, id string) error
}
