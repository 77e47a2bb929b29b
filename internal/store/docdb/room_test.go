package docdb

import (
	"context"
	"testing"

	"klantreis/internal/collab"
	"klantreis/internal/edit"
	"klantreis/internal/journey"
	"klantreis/internal/store/storetest"
)

// room is the smallest thing that orders the edits of one journey, as collab's rooms do: one
// goroutine applies what waits, stores it at once, and answers.
type room struct {
	db    *DB
	id    string
	doc   *journey.Document
	seq   int64
	every int64 // entries from one snapshot to the next
	in    chan sent
}

// sent is a transaction and where its answer goes.
type sent struct {
	client string
	n      int64
	ops    []edit.Op
	answer chan error
}

// openRoom opens a stored journey and takes edits until its channel is closed.
func openRoom(t testing.TB, db *DB, id string, every int64) *room {
	stored, err := db.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	r := &room{db, id, storetest.Replay(t, stored), stored.Info.Seq, every, make(chan sent, 64)}
	go r.run()
	return r
}

// do sends one transaction and waits until it is durable.
func (r *room) do(client string, n int64, ops ...edit.Op) error {
	s := sent{client, n, ops, make(chan error, 1)}
	r.in <- s
	return <-s.answer
}

func (r *room) run() {
	for first := range r.in {
		group := []sent{first}
		for range len(r.in) {
			if s, open := <-r.in; open {
				group = append(group, s)
			}
		}
		err := r.store(group)
		for _, s := range group {
			s.answer <- err
		}
	}
}

func (r *room) store(group []sent) error {
	a := collab.Appended{DocumentID: r.id}
	for _, s := range group {
		r.seq++
		a.Entries = append(a.Entries, storetest.Apply(r.doc.Doc, r.seq, s.client, s.n, s.ops...))
		if r.seq%r.every == 0 {
			a.Snapshot = &collab.Snapshot{Seq: r.seq, State: r.doc.State()}
		}
	}
	return r.db.Write(context.Background(), collab.Batch{Append: []collab.Appended{a}})
}
