package archtest

import (
	"cmp"
	_ "embed"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// requirementsTSV has one requirement per line: its number, its title, and the part of the work it
// belongs to as long as no test proves it.
//
//go:embed requirements.tsv
var requirementsTSV string

const (
	repositoryRoot   = "../.."
	requirementsPage = repositoryRoot + "/docs/requirements.md"
)

var update = flag.Bool("update", false, "write docs/requirements.md")

var (
	// A name between quotes with a number in brackets, such as "[R25] a journey of twelve stages".
	quotedName = regexp.MustCompile("\"[^\"\\n]*\\[R\\d\\d\\][^\"\\n]*\"|'[^'\\n]*\\[R\\d\\d\\][^'\\n]*'|`[^`\\n]*\\[R\\d\\d\\][^`\\n]*`")
	// A Go test whose comment carries the number.
	commentedTest = regexp.MustCompile(`((?m:^//.*\n)+)func (Test\w+)\(`)
	inBrackets    = regexp.MustCompile(`\[(R\d\d)\]`)
)

// proof is a test that proves a requirement.
type proof struct{ file, name string }

func (p proof) String() string {
	return p.file + "::" + strings.NewReplacer("|", "\\|", "\\'", "'").Replace(p.name)
}

// TestRequirementsPage keeps docs/requirements.md in step with the names of the tests.
func TestRequirementsPage(t *testing.T) {
	page := requirements(t, proofs(t))
	if *update {
		if err := os.WriteFile(requirementsPage, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(requirementsPage)
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != page {
		t.Errorf("docs/requirements.md is stale; run: go test ./internal/archtest -run RequirementsPage -update")
	}
}

// TestEveryProofIsOfARequirement finds numbers in brackets that stand for nothing.
func TestEveryProofIsOfARequirement(t *testing.T) {
	for number, found := range proofs(t) {
		if !strings.Contains("\n"+requirementsTSV, "\n"+number+"\t") {
			t.Errorf("%s names %s, which is no requirement", found[0], number)
		}
	}
}

func requirements(t *testing.T, found map[string][]proof) string {
	var page strings.Builder
	page.WriteString("# Requirements\n\nWhich requirement is proved by which test. Generated from the numbers in brackets in the names of tests; a test fails when this page is stale.\n\n")
	page.WriteString("| Number | Title | State | Where |\n|---|---|---|---|\n")
	for line := range strings.Lines(requirementsTSV) {
		field := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(field) != 3 {
			t.Fatalf("requirements.tsv: %q does not have three columns", line)
		}
		state, where := "open", field[2]
		if tests := found[field[0]]; len(tests) > 0 {
			state, where = "proved", tests[0].String()
		}
		fmt.Fprintf(&page, "| %s | %s | %s | %s |\n", field[0], field[1], state, where)
	}
	return page.String()
}

// proofs reads every test file. What a person does in a browser comes first: it proves most.
func proofs(t *testing.T) map[string][]proof {
	found := map[string][]proof{}
	for _, root := range []string{"cmd", "internal", "web/src", "e2e/tests"} {
		err := fs.WalkDir(os.DirFS(path.Join(repositoryRoot, root)), ".", func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !isTest(file) {
				return err
			}
			src, err := os.ReadFile(path.Join(repositoryRoot, root, file))
			if err != nil {
				return err
			}
			at := path.Join(root, file)
			for _, name := range testNames(at, string(src)) {
				for _, number := range inBrackets.FindAllStringSubmatch(name.words, -1) {
					found[number[1]] = append(found[number[1]], proof{at, name.test})
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, tests := range found {
		slices.SortFunc(tests, func(a, b proof) int {
			return cmp.Or(cmp.Compare(rank(a.file), rank(b.file)), strings.Compare(a.file, b.file), strings.Compare(a.name, b.name))
		})
	}
	return found
}

func rank(file string) int {
	return slices.IndexFunc([]string{"e2e/", "cmd/", "internal/", "web/"}, func(p string) bool { return strings.HasPrefix(file, p) })
}

func isTest(file string) bool {
	if strings.HasPrefix(file, "archtest/") {
		return false // speaks of the brackets themselves
	}
	return slices.ContainsFunc([]string{"_test.go", ".test.ts", ".spec.ts"}, func(end string) bool { return strings.HasSuffix(file, end) })
}

// named is a test and the words in which its requirements stand.
type named struct{ test, words string }

func testNames(file, src string) []named {
	var names []named
	for _, quoted := range quotedName.FindAllString(src, -1) {
		name := quoted[1 : len(quoted)-1]
		names = append(names, named{name, name})
	}
	if strings.HasSuffix(file, ".go") {
		for _, m := range commentedTest.FindAllStringSubmatch(src, -1) {
			names = append(names, named{m[2], m[1]})
		}
	}
	return names
}
