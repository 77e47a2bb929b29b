package archtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestImports parses the files itself. A test that asks `go list` in a child
// process is answered from the test cache after a forbidden import was added,
// because go does not see what the child read.
func TestImports(t *testing.T) {
	parsed := 0
	eachGoFile(t, func(file string, src []byte) {
		parsed++
		pkg := path.Dir(file)
		if _, known := may[pkg]; !known {
			t.Errorf("%s: %s is not in the table of internal/archtest/policy.go; decide what it may import", file, pkg)
			return
		}
		for _, imp := range imports(t, file, src) {
			if why := objection(pkg, imp); why != "" {
				t.Errorf("%s imports %s: %s", file, imp, why)
			}
		}
	})
	if parsed == 0 {
		t.Fatal("no Go file was found; the walk starts in the wrong folder")
	}
}

// TestPolicy shows that each rule can fail.
func TestPolicy(t *testing.T) {
	f := func(pkg, imp string, allowed bool) {
		t.Helper()
		if got := objection(pkg, imp) == ""; got != allowed {
			t.Errorf("%s importing %s: allowed = %v, want %v (%s)", pkg, imp, got, allowed, objection(pkg, imp))
		}
	}
	f("internal/journey", "klantreis/internal/workspace", true)
	f("internal/workspace", "klantreis/internal/journey", false)
	f("internal/edit", "klantreis/internal/fault", true)
	f("internal/fault", "klantreis/internal/edit", false)
	f("internal/httpapi", "klantreis/internal/store/docdb", false)
	f("internal/app", "klantreis/internal/store/docdb", true)
	f("internal/app", "klantreis/web", true)
	f("internal/httpapi", "klantreis/web", false)
	f("internal/app", "klantreis/internal/store/storetest", false)
	f("internal/app", "klantreis/cmd/klantreis", false)
	f("internal/store/docdb", "database/sql", true)
	f("internal/collab", "database/sql/driver", false)
	f("internal/journey", "os", false)
	f("internal/journey", "os/exec", false)
	f("internal/journey", "net/http/httptest", false)
	f("internal/journey", "encoding/json", true)
	f("internal/journey", "osx", true)
}

// TestRowsNameRows finds a row whose entry is mistyped: no such row exists.
func TestRowsNameRows(t *testing.T) {
	for pkg, allowed := range may {
		for _, dep := range allowed {
			if _, known := may[dep]; dep != anything && !known {
				t.Errorf("the row of %s names %s, which has no row", pkg, dep)
			}
		}
	}
	for _, pkg := range slices.Concat(pure, testOnly) {
		if _, known := may[pkg]; !known {
			t.Errorf("%s has a rule but no row", pkg)
		}
	}
}

// eachGoFile calls visit for every Go file of the repository that is not a
// test, named from the top of the repository.
func eachGoFile(t *testing.T, visit func(file string, src []byte)) {
	t.Helper()
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && skipped(file, d.Name()) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		src, err := fs.ReadFile(root, file)
		if err != nil {
			return err
		}
		visit(file, src)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// skipped tells of a folder without code of ours: what the go command leaves
// out, installed npm packages (some carry Go files), what was built, the data
// of a server that was started here.
func skipped(folder, name string) bool {
	hidden := folder != "." && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_"))
	return hidden || name == "testdata" || name == "node_modules" ||
		folder == "bin" || folder == "data" || folder == "web/build" || folder == "e2e/results"
}

func imports(t *testing.T, file string, src []byte) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}
