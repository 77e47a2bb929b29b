package workspace

import "klantreis/internal/edit"

// Schema is what a workspace document consists of.
var Schema = &edit.Schema{
	Root: &edit.Kind{Name: "workspace", New: func() edit.Entity { return &Workspace{} }},
	Kinds: []*edit.Kind{
		{Name: "member", New: func() edit.Entity { return &Member{Role: "editor"} }},
		{Name: "product", New: func() edit.Entity { return &Product{} }},
		{Name: "channel", New: func() edit.Entity { return &Channel{Kind: "owned", Mode: "online"} }},
		{Name: "customerGroup", New: func() edit.Entity { return &CustomerGroup{} }},
		{Name: "persona", New: func() edit.Entity { return &Persona{} }},
		{Name: "guidingPrinciple", New: func() edit.Entity { return &GuidingPrinciple{} }},
		{Name: "proofPoint", New: func() edit.Entity { return &ProofPoint{} }},
		{Name: "study", New: func() edit.Entity { return &Study{Status: "planned"} }},
		{Name: "evidence", New: func() edit.Entity { return &Evidence{} }},
		{Name: "process", New: func() edit.Entity { return &Process{} }},
	},
	CheckDelete: checkDelete,
}

func evidenceMakesKnown(d *edit.Doc, ids []string) bool {
	for _, id := range ids {
		if n := d.Visible(id); n != nil {
			if e, ok := n.Entity.(*Evidence); ok && e.MakesKnown() {
				return true
			}
		}
	}
	return false
}

// checkDelete keeps the channel that actions without a channel have.
func checkDelete(_ *edit.Doc, n *edit.Node) error {
	if n.ID == ProcessChannelID {
		return edit.Refuse("fixed_channel", "this channel stands for actions without a channel and stays")
	}
	return nil
}

// Document is one workspace that can be edited. It is not safe for use by several goroutines at
// once; the workspaces and references it gives out are, and must not be changed.
type Document struct {
	*edit.Doc
	Files Files // the pictures that the workspace keeps
}

// FromWorkspace makes a document of a workspace, such as one read from a file. The channel for
// actions without a channel is added when it is missing. Errors are faults with the path of the
// offending part.
func FromWorkspace(w *Workspace) (*Document, error) { return FromWorkspaceWith(w, FileIDs{}) }

// FromWorkspaceWith is [FromWorkspace] of a workspace that keeps pictures.
func FromWorkspaceWith(w *Workspace, files Files) (*Document, error) {
	full := *w
	full.Channels = withProcessChannel(w.Channels)
	d, err := edit.FromView(Schema, &full, OwnWith(files))
	if err != nil {
		return nil, err
	}
	if err := checkStatements(d, full.Personas); err != nil {
		return nil, err
	}
	return &Document{d, files}, nil
}

// checkStatements holds INV-08 for personas in a file: a statement is known if and only if evidence
// stands behind it. Edits need no such check, since what a person sees is worked out anew.
func checkStatements(d *edit.Doc, personas []*Persona) error {
	for i, p := range personas {
		for k, s := range p.Statements {
			if backed := evidenceMakesKnown(d, s.EvidenceIDs); backed != (s.EvidenceStatus == "known") {
				return invalid(indexed("personas", i)+"."+indexed("statements", k)+".evidenceStatus",
					"a statement is known exactly when evidence of strength 1 or more stands behind it")
			}
		}
	}
	return nil
}

func withProcessChannel(channels []*Channel) []*Channel {
	for _, c := range channels {
		if c != nil && c.ID == ProcessChannelID {
			return channels
		}
	}
	fixed := &Channel{ID: ProcessChannelID, Name: Text{NL: "Werkwijze (geen kanaal)", EN: "Way of working (no channel)"}, Kind: "owned", Mode: "offline"}
	return append(channels[:len(channels):len(channels)], fixed)
}

// Open reads a document that State wrote.
func Open(state []byte) (*Document, error) {
	d, err := edit.Open(Schema, state)
	if err != nil {
		return nil, err
	}
	return &Document{d, FileIDs{}}, nil
}

// Workspace gives what a person sees: visible things in order. Statements about personas whose
// evidence is gone read as guesses.
func (d *Document) Workspace() *Workspace {
	w := d.View(OwnWith(d.Files)).(*Workspace)
	for i, p := range w.Personas {
		w.Personas[i] = p.withStatuses(func(ids []string) bool { return evidenceMakesKnown(d.Doc, ids) })
	}
	return w
}

func (p *Persona) withStatuses(known func([]string) bool) *Persona {
	fresh := *p
	fresh.Statements = make([]*Statement, len(p.Statements))
	for i, s := range p.Statements {
		t := *s
		if t.EvidenceStatus = "guess"; known(s.EvidenceIDs) {
			t.EvidenceStatus = "known"
		}
		fresh.Statements[i] = &t
	}
	return &fresh
}

// References answers for a workspace what its journeys refer to.
type References struct {
	things   map[string]string // id → kind
	evidence map[string]bool   // id → makes known
	files    Files
}

// References gives what journeys may refer to at this moment.
func (w *Workspace) References() *References {
	r := &References{things: map[string]string{}, evidence: map[string]bool{}, files: FileIDs{}}
	add(r, "member", w.Members, func(m *Member) string { return m.ID })
	add(r, "product", w.Products, func(p *Product) string { return p.ID })
	add(r, "channel", w.Channels, func(c *Channel) string { return c.ID })
	add(r, "customerGroup", w.CustomerGroups, func(g *CustomerGroup) string { return g.ID })
	add(r, "persona", w.Personas, func(p *Persona) string { return p.ID })
	add(r, "guidingPrinciple", w.GuidingPrinciples, func(g *GuidingPrinciple) string { return g.ID })
	add(r, "process", w.Processes, func(p *Process) string { return p.ID })
	add(r, "evidence", w.Evidence, func(e *Evidence) string { return e.ID })
	for _, e := range w.Evidence {
		r.evidence[e.ID] = e.MakesKnown()
	}
	return r
}

func add[T any](r *References, kind string, list []T, id func(T) string) {
	for _, element := range list {
		r.things[id(element)] = kind
	}
}

// Has tells whether the workspace has a thing of this kind, or keeps a picture.
func (r *References) Has(kind, id string) bool {
	if kind == fileKind {
		return r.files.Has(id)
	}
	has, ok := r.things[id]
	return ok && has == kind
}

// Known tells whether this evidence makes what rests on it known (INV-08).
func (r *References) Known(evidenceIDs []string) bool {
	for _, id := range evidenceIDs {
		if r.evidence[id] {
			return true
		}
	}
	return false
}
