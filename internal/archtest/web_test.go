package archtest

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// webMay lists, for every folder of the browser part, the folders it may
// import from besides itself. Imports point down: pages, features, pieces,
// state, and plain TypeScript at the bottom.
var webMay = map[string][]string{
	"routes":    {"features", "ui", "state", "ops", "api", "icons", "i18n", "theme"},
	"features":  {"ui", "state", "ops", "api", "icons", "i18n"},
	"ui":        {"state", "ops", "api", "icons", "i18n"},
	"state":     {"ops", "api", "i18n", "paraglide"},
	"ops":       {"api", "i18n"},
	"api":       {"ops", "i18n"},
	"icons":     {},
	"i18n":      {"paraglide"},
	"theme":     {},
	"paraglide": {},
}

const webRoot = "../../web/src"

var importedFrom = regexp.MustCompile(`(?:\bfrom|\bimport)\s*\(?\s*['"]((?:\$lib|\$features|\.\.?)/[^'"]*|\$lib)['"]`)

func TestWebImports(t *testing.T) {
	seen := 0
	err := fs.WalkDir(os.DirFS(webRoot), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "paraglide" {
			return fs.SkipDir // generated
		}
		if !isWebSource(file) {
			return nil
		}
		seen++
		src, err := os.ReadFile(path.Join(webRoot, file))
		if err != nil {
			return err
		}
		for _, match := range importedFrom.FindAllStringSubmatch(string(src), -1) {
			if why := webObjection(file, match[1]); why != "" {
				t.Errorf("web/src/%s imports %s: %s", file, match[1], why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Fatal("no source was found; the walk starts in the wrong folder")
	}
}

// TestWebPolicy shows that each rule can fail.
func TestWebPolicy(t *testing.T) {
	f := func(file, imp string, allowed bool) {
		t.Helper()
		if got := webObjection(file, imp) == ""; got != allowed {
			t.Errorf("%s importing %s: allowed = %v, want %v", file, imp, got, allowed)
		}
	}
	f("routes/+page.svelte", "$lib/features/home/Home.svelte", true)
	f("lib/features/map/Map.svelte", "../inspector/Inspector.svelte", true)
	f("lib/features/map/Map.svelte", "$lib/ui/Button.svelte", true)
	f("lib/ui/Button.svelte", "$lib/features/map/Map.svelte", false)
	f("lib/ui/Button.svelte", "../features/map/Map.svelte", false)
	f("lib/ops/apply.ts", "../state/prefs.svelte", false)
	f("lib/ops/apply.ts", "./types", true)
	f("lib/ui/Button.svelte", "$lib/paraglide/messages", false)
	f("lib/features/map/Map.svelte", "$features/gain/Gain.svelte", true)
	f("lib/odd/x.ts", "$lib/ops/apply", false)
}

func isWebSource(file string) bool {
	ext := path.Ext(file)
	return (ext == ".ts" || ext == ".svelte") && !strings.HasSuffix(file, ".d.ts") && !strings.HasSuffix(file, ".test.ts")
}

// webObjection says why a file (named from web/src) may not import imp, or nothing.
func webObjection(file, imp string) string {
	var target string
	switch {
	case strings.HasPrefix(imp, "$lib"):
		target = "lib" + strings.TrimPrefix(imp, "$lib")
	case strings.HasPrefix(imp, "$features"):
		target = "lib/features" + strings.TrimPrefix(imp, "$features")
	default:
		target = path.Join(path.Dir(file), imp)
	}
	from, to := webFolder(file), webFolder(target)
	allowed, known := webMay[from]
	switch {
	case !known:
		return "lib/" + from + " is not in the table of internal/archtest/web_test.go; decide what it may import"
	case from == to || slices.Contains(allowed, to):
		return ""
	}
	return from + " may import from " + strings.Join(allowed, ", ")
}

// webFolder is the folder of the table that a path under web/src belongs to.
func webFolder(file string) string {
	parts := strings.Split(file, "/")
	if parts[0] == "lib" && len(parts) > 1 {
		return parts[1]
	}
	return parts[0]
}
