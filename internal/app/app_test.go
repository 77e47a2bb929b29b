package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"klantreis/internal/app"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
	"klantreis/internal/persona"
)

// browser is somebody who opened the link of a running server.
type browser struct {
	t      *testing.T
	client *http.Client
	base   string
}

// start runs the demo on a folder and a free port until the test ends or stop is called.
func start(t *testing.T, folder string) (b *browser, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	a, err := app.Open(ctx, app.Config{Data: folder, Addr: "127.0.0.1:0", Demo: true, Version: "test", Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- a.Run(ctx) }()
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-done; err != nil {
			t.Errorf("run: %v", err)
		}
		if err := a.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
	t.Cleanup(stop)
	return enter(t, a.Link()), stop
}

// enter opens a link as a browser does.
func enter(t *testing.T, link string) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t, client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	u, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	b.base = u.Scheme + "://" + u.Host
	r, err := b.client.Get(link)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/" {
		t.Fatalf("the link answered %d to %q, want 303 to /", r.StatusCode, r.Header.Get("Location"))
	}
	return b
}

// do sends a request and gives status and body; change may adjust the request.
func (b *browser) do(method, path, body string, change ...func(*http.Request)) (int, []byte) {
	b.t.Helper()
	r, err := http.NewRequest(method, b.base+path, strings.NewReader(body))
	if err != nil {
		b.t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for _, c := range change {
		c(r)
	}
	answer, err := b.client.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return answer.StatusCode, raw
}

func (b *browser) get(path string, into any) {
	b.t.Helper()
	status, raw := b.do(http.MethodGet, path, "")
	if status != http.StatusOK {
		b.t.Fatalf("GET %s answered %d: %s", path, status, raw)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		b.t.Fatal(err)
	}
}

// answer is what a transaction gets.
type answer struct {
	Seq      int64
	Results  []edit.Result
	Computed *journey.Computed

	ScopeCheck *persona.ScopeCheck
}

func (b *browser) transact(path string, tx edit.Transaction) answer {
	b.t.Helper()
	body, err := json.Marshal(tx)
	if err != nil {
		b.t.Fatal(err)
	}
	status, raw := b.do(http.MethodPost, path+"/transactions", string(body))
	if status != http.StatusOK {
		b.t.Fatalf("transaction answered %d: %s", status, raw)
	}
	var a answer
	if err := json.Unmarshal(raw, &a); err != nil {
		b.t.Fatal(err)
	}
	return a
}

type journeyAnswer struct {
	Seq      int64
	Journey  *journey.Journey
	Computed *journey.Computed
}

func (b *browser) journey(id string) journeyAnswer {
	b.t.Helper()
	var j journeyAnswer
	b.get("/api/v1/journeys/"+id, &j)
	return j
}

func set(id, key, value string) edit.Op {
	return edit.Op{Verb: edit.Set, ID: id, Key: key, Value: json.RawMessage(value)}
}

const femke = "/api/v1/journeys/jo-femke"

func TestAnEditIsThereAfterARestart(t *testing.T) {
	folder := t.TempDir()
	b, stop := start(t, folder)
	before := b.journey("jo-femke").Seq
	a := b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{set("t-10", "title.nl", `"Wachten én hopen 🚲"`)}})
	if a.Seq != before+1 || !a.Results[0].Applied || a.Computed == nil {
		t.Fatalf("answer %+v after seq %d", a, before)
	}
	stop()

	b, _ = start(t, folder)
	after := b.journey("jo-femke")
	if after.Seq != a.Seq {
		t.Errorf("seq is %d after the restart, want %d", after.Seq, a.Seq)
	}
	if got := card(t, after.Journey, "t-10").Title.NL; got != "Wachten én hopen 🚲" {
		t.Errorf("title is %q after the restart", got)
	}
}

func card(t *testing.T, j *journey.Journey, id string) *journey.Card {
	t.Helper()
	for _, c := range j.Cards {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("card %s is gone", id)
	return nil
}

func TestATransactionSentTwiceIsAppliedOnce(t *testing.T) {
	b, _ := start(t, t.TempDir())
	tx := edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		{Verb: edit.Insert, ID: "c-new", Type: "card", Pos: &edit.Pos{StageID: "st-see", LaneID: "jo-femke/ln-doing"},
			Props: map[string]json.RawMessage{"type": json.RawMessage(`"doing"`), "title.nl": json.RawMessage(`"Nieuw"`)}},
	}}
	first := b.transact(femke, tx)
	again := b.transact(femke, tx)
	if !first.Results[0].Applied || !again.Results[0].Applied || again.Seq != first.Seq {
		t.Errorf("first %+v, again %+v: want the same answer", first, again)
	}
	if n := len(b.journey("jo-femke").Journey.Cards); n != 74 {
		t.Errorf("%d cards, want 74", n)
	}
}

