package app_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"klantreis/internal/app"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
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
