package collab

import (
	"context"
	"sync/atomic"
	"time"

	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

const (
	batchMax      = 256    // transactions that share one commit of a room
	snapshotEvery = 500    // transactions; opening replays at most this many
	clientsMax    = 10_000 // remembered last numbers; the store knows the others
)

// View is a document as it was at a seq. It must not be changed.
type View struct {
	Info       Info
	Seq        int64
	SavedAt    time.Time             // when the newest transaction became durable
	References *workspace.References // what journeys of the workspace may refer to
	Workspace  *workspace.Workspace  // the workspace, or the journey's workspace
	Journey    *journey.Journey      // nil for a workspace
	Computed   *journey.Computed     // nil for a workspace
}

// Answer tells the sender of a transaction what became of it.
type Answer struct {
	Seq     int64
	Results []edit.Result
	View    *View // the document after it, perhaps with later transactions
}

// Room is one open document.
type Room struct {
	info     Info
	home     *Room  // of a journey: its workspace
	shelf    *shelf // of a workspace: its pictures
	store    Store
	clock    func() time.Time
	doc      *edit.Doc // only the room's goroutine touches it
	last     map[string]int64
	requests chan request
	stop     chan struct{}
	ended    error // why it was closed; set before stop is
	done     chan struct{}
	broken   bool // the document could not be read again after a failed commit
	current  atomic.Pointer[View]
}

// request is something the room's goroutine is asked to do. Without a transaction it asks for a
// fresh view only.
type request struct {
	ctx    context.Context
	actor  string
	tx     *edit.Transaction
	answer chan reply
}

type reply struct {
	answer *Answer
	err    error
}

func openRoom(ctx context.Context, stored *Stored, home *Room, h *Hub) (*Room, error) {
	r := &Room{
		info: stored.Info, home: home, store: h.store, clock: h.clock,
		last: map[string]int64{}, requests: make(chan request), stop: make(chan struct{}), done: make(chan struct{}),
	}
	if err := r.load(stored); err != nil {
		return nil, err
	}
	if home == nil {
		r.shelf = &shelf{}
		if err := r.shelf.fill(ctx, h.store, r.info.ID); err != nil {
			return nil, err
		}
	}
	r.publish()
	return r, nil
}

func (r *Room) load(stored *Stored) error {
	schema := workspace.Schema
	if stored.Info.Kind == JourneyKind {
		schema = journey.Schema
	}
	doc, err := edit.Open(schema, stored.Snapshot.State)
	if err != nil {
		return err
	}
	seq := stored.Snapshot.Seq
	for _, e := range stored.Tail {
		if seq++; e.Seq != seq {
			return fault.New(fault.Internal, "the log of %s has a gap before %d", r.info.ID, e.Seq)
		}
		if err := doc.Replay(e.Ops); err != nil {
			return err
		}
	}
	r.doc = doc
	r.info.Seq, r.info.UpdatedAt = seq, stored.Info.UpdatedAt // the rest never changes, and others read it
	return nil
}

// publish makes the present state what readers get.
func (r *Room) publish() {
	v := &View{Info: r.info, Seq: r.info.Seq, SavedAt: r.info.UpdatedAt}
	if r.info.Kind == WorkspaceKind {
		d := workspace.Document{Doc: r.doc, Files: r.shelf}
		v.Workspace = d.Workspace()
		v.References = v.Workspace.References().WithFiles(r.shelf)
	} else {
		home := r.home.current.Load()
		v.References, v.Workspace = home.References, home.Workspace
		v.Journey = r.doc.View(v.References).(*journey.Journey)
		v.Computed = journey.ComputeWith(v.Journey, home.Workspace.Thresholds)
	}
	r.current.Store(v)
}

// fresh tells whether a view still fits the workspace that it refers to.
func (r *Room) fresh(v *View) bool {
	return r.home == nil || v.References == r.home.current.Load().References
}

func (r *Room) view(ctx context.Context) (*View, error) {
	if v := r.current.Load(); r.fresh(v) {
		return v, nil
	}
	if _, err := r.ask(ctx, request{}); err != nil {
		return nil, err
	}
	return r.current.Load(), nil
}

func (r *Room) transact(ctx context.Context, actor string, tx *edit.Transaction) (*Answer, error) {
	got, err := r.ask(ctx, request{actor: actor, tx: tx})
	return got.answer, err
}

func (r *Room) ask(ctx context.Context, q request) (reply, error) {
	q.ctx, q.answer = ctx, make(chan reply, 1)
	select {
	case r.requests <- q:
	case <-ctx.Done():
		return reply{}, ctx.Err()
	case <-r.stop:
		return reply{}, r.ended
	}
	got := <-q.answer // the room answers whatever it took
	return got, got.err
}

// close ends the room after what it is doing; later requests get the reason.
func (r *Room) close(reason error) {
	r.ended = reason
	close(r.stop)
	<-r.done
}

func (r *Room) run() {
	defer close(r.done)
	for {
		select {
		case q := <-r.requests:
			r.serve(r.gather(q))
		case <-r.stop:
			return
		}
	}
}

// gather takes what else is waiting, so that it shares a commit.
func (r *Room) gather(first request) []request {
	batch := []request{first}
	for len(batch) < batchMax {
		select {
		case q := <-r.requests:
			batch = append(batch, q)
		default:
			return batch
		}
	}
	return batch
}

// pending is a transaction that was applied and waits to become durable. Echoes are senders of the
// same transaction who came while it waited.
type pending struct {
	request
	entry  Entry
	echoes []chan reply
}

func (p *pending) reply(answer reply) {
	p.answer <- answer
	for _, echo := range p.echoes {
		echo <- answer
	}
}

func (r *Room) serve(batch []request) {
	if err := r.mend(); err != nil {
		for _, q := range batch {
			q.answer <- reply{err: err}
		}
		return
	}
	if len(r.last) >= clientsMax { // only here: what is applied below is not in the store yet
		clear(r.last)
	}
	var applied []*pending
	var viewers []request
	for _, q := range batch {
		if q.tx == nil {
			viewers = append(viewers, q)
		} else if p := r.accept(q, applied); p != nil {
			applied = append(applied, p)
		}
	}
	err := r.commit(applied)
	if err == nil {
		r.publish()
	}
	for _, p := range applied {
		if err != nil {
			p.reply(reply{err: err})
		} else {
			p.reply(reply{answer: &Answer{Seq: p.entry.Seq, Results: p.entry.Results, View: r.current.Load()}})
		}
	}
	for _, q := range viewers {
		q.answer <- reply{err: err}
	}
}

func (r *Room) references() edit.References {
	if r.home == nil {
		return workspace.OwnWith(r.shelf)
	}
	return r.home.current.Load().References
}

// accept applies a transaction, or answers at once one that was seen before or comes too early.
func (r *Room) accept(q request, before []*pending) *pending {
	last, err := r.lastOf(q.ctx, q.tx.Client)
	switch {
	case err != nil:
		q.answer <- reply{err: err}
	case q.tx.N > last+1:
		gap := fault.New(fault.Gap, "transaction %d of this client comes too early: the last one known is %d", q.tx.N, last)
		gap.Last = last
		q.answer <- reply{err: gap}
	case q.tx.N <= last:
		r.again(q, before)
	default:
		return r.apply(q)
	}
	return nil
}

func (r *Room) apply(q request) *pending {
	out := r.doc.Apply(q.tx, r.references())
	r.info.Seq++
	r.last[q.tx.Client] = q.tx.N
	return &pending{request: q, entry: Entry{
		Seq: r.info.Seq, Client: q.tx.Client, N: q.tx.N, UndoOf: q.tx.UndoOf, Actor: q.actor, At: r.clock(),
		Ops: out.Canonical, Results: out.Results,
	}}
}

// again answers a transaction that was sent before; one that is still on its way is answered with it.
func (r *Room) again(q request, before []*pending) {
	for _, p := range before {
		if p.tx.Client == q.tx.Client && p.tx.N == q.tx.N {
			p.echoes = append(p.echoes, q.answer)
			return
		}
	}
	r.answerStored(q)
}

func (r *Room) answerStored(q request) {
	e, err := r.store.EntryOf(q.ctx, r.info.ID, q.tx.Client, q.tx.N)
	if err != nil {
		q.answer <- reply{err: err}
		return
	}
	q.answer <- reply{answer: &Answer{Seq: e.Seq, Results: e.Results, View: r.current.Load()}}
}

func (r *Room) lastOf(ctx context.Context, client string) (int64, error) {
	if n, ok := r.last[client]; ok {
		return n, nil
	}
	n, err := r.store.LastOf(ctx, r.info.ID, client)
	if err != nil {
		return 0, err
	}
	r.last[client] = n
	return n, nil
}

// commit makes what was applied durable. When that fails the document is read again, so that it
// never holds what nobody may rely on.
func (r *Room) commit(applied []*pending) error {
	if len(applied) == 0 {
		return nil
	}
	batch := Appended{DocumentID: r.info.ID}
	for _, p := range applied {
		batch.Entries = append(batch.Entries, p.entry)
	}
	if first := applied[0].entry.Seq; first/snapshotEvery != (r.info.Seq+1)/snapshotEvery {
		batch.Snapshot = &Snapshot{Seq: r.info.Seq, State: r.doc.State()}
	}
	err := r.store.Write(context.Background(), Batch{Append: []Appended{batch}})
	if err == nil {
		r.info.UpdatedAt = applied[len(applied)-1].entry.At
		return nil
	}
	r.broken = true
	return err
}

// mend reads the document again after a failed commit.
func (r *Room) mend() error {
	if !r.broken {
		return nil
	}
	stored, err := r.store.Load(context.Background(), r.info.ID)
	if err == nil {
		err = r.load(stored)
	}
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "this document cannot be read now; nothing was changed")
	}
	clear(r.last)
	r.broken = false
	return nil
}