func TestScoreChangesThePictureOfGain(t *testing.T) {
	b, _ := start(t, t.TempDir())
	if got := b.journey("jo-femke").Computed.MostGain; len(got) != 1 || got[0] != "st-see" {
		t.Fatalf("most gain is in %v, want [st-see]", got)
	}
	a := b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("score:st-see:presence:m-sanne", "value", "100"),
		set("score:st-see:presence:m-joris", "value", "100"),
		set("score:st-see:presence:m-amira", "value", "100"),
	}})
	// See: relevance 60, presence 100, so influence 60 and gain 40; Care stays 74.5.
	see := a.Computed.RelevancePresence["st-see"]
	if *see.Influence != 60 || *see.Gain != 40 || a.Computed.MostGain[0] != "st-care" {
		t.Errorf("influence %v, gain %v, most gain %v; want 60, 40, st-care", *see.Influence, *see.Gain, a.Computed.MostGain)
	}
}

func TestErrorsHaveOneShape(t *testing.T) {
	b, _ := start(t, t.TempDir())
	stranger := &browser{t: t, client: &http.Client{}, base: b.base}
	edits := femke + "/transactions"
	valid := `{"client":"x","n":1,"base":0,"ops":[{"op":"delete","id":"t-10"}]}`
	for _, c := range []struct {
		name   string
		who    *browser
		method string
		path   string
		body   string
		change func(*http.Request)
		status int
		code   string
	}{
		{"not JSON", b, "POST", edits, "nonsense", nil, 400, "invalid"},
		{"unknown field", b, "POST", edits, `{"client":"x","n":1,"opz":[]}`, nil, 400, "invalid"},
		{"unknown op", b, "POST", edits, `{"client":"x","n":1,"ops":[{"op":"zap","id":"t-10"}]}`, nil, 400, "invalid"},
		{"no ops", b, "POST", edits, `{"client":"x","n":1,"ops":[]}`, nil, 400, "invalid"},
		{"n is zero", b, "POST", edits, `{"client":"x","n":0,"ops":[{"op":"delete","id":"t-10"}]}`, nil, 400, "invalid"},
		{"unknown stage set", b, "POST", "/api/v1/workspaces/ws-bike/journeys", `{"stageSet":"x","title":{"nl":"a"}}`, nil, 400, "invalid"},
		{"empty title", b, "POST", "/api/v1/workspaces/ws-bike/journeys", `{"stageSet":"five","title":{"nl":" "}}`, nil, 400, "invalid"},
		{"no session", stranger, "GET", femke, "", nil, 401, "unauthenticated"},
		{"no session, unknown route", stranger, "GET", "/api/v1/zzz", "", nil, 401, "unauthenticated"},
		{"other site", b, "POST", edits, valid, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403, "forbidden"},
		{"other origin", b, "POST", edits, valid, func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, 403, "forbidden"},
		{"other name", b, "GET", femke, "", func(r *http.Request) { r.Host = "evil.example" }, 403, "forbidden"},
		{"unknown journey", b, "GET", "/api/v1/journeys/nope", "", nil, 404, "not_found"},
		{"a workspace is no journey", b, "GET", "/api/v1/journeys/ws-bike", "", nil, 404, "not_found"},
		{"unknown route", b, "GET", "/api/v1/zzz", "", nil, 404, "not_found"},
		{"unknown method", b, "PUT", femke, "", nil, 404, "not_found"},
		{"gap", b, "POST", edits, strings.Replace(valid, `"n":1`, `"n":7`, 1), nil, 409, "gap"},
		{"too large", b, "POST", edits, `{"client":"` + strings.Repeat("x", 600<<10) + `"}`, nil, 413, "too_large"},
		{"too many ops", b, "POST", edits, manyOps(2001), nil, 413, "too_large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			change := func(*http.Request) {}
			if c.change != nil {
				change = c.change
			}
			status, raw := c.who.do(c.method, c.path, c.body, change)
			var body struct {
				Error struct {
					Code    string
					Message string
					Last    *int64
				}
			}
			if err := json.Unmarshal(raw, &body); err != nil {
				t.Fatalf("%d with a body that is not the error shape: %s", status, raw)
			}
			if status != c.status || body.Error.Code != c.code || body.Error.Message == "" {
				t.Errorf("%d %s; want %d with code %s and a sentence", status, raw, c.status, c.code)
			}
			if c.code == "gap" && (body.Error.Last == nil || *body.Error.Last != 0) {
				t.Errorf("a gap names the last number; got %s", raw)
			}
		})
	}
	if got := b.journey("jo-femke").Seq; got != 0 {
		t.Errorf("refused requests changed the journey: seq %d", got)
	}
}

func manyOps(n int) string {
	return `{"client":"x","n":1,"ops":[` + strings.TrimSuffix(strings.Repeat(`{"op":"delete","id":"t-10"},`, n), ",") + `]}`
}

