package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// The scripts in testdata see only that a command failed; scripts of others act on the status.
func TestExitStatus(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, data := range map[string]string{"wrong.json": `{"format": 1}`, "plain": ""} {
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f := func(want int, line string) {
		t.Helper()
		var out, errs bytes.Buffer
		got := run(t.Context(), strings.Fields(line), &out, &errs)
		if got != want {
			t.Errorf("klantreis %s: status %d, want %d\n%s%s", line, got, want, out.String(), errs.String())
		}
		if sentence := strings.TrimSuffix(errs.String(), "\n"); got == exitElse && strings.Contains(sentence, "\n") {
			t.Errorf("klantreis %s: more than one sentence:\n%s", line, sentence)
		}
	}
	f(exitDone, "--version")
	f(exitDone, "export --help")
	f(exitUsage, "")
	f(exitUsage, "frobnicate")
	f(exitUsage, "serve --colour red")
	f(exitUsage, "serve --addr nonsense")
	f(exitUsage, "render")
	f(exitUsage, "render wrong.json -o map.xyz")
	f(exitUsage, "render wrong.json -o map.svg --lang fr")
	f(exitUsage, "render wrong.json -o map.svg")
	f(exitUsage, "import wrong.json --data fresh")
	f(exitUsage, "import missing.json --data fresh")
	f(exitDone, "analyze --help")
	f(exitUsage, "analyze")
	f(exitUsage, "analyze missing.csv")
	f(exitUsage, "analyze plain")
	f(exitUsage, "analyze wrong.json --json")
	f(exitUsage, "analyze wrong.json --window 3")
	f(exitUsage, "attribute plain --path a --conversions b")
	f(exitUsage, "attribute plain")
	f(exitElse, "export --data fresh --journey jo -o jo.json")
	f(exitElse, "serve --data plain/data --addr 127.0.0.1:0")
	f(exitElse, "serve --data fresh --addr 192.0.2.1:1") // no machine has this address
}

func TestResultsReplaceOrdinaryFilesOnly(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("file", []byte("a longer text"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("file", "link"); err != nil {
		t.Fatal(err)
	}
	if err := writeFile("link", []byte("new")); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink("link"); err != nil || to != "file" {
		t.Errorf("the link points to %q, %v", to, err)
	}
	if got, err := os.ReadFile("file"); err != nil || string(got) != "new" {
		t.Errorf("the file behind the link holds %q, %v", got, err)
	}

	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile("pipe", os.O_RDWR, 0) // so that neither end waits for the other
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	if err := writeFile("pipe", []byte("through")); err != nil {
		t.Fatal(err)
	}
	if there, err := os.Stat("pipe"); err != nil || there.Mode().IsRegular() {
		t.Fatalf("the pipe is a file now: %v", err)
	}
	got := make([]byte, 16)
	n, err := pipe.Read(got)
	if err != nil || string(got[:n]) != "through" {
		t.Errorf("through the pipe came %q, %v", got[:n], err)
	}

	if err := writeFile("nowhere/file", nil); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("into a folder that is not there: %v; want one sentence", err)
	}
	if left, _ := filepath.Glob("*.part"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
