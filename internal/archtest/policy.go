package archtest

import (
	"fmt"
	"slices"
	"strings"
)

// module is the prefix of every import path that is ours.
const module = "klantreis/"

// anything in a row stands for every package of ours but the test-only ones
// and the commands.
const anything = "*"

// domain packages hold what klantreis is about. They know nothing of HTTP,
// databases or the disk.
var domain = []string{
	"internal/workspace", "internal/journey", "internal/persona", "internal/research",
	"internal/action", "internal/event", "internal/auth",
}

// leaves are tools that know only fault. Whoever may import fault may import
// strictjson too; edit is listed where it is needed.
var leaves = []string{"internal/fault", "internal/strictjson"}

// may lists, for every package of ours, what it may import of ours. Packages
// that a later issue brings have their row already: where they stand was
// decided with the layout.
var may = map[string][]string{
	"internal/fault":      {},
	"internal/strictjson": {"internal/fault"},
	"internal/edit":       {"internal/fault", "internal/strictjson"},

	"internal/workspace": row("internal/edit"),
	"internal/event":     row(),
	"internal/auth":      row(),
	"internal/journey":   row("internal/edit", "internal/workspace", "internal/picture"),
	"internal/persona":   row("internal/workspace", "internal/journey"),
	"internal/research":  row("internal/workspace", "internal/journey"),
	"internal/action":    row("internal/workspace", "internal/journey"),

	"internal/exchange": row(domain),
	"internal/picture":  row(),
	"internal/search":   row("internal/workspace", "internal/journey"),
	"internal/demo":     row(domain),

	"internal/sequence":            row("internal/event"),
	"internal/analytics":           row("internal/event", "internal/journey", "internal/sequence"),
	"internal/analytics/memsource": row("internal/event", "internal/sequence", "internal/analytics"),
	"internal/analytics/sourcetest": row("internal/event", "internal/sequence", "internal/analytics",
		"internal/analytics/memsource"),
	"internal/collab": row("internal/edit", "internal/workspace", "internal/journey", "internal/auth"),
	"internal/report": row(domain, "internal/analytics"),
	"internal/render": row(domain, "internal/sequence", "internal/analytics", "internal/report"),

	"internal/store/docdb":      row(domain, "internal/edit", "internal/collab"),
	"internal/store/duckdb":     row("internal/event", "internal/analytics", "internal/sequence"),
	"internal/store/clickhouse": row("internal/event", "internal/analytics", "internal/sequence"),
	"internal/store/ocelsqlite": row("internal/event", "internal/analytics", "internal/sequence"),

	"internal/httpapi": row(domain, "internal/edit", "internal/sequence", "internal/analytics",
		"internal/collab", "internal/report", "internal/render", "internal/exchange", "internal/picture", "internal/search"),
	"internal/app": {anything},
	"web":          {},
	"cmd/klantreis": row("internal/app", "internal/exchange", "internal/render", "internal/journey", "internal/analytics",
		"internal/event"),

	"internal/archtest":        {},
	"internal/testkit":         {anything},
	"internal/store/storetest": {anything},
}

// testOnly packages are imported by _test.go files and by each other.
var testOnly = []string{"internal/archtest", "internal/testkit", "internal/store/storetest", "internal/analytics/sourcetest"}

// pure packages reach no network, database or disk.
var pure = append(slices.Clone(domain), "internal/fault", "internal/strictjson", "internal/edit",
	"internal/analytics", "internal/sequence", "internal/exchange", "internal/collab", "internal/picture", "internal/search")

// closed maps an import (and what lies beneath it) that pure packages do not
// use to the reason.
var closed = map[string]string{
	"net/http":     "domain packages know nothing of HTTP; error codes become a status in httpapi",
	"database/sql": "storage lives in internal/store",
	"os":           "take an io.Reader or fs.FS instead",
}

// row joins single packages and lists of them, and adds the leaves.
func row(parts ...any) []string {
	allowed := slices.Clone(leaves)
	for _, part := range parts {
		switch p := part.(type) {
		case string:
			allowed = append(allowed, p)
		case []string:
			allowed = append(allowed, p...)
		}
	}
	return allowed
}

// objection says why the package pkg may not import the path imp, or nothing.
// Packages are named by their folder from the top of the repository.
func objection(pkg, imp string) string {
	if dep, ours := strings.CutPrefix(imp, module); ours {
		return ownObjection(pkg, dep)
	}
	if !slices.Contains(pure, pkg) {
		return ""
	}
	for path, why := range closed {
		if imp == path || strings.HasPrefix(imp, path+"/") {
			return why
		}
	}
	return ""
}

func ownObjection(pkg, dep string) string {
	allowed := may[pkg]
	switch {
	case slices.Contains(testOnly, dep) && !slices.Contains(testOnly, pkg):
		return dep + " is for tests only"
	case strings.HasPrefix(dep, "cmd/"):
		return "nothing imports a command"
	case slices.Contains(allowed, anything), slices.Contains(allowed, dep):
		return ""
	case len(allowed) == 0:
		return pkg + " imports nothing of ours"
	}
	return fmt.Sprintf("%s may import of ours only %s", pkg, strings.Join(allowed, ", "))
}