func TestManyEditsAtOnceAreSlowedDown(t *testing.T) {
	b, _ := start(t, t.TempDir())
	for n := 1; ; n++ {
		body := strings.Replace(manyOps(2000), `"n":1`, `"n":`+string(rune('0'+n)), 1)
		status, raw := b.do(http.MethodPost, femke+"/transactions", body)
		if status == http.StatusTooManyRequests {
			if !bytes.Contains(raw, []byte(`"rate_limited"`)) {
				t.Errorf("429 with %s", raw)
			}
			return
		}
		if n == 4 {
			t.Fatalf("8,000 ops at once were all taken; the last answer was %d", status)
		}
	}
}

// serve runs an empty workspace on an address until the test ends, and gives the link.
func serve(t *testing.T, addr string) string {
	t.Helper()
	a, err := app.Open(t.Context(), app.Config{Data: t.TempDir(), Addr: addr, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- a.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done; a.Close() })
	return a.Link()
}

// Whoever listens on every address opens the link on the same machine, too.
func TestTheLinkOfEveryAddressOpensHere(t *testing.T) {
	b := enter(t, serve(t, "0.0.0.0:0"))
	for _, name := range []string{"localhost", "LOCALHOST", "0.0.0.0", "127.0.0.1"} {
		status, raw := b.do(http.MethodGet, "/api/v1/session", "", func(r *http.Request) { r.Host = name })
		if status == http.StatusForbidden { // the cookie is of one name only, so some get 401
			t.Errorf("under the name %s: %d %s", name, status, raw)
		}
	}
}

func TestWhatIsNoAddressIsRefused(t *testing.T) {
	for _, addr := range []string{"", "8080", "localhost", ":::1"} {
		a, err := app.Open(t.Context(), app.Config{Data: t.TempDir(), Addr: addr, Log: slog.New(slog.DiscardHandler)})
		if err == nil {
			a.Close()
		}
		if fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q: error %v, want invalid", addr, err)
		}
	}
}

func TestTooFastSaysWhenToTryAgain(t *testing.T) {
	b, _ := start(t, t.TempDir())
	for n := range 4 {
		r, err := b.client.Post(b.base+femke+"/transactions", "application/json", strings.NewReader(strings.Replace(manyOps(2000), `"n":1`, `"n":`+strconv.Itoa(n+1), 1)))
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode == http.StatusTooManyRequests {
			if r.Header.Get("Retry-After") == "" {
				t.Error("429 does not say when to try again")
			}
			return
		}
	}
	t.Fatal("8,000 ops at once were all taken")
}

func TestANewJourneyHasTheStagesOfItsSet(t *testing.T) {
	b, _ := start(t, t.TempDir())
	for set, stages := range map[string]int{"stdc": 4, "acpl": 4, "five": 5, "bbs": 3, "impulse": 3, "complex": 7, "empty": 1} {
		status, raw := b.do(http.MethodPost, "/api/v1/workspaces/ws-bike/journeys", `{"stageSet":"`+set+`","title":{"nl":"Nieuw"}}`)
		var made struct{ ID string }
		if err := json.Unmarshal(raw, &made); err != nil || status != http.StatusCreated {
			t.Fatalf("%d: %s", status, raw)
		}
		j := b.journey(made.ID).Journey
		if len(j.Stages) != stages || len(j.Lanes) != 12 || j.Title.NL != "Nieuw" {
			t.Errorf("%s: %d stages and %d lanes, titled %q; want %d and 12", set, len(j.Stages), len(j.Lanes), j.Title.NL, stages)
		}
	}
}

func TestAWorkspaceCanBeEdited(t *testing.T) {
	b, _ := start(t, t.TempDir())
	a := b.transact("/api/v1/workspaces/ws-bike", edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("ws-bike", "organisation.ambition.en", `"Joy for all"`),
		{Verb: edit.Delete, ID: "ev-sur-4"},
	}})
	for _, r := range a.Results {
		if !r.Applied {
			t.Errorf("result %+v", r)
		}
	}
	var w struct {
		Workspace struct {
			Organisation struct{ Ambition struct{ EN string } }
		}
	}
	b.get("/api/v1/workspaces/ws-bike", &w)
	if w.Workspace.Organisation.Ambition.EN != "Joy for all" {
		t.Errorf("ambition is %q", w.Workspace.Organisation.Ambition.EN)
	}
	for _, c := range b.journey("jo-femke").Journey.Cards {
		for _, id := range c.EvidenceIDs {
			if id == "ev-sur-4" {
				t.Errorf("card %s still names evidence that is gone", c.ID)
			}
		}
		if len(c.EvidenceIDs) == 0 && c.EvidenceStatus != "guess" {
			t.Errorf("card %s is %s without evidence", c.ID, c.EvidenceStatus)
		}
	}
}
