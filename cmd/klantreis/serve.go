package main

import (
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"klantreis/internal/app"
)

func serveCommand() *cobra.Command {
	return serving("serve", "Open the workspaces in a folder in the browser", false)
}

func demoCommand() *cobra.Command {
	return serving("demo", "Like serve; a folder without workspaces is filled with two examples first", true)
}

func serving(name, short string, demo bool) *cobra.Command {
	config := app.Config{Demo: demo, Version: version}
	cmd := &cobra.Command{Use: name, Short: short, Args: cobra.NoArgs}
	cmd.Flags().StringVar(&config.Data, "data", "./data", "the data `folder`")
	cmd.Flags().StringVar(&config.Addr, "addr", "127.0.0.1:8080", "the `host:port` to listen on")
	cmd.Flags().StringVar(&config.Origin, "origin", "", "the `address` people open when a proxy with TLS stands before, such as https://klantreis.example")
	cmd.RunE = doing(func(cmd *cobra.Command, _ []string) (err error) {
		config.Log = slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil))
		a, err := app.Open(cmd.Context(), config)
		if err != nil {
			return err
		}
		defer func() {
			if closing := a.Close(); err == nil {
				err = closing
			}
		}()
		fmt.Fprintf(cmd.OutOrStdout(), "klantreis is ready: %s\n", a.Link())
		return a.Run(cmd.Context())
	})
	return cmd
}
