package journey

import (
	"slices"
	"strconv"

	"klantreis/internal/fault"
	"klantreis/internal/picture"
	"klantreis/internal/workspace"
)

// Picture is a picture in a journey file.
type Picture struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type"`
	Alt  Text   `json:"alt,omitzero"`
	Data []byte `json:"data"`
}

// Shown are the pictures that cards, stages and personas point to, each once, with what the first of
// these says that it shows.
func Shown(j *Journey, w *workspace.Workspace) []workspace.Image {
	var all []workspace.Image
	at := map[string]int{}
	add := func(i workspace.Image) {
		if i.FileID == "" {
			return
		}
		if first, there := at[i.FileID]; !there {
			at[i.FileID] = len(all)
			all = append(all, i)
		} else if all[first].Alt.IsZero() {
			all[first].Alt = i.Alt
		}
	}
	for _, c := range j.Cards {
		add(workspace.Image{FileID: c.FileID, Alt: c.Alt})
	}
	for _, s := range j.Stages {
		if s.Picture != nil {
			add(*s.Picture)
		}
	}
	for _, p := range w.Personas {
		if p.Picture != nil {
			add(*p.Picture)
		}
	}
	return all
}

// FileIDs are the ids of the pictures in the file.
func (f *File) FileIDs() workspace.FileIDs {
	ids := workspace.FileIDs{}
	for _, p := range f.Pictures {
		if p != nil {
			ids[p.ID] = true
		}
	}
	return ids
}

// readPictures checks the pictures of a file by decoding them, and keeps what is shown.
func (f *File) readPictures() error {
	shown := map[string]bool{}
	for _, i := range Shown(f.Journey, f.Workspace) {
		shown[i.FileID] = true
	}
	seen := map[string]bool{}
	for i, p := range f.Pictures {
		path := "files[" + strconv.Itoa(i) + "]"
		if p == nil {
			return invalid(path, "null has no place here")
		}
		if err := p.read(); err != nil {
			return fault.At(err, path)
		}
		if seen[p.ID] {
			return invalid(path+".id", "%q stands here twice", p.ID)
		}
		seen[p.ID] = true
	}
	f.Pictures = slices.DeleteFunc(f.Pictures, func(p *Picture) bool { return !shown[p.ID] })
	return nil
}

// read checks a picture and brings it into the form in which pictures are kept. What its type is,
// its bytes say.
func (p *Picture) read() error {
	err := firstError(
		workspace.ValidID("id", p.ID), workspace.Line("name", p.Name), workspace.Line("type", p.Type), p.Alt.Short("alt"),
	)
	if err != nil {
		return err
	}
	kept, err := picture.Kept(p.Data)
	if err != nil {
		return fault.At(err, "data")
	}
	p.Type, p.Data = kept.Type, kept.Data
	return nil
}
