package app_test

import (
	"bytes"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"klantreis/internal/app"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

func TestExportWorksBesideAServerAndImportDoesNot(t *testing.T) {
	folder := t.TempDir()
	b, _ := start(t, folder)
	b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{set("t-10", "title.nl", `"Net gewijzigd"`)}})
	file, err := app.Export(t.Context(), folder, "jo-femke")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(file, []byte("Net gewijzigd")) {
		t.Error("the export lacks an edit that was acknowledged before it")
	}
	_, err = app.Import(t.Context(), folder, file, app.Copy, slog.New(slog.DiscardHandler))
	if fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "in use") {
		t.Errorf("import beside a server: %v; want a conflict that says so", err)
	}
}

func TestReplaceIsAnEditWithHistory(t *testing.T) {
	folder := t.TempDir()
	b, stop := start(t, folder)
	original, err := app.Export(t.Context(), folder, "jo-femke")
	if err != nil {
		t.Fatal(err)
	}
	a := b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("t-10", "title.nl", `"Anders"`),
		{Verb: edit.Delete, ID: "st-see"},
		{Verb: edit.Move, ID: "t-09", Pos: &edit.Pos{StageID: "st-care", Order: 1}},
	}})
	stop()

	done, err := app.Import(t.Context(), folder, original, app.Replace, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if !done.Replaced || done.Edits == 0 {
		t.Errorf("import says %+v; want edits", done)
	}
	again, err := app.Export(t.Context(), folder, "jo-femke")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(original, again) {
		t.Error("after --replace the journey is not the file's")
	}
	b, _ = start(t, folder)
	if got := b.journey("jo-femke").Seq; got != a.Seq+1 {
		t.Errorf("seq %d after the replacement, want %d: one edit more", got, a.Seq+1)
	}
}

// exported gives a journey of a folder as a file that may be changed.
func exported(t *testing.T, folder, id string) *journey.File {
	t.Helper()
	raw, err := app.Export(t.Context(), folder, id)
	if err != nil {
		t.Fatal(err)
	}
	file, err := journey.DecodeFile(raw)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func imported(t *testing.T, folder string, file *journey.File, mode app.Mode) (*app.Imported, error) {
	t.Helper()
	raw, err := file.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return app.Import(t.Context(), folder, raw, mode, slog.New(slog.DiscardHandler))
}

const bike = "/api/v1/workspaces/ws-bike"

func TestAReplacementThatIsImpossibleStoresNothing(t *testing.T) {
	folder := t.TempDir()
	_, stop := start(t, folder)
	stop()
	file := exported(t, folder, "jo-femke")
	i := slices.IndexFunc(file.Journey.Cards, func(c *journey.Card) bool { return c.Type == "doing" })
	file.Journey.Cards[i].Type = "idea"
	file.Workspace.Members = append(file.Workspace.Members, &workspace.Member{ID: "m-new", Name: "Nieuw", Role: "editor"})
	if _, err := imported(t, folder, file, app.Replace); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("error %v, want invalid: the type of a card cannot change", err)
	}
	b, _ := start(t, folder)
	var home struct{ Seq int64 }
	if b.get(bike, &home); home.Seq != 0 {
		t.Errorf("the workspace is at seq %d after an import that was refused, want 0", home.Seq)
	}
}

func TestAnImportFollowsTheEvidenceThatIsHere(t *testing.T) {
	folder := t.TempDir()
	b, stop := start(t, folder)
	file := exported(t, folder, "jo-femke")
	weaken := edit.Transaction{Client: "tab", N: 1}
	for _, e := range file.Workspace.Evidence {
		weaken.Ops = append(weaken.Ops, set(e.ID, "strength", "0"))
	}
	b.transact(bike, weaken)
	stop()

	done, err := imported(t, folder, file, app.Copy)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(done.Differs, file.Workspace.Evidence[0].ID) {
		t.Errorf("it differs in %v; want the evidence too", done.Differs)
	}
	for _, c := range exported(t, folder, done.JourneyID).Journey.Cards {
		if c.EvidenceStatus == "known" {
			t.Errorf("card %s is known, although no evidence here makes it so", c.ID)
		}
	}
}

func TestWhatDiffersIsReportedAlsoWhenItWasDeletedHere(t *testing.T) {
	folder := t.TempDir()
	b, stop := start(t, folder)
	file := exported(t, folder, "jo-femke")
	b.transact(bike, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("ws-bike", "name", `"Andere winkel"`), set("pe-femke", "name", `"Anders"`), {Verb: edit.Delete, ID: "pe-femke"},
	}})
	stop()

	done, err := imported(t, folder, file, app.Copy)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"ws-bike", "pe-femke"}; !slices.Equal(done.Differs, want) {
		t.Errorf("it differs in %v, want %v", done.Differs, want)
	}
}
