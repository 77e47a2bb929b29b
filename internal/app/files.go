package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
	"klantreis/internal/store/docdb"
)

// Export writes one journey of a folder as a journey file. A server may run on the same folder.
// Errors: not_found for the folder or the journey.
func Export(ctx context.Context, data, journeyID string) ([]byte, error) {
	db, err := docdb.Open(ctx, data, docdb.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	hub := collab.NewHub(db, time.Now)
	defer hub.Close()
	v, err := hub.Journey(ctx, journeyID)
	if err != nil {
		return nil, err
	}
	return journey.NewFile(v.Journey, v.Workspace).Encode()
}

// Mode says what to do with a journey whose id is there already.
type Mode int

// The three modes.
const (
	Refuse  Mode = iota // say so and change nothing
	Replace             // make the difference a new edit
	Copy                // store it under new ids
)

// Imported tells what an import did.
type Imported struct {
	JourneyID string
	Replaced  bool
	Edits     int      // how many ops a replacement took
	Differs   []string // ids of the workspace that differ from the file and stayed as they were
}

// Import stores the journey of a file in a folder, which is made when it is missing. The file's
// workspace is made too when its id is not there; otherwise what is missing is added to it. Errors:
// invalid with a position in the file; conflict when the journey exists or a server holds the folder.
func Import(ctx context.Context, data string, file []byte, mode Mode, log *slog.Logger) (*Imported, error) {
	f, err := journey.DecodeFile(file)
	if err != nil {
		return nil, err
	}
	db, err := docdb.Open(ctx, data, docdb.Options{Logger: log})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	hub := collab.NewHub(db, time.Now)
	defer hub.Close()
	return (&importer{hub, f, mode}).run(ctx)
}

type importer struct {
	hub  *collab.Hub
	file *journey.File
	mode Mode
}

func (i *importer) run(ctx context.Context) (*Imported, error) {
	id := i.file.Journey.ID
	existing, err := i.hub.Journey(ctx, id)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return nil, err
	}
	if existing != nil && i.mode == Refuse {
		return nil, fault.New(fault.Conflict, "journey %s is there already; --replace makes this file its newest version, --copy stores it beside it", id)
	}
	if existing != nil && i.mode == Replace && existing.Info.WorkspaceID != i.file.Workspace.ID {
		return nil, fault.New(fault.Conflict, "journey %s belongs to workspace %s here and to %s in the file; --copy stores it beside it",
			id, existing.Info.WorkspaceID, i.file.Workspace.ID)
	}
	done := &Imported{JourneyID: id}
	if done.Differs, err = i.mergeWorkspace(ctx); err != nil {
		return nil, err
	}
	if existing != nil && i.mode == Replace {
		return done, i.replace(ctx, done)
	}
	if i.mode == Copy {
		i.file.Journey = i.file.Journey.WithNewIDs(NewID)
		done.JourneyID = i.file.Journey.ID
	}
	return done, i.hub.CreateJourney(ctx, i.file.Workspace.ID, i.file.Journey)
}

// Render draws the map of a journey file in the format that the extension of a file name says. The
// language is "nl", "en", or "" for the workspace's own. Errors: invalid, for the file with a position.
func Render(file []byte, name, lang string) ([]byte, error) {
	if ext := filepath.Ext(name); ext != ".svg" {
		return nil, fault.New(fault.Invalid, "a map can be drawn as .svg, not as %q", ext)
	}
	f, err := journey.DecodeFile(file)
	if err != nil {
		return nil, err
	}
	switch {
	case lang == "":
		lang = string(f.Workspace.Locales[0])
	case lang != "nl" && lang != "en":
		return nil, fault.New(fault.Invalid, "the language is nl or en, not %q", lang)
	}
	return drawSVG(f, lang)
}
