package journey

import (
	"bytes"
	"encoding/json"

	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/strictjson"
	"klantreis/internal/workspace"
)

const (
	fileFormat  = "klantreis-journey"
	fileVersion = 1
	// FileBytesMax bounds a journey file: 20,000 things of two kilobytes and a hundred pictures at
	// their largest, or several hundred as they are.
	FileBytesMax = 160 << 20
)

// File is one journey with what it needs of its workspace, as it is exported and imported.
type File struct {
	Format    string               `json:"format"`
	Version   int                  `json:"version"`
	Journey   *Journey             `json:"journey"`
	Workspace *workspace.Workspace `json:"workspace"`
	Pictures  []*Picture           `json:"files,omitempty"`
}

// NewFile makes the file of a journey: of the workspace it takes along the guiding principles,
// the proof points, and what the journey refers to, directly or through one another.
func NewFile(j *Journey, w *workspace.Workspace) *File {
	wanted := map[string]bool{}
	edit.EachReference(j, func(id string) { wanted[id] = true })
	return &File{Format: fileFormat, Version: fileVersion, Journey: j, Workspace: w.Subset(wanted)}
}

// Encode writes the file: keys in the order of the data model, two spaces, a final newline. The
// same journey always gives the same bytes. Errors: too_large, when nobody could read it.
func (f *File) Encode() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(f); err != nil {
		return nil, err
	}
	if out.Len() > FileBytesMax {
		return nil, fault.New(fault.TooLarge, "a journey file has at most %d MB; with its pictures this journey is larger", FileBytesMax>>20)
	}
	return out.Bytes(), nil
}

// DecodeFile reads a journey file. Whatever is wrong with it is a fault of code invalid or too_large
// with line, column and path. What the file says of itself is checked here too: both documents are
// valid, the journey refers to nothing that its workspace lacks, and its pictures are pictures. They
// come in the form in which pictures are kept; those that nothing refers to are left out.
func DecodeFile(data []byte) (*File, error) {
	if len(data) > FileBytesMax {
		return nil, fault.New(fault.TooLarge, "a journey file has at most %d MB", FileBytesMax>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // some editors put a mark before UTF-8
	f := &File{}
	if err := strictjson.Decode(data, f, "computed", "journey.computed", "workspace.computed"); err != nil {
		return nil, err
	}
	if err := f.validate(); err != nil {
		return nil, strictjson.Locate(data, err)
	}
	return f, nil
}

func (f *File) validate() error {
	switch {
	case f.Format != fileFormat:
		return invalid("format", "this is not a journey file: its format must be %q", fileFormat)
	case f.Version != fileVersion:
		return invalid("version", "this file has version %d; this program reads version %d", f.Version, fileVersion)
	case f.Journey == nil:
		return invalid("", "the file has no journey")
	case f.Workspace == nil:
		return invalid("", "the file has no workspace")
	case f.Journey.ID == f.Workspace.ID:
		return invalid("journey.id", "a journey cannot have the id of its workspace")
	}
	files := f.FileIDs()
	w, err := workspace.FromWorkspaceWith(f.Workspace, files)
	if err != nil {
		return fault.At(err, "workspace")
	}
	if _, err = FromJourney(f.Journey, w.Workspace().References().WithFiles(files)); err != nil {
		return fault.At(err, "journey")
	}
	return f.readPictures()
}
