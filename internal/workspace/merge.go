package workspace

import (
	"bytes"
	"encoding/json"

	"klantreis/internal/edit"
)

// Missing compares another version of the workspace, with the same id, with this one: it gives the ops that add what
// this one lacks, in an order in which each finds what it refers to, and the ids of what both have
// but not alike. Ranks are not compared.
func (w *Workspace) Missing(other *Workspace) (additions []edit.Op, differs []string) {
	m := &merge{}
	compare(m, "workspace", []*Workspace{w}, []*Workspace{other}) // its own properties
	compare(m, "member", w.Members, other.Members)
	compare(m, "product", w.Products, other.Products)
	compare(m, "channel", w.Channels, other.Channels)
	compare(m, "customerGroup", w.CustomerGroups, other.CustomerGroups)
	compare(m, "study", w.Studies, other.Studies)
	compare(m, "evidence", w.Evidence, other.Evidence)
	compare(m, "persona", w.Personas, other.Personas)
	compare(m, "guidingPrinciple", w.GuidingPrinciples, other.GuidingPrinciples)
	compare(m, "proofPoint", w.ProofPoints, other.ProofPoints)
	compare(m, "process", w.Processes, other.Processes)
	return m.additions, m.differs
}

type merge struct {
	additions []edit.Op
	differs   []string
}

func compare[T edit.Entity](m *merge, kind string, have, want []T) {
	mine := make(map[string][]byte, len(have))
	for _, e := range have {
		op := edit.InsertOf(kind, e)
		mine[op.ID] = written(op)
	}
	for _, e := range want {
		op := edit.InsertOf(kind, e)
		if raw, there := mine[op.ID]; !there {
			m.additions = append(m.additions, op)
		} else if !bytes.Equal(raw, written(op)) {
			m.differs = append(m.differs, op.ID)
		}
	}
}

func written(op edit.Op) []byte {
	raw, err := json.Marshal(op)
	if err != nil { // an op is plain data
		panic(err)
	}
	return raw
}
