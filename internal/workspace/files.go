package workspace

import "klantreis/internal/edit"

// Files tells which pictures a workspace keeps, by id. They are no part of its document: they are
// added before anything points to them, and taken away only with the last document that does. It
// may be used by several goroutines at once.
type Files interface{ Has(id string) bool }

// FileIDs is a set of pictures that does not change.
type FileIDs map[string]bool

// Has tells whether a picture is in the set.
func (f FileIDs) Has(id string) bool { return f[id] }

const fileKind = "file"

// Own are the references of a workspace that keeps no pictures: it refers to nothing outside itself.
var Own = OwnWith(FileIDs{})

// OwnWith are the references of a workspace: outside itself it refers to its pictures alone.
func OwnWith(files Files) edit.References { return own{files} }

type own struct{ files Files }

func (o own) Has(kind, id string) bool { return kind == fileKind && o.files.Has(id) }
func (o own) Known([]string) bool      { return false }

// WithFiles gives the references of a workspace that keeps these pictures.
func (r *References) WithFiles(files Files) *References {
	with := *r
	with.files = files
	return &with
}
