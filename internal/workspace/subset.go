package workspace

import "klantreis/internal/edit"

// Subset gives the workspace with all guiding principles and proof points and, of everything else,
// only what is wanted by id and what that refers to in turn.
func (w *Workspace) Subset(wanted map[string]bool) *Workspace {
	closed := w.closure(wanted)
	s := *w
	s.Members = only(w.Members, closed, func(m *Member) string { return m.ID })
	s.Products = only(w.Products, closed, func(p *Product) string { return p.ID })
	s.Channels = only(w.Channels, closed, func(c *Channel) string { return c.ID })
	s.CustomerGroups = only(w.CustomerGroups, closed, func(g *CustomerGroup) string { return g.ID })
	s.Personas = only(w.Personas, closed, func(p *Persona) string { return p.ID })
	s.Studies = only(w.Studies, closed, func(s *Study) string { return s.ID })
	s.Evidence = only(w.Evidence, closed, func(e *Evidence) string { return e.ID })
	s.Processes = only(w.Processes, closed, func(p *Process) string { return p.ID })
	return &s
}

// closure adds to the wanted ids what they, and the proof points, refer to.
func (w *Workspace) closure(wanted map[string]bool) map[string]bool {
	refers := map[string][]string{}
	note := func(id string, e any) {
		edit.EachReference(e, func(to string) { refers[id] = append(refers[id], to) })
	}
	for _, p := range w.Personas {
		note(p.ID, p)
	}
	for _, e := range w.Evidence {
		note(e.ID, e)
	}
	for _, p := range w.Processes {
		note(p.ID, p)
	}
	var waiting []string
	for id := range wanted {
		waiting = append(waiting, id)
	}
	for _, p := range w.ProofPoints {
		waiting = append(waiting, p.EvidenceIDs...)
	}
	closed := map[string]bool{}
	for len(waiting) > 0 {
		id := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if !closed[id] {
			closed[id] = true
			waiting = append(waiting, refers[id]...)
		}
	}
	return closed
}

func only[T any](list []T, wanted map[string]bool, id func(T) string) []T {
	kept := make([]T, 0, len(list))
	for _, element := range list {
		if wanted[id(element)] {
			kept = append(kept, element)
		}
	}
	return kept
}
