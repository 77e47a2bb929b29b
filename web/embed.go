// Package web holds the browser part of klantreis, built to static files and
// carried inside the program, so that one file is all a person downloads.
//
// The folder build is made by `npm run build`. Before the first build it holds
// only a placeholder, so that the Go code always compiles; Built tells which.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:build
var files embed.FS

// Files returns the built pages: index.html is the page for every route of the
// browser, everything under _app/immutable has a content hash in its name and
// may be cached for good.
func Files() fs.FS {
	sub, err := fs.Sub(files, "build")
	if err != nil {
		panic("web: the embedded folder is missing: " + err.Error()) // a broken build, not bad input
	}
	return sub
}

// Built reports whether the browser part was built into this program.
func Built() bool {
	_, err := fs.Stat(files, "build/index.html")
	return err == nil
}
