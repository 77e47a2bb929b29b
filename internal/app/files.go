package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
	"klantreis/internal/store/docdb"
)

// Export writes one journey of a folder as a journey file, with its pictures. A server may run on the same folder.
// Errors: not_found for the folder or the journey; too_large when it would be too large to import.
func Export(ctx context.Context, data, journeyID string) ([]byte, error) {
	db, err := docdb.Open(ctx, data, docdb.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	hub := collab.NewHub(db, time.Now)
	defer hub.Close()
	file, err := hub.JourneyFile(ctx, journeyID)
	if err != nil {
		return nil, err
	}
	return file.Encode()
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
// invalid with a position in the file; conflict when the journey exists, the workspace has another
// picture with the id of one in the file, or a server holds the folder.
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
	if err := i.checkBin(ctx); err != nil {
		return nil, err
	}
	replacing, err := i.replaces(ctx)
	if err != nil {
		return nil, err
	}
	if i.mode == Copy {
		i.file.Journey = i.file.Journey.WithNewIDs(NewID)
	}
	done := &Imported{JourneyID: i.file.Journey.ID, Replaced: replacing}
	_, err = i.hub.Workspace(ctx, i.file.Workspace.ID)
	if fault.CodeOf(err) == fault.NotFound {
		return done, i.hub.Create(ctx, collab.Contents{
			Workspace: i.file.Workspace, Journeys: []*journey.Journey{i.file.Journey}, Files: collab.FilesOf(i.file),
		})
	}
	if err != nil {
		return nil, err
	}
	if replacing {
		return done, i.replace(ctx, done)
	}
	merged, err := i.mergeWorkspace(ctx, done)
	if err != nil {
		return nil, err
	}
	return done, i.hub.CreateJourney(ctx, merged.Workspace.ID, i.file.Journey.Restated(merged.References))
}

// checkBin refuses to store what would lie under something in the bin.
func (i *importer) checkBin(ctx context.Context) error {
	if lies, err := i.hub.Lies(ctx, i.file.Workspace.ID); err != nil {
		return err
	} else if lies {
		return fault.New(fault.Conflict, "workspace %s is in the bin here; bring it back first", i.file.Workspace.ID)
	}
	if i.mode == Copy {
		return nil
	}
	if lies, err := i.hub.Lies(ctx, i.file.Journey.ID); err != nil {
		return err
	} else if lies {
		return fault.New(fault.Conflict, "journey %s is in the bin here; bring it back first, or store the file's beside it with --copy", i.file.Journey.ID)
	}
	return nil
}

// replaces tells whether the journey is here and shall become the file's, or says why it cannot.
func (i *importer) replaces(ctx context.Context) (bool, error) {
	id, home := i.file.Journey.ID, i.file.Workspace.ID
	existing, err := i.hub.Journey(ctx, id)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return false, nil
	case err != nil:
		return false, err
	case i.mode == Refuse:
		return false, fault.New(fault.Conflict, "journey %s is there already; --replace makes this file its newest version, --copy stores it beside it", id)
	case i.mode == Replace && existing.Info.WorkspaceID != home:
		return false, fault.New(fault.Conflict, "journey %s belongs to workspace %s here and to %s in the file; --copy stores it beside it",
			id, existing.Info.WorkspaceID, home)
	}
	return i.mode == Replace, nil
}

// CanDraw tells whether a map can be drawn into a file of this name, whose extension says the
// format, and in this language: "nl", "en", or "" for the workspace's own. Errors: invalid.
func CanDraw(name, lang string) error {
	if ext := filepath.Ext(name); !strings.EqualFold(ext, ".svg") {
		return fault.New(fault.Invalid, "a map can be drawn as .svg, not as %q", ext)
	}
	if lang != "" && lang != "nl" && lang != "en" {
		return fault.New(fault.Invalid, "the language is nl or en, not %q", lang)
	}
	return nil
}

// Render draws the map of a journey file as [CanDraw] says. Errors: invalid, with a position.
func Render(file []byte, name, lang string) (*Drawing, error) {
	if err := CanDraw(name, lang); err != nil {
		return nil, err
	}
	f, err := journey.DecodeFile(file)
	if err != nil {
		return nil, err
	}
	if lang == "" {
		lang = string(f.Workspace.Locales[0])
	}
	return drawSVG(f, lang)
}
