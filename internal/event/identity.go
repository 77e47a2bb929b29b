package event

// Identities keeps which ids are the same person. Each id has at most one id that stands for it; the first
// one given counts. So a browser that two people share belongs to the first who signed in there, and does
// not make one customer of them: two user ids become one by an alias only. The zero value is ready.
type Identities struct {
	standsFor map[string]string // from → to
	refused   int64
}

// Join notes that from is another id of to. It reports false, and changes nothing, when from is another
// customer's id already.
func (s *Identities) Join(from, to string) bool {
	root := s.Of(to)
	if old, taken := s.standsFor[from]; taken || root == from {
		same := root == from || taken && s.Of(old) == root
		if !same {
			s.refused++
		}
		return same
	}
	if s.standsFor == nil {
		s.standsFor = map[string]string{}
	}
	s.standsFor[from] = root
	return true
}

// Of gives the id that stands for id; that is id itself when nothing was joined.
func (s *Identities) Of(id string) string {
	root := id
	for next, more := s.standsFor[root]; more; next, more = s.standsFor[root] {
		root = next
	}
	for id != root { // the next search for any id on the way is one step
		next := s.standsFor[id]
		s.standsFor[id] = root
		id = next
	}
	return root
}

// Len is the number of ids for which another one stands.
func (s *Identities) Len() int { return len(s.standsFor) }

// Refused is how often an id was given to a second customer, which a shared device or a placeholder does.
func (s *Identities) Refused() int64 { return s.refused }
