package main

import (
	"context"
	"log/slog"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"klantreis/internal/app"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"klantreis": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the command line as scripts do: see testdata/script. Each begins with the demo
// in the folder "demo".
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			a, err := app.Open(context.Background(), app.Config{
				Data: env.WorkDir + "/demo", Addr: "127.0.0.1:0", Demo: true, Log: slog.New(slog.DiscardHandler),
			})
			if err != nil {
				return err
			}
			return a.Close()
		},
	})
}
