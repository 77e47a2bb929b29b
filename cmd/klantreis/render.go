package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"klantreis/internal/app"
	"klantreis/internal/journey"
)

func renderCommand() *cobra.Command {
	var out, lang string
	cmd := &cobra.Command{
		Use:   "render FILE -o OUT.EXT [--lang nl|en]",
		Short: "Draw the map of a journey file",
		Args:  cobra.ExactArgs(1),
		RunE: doing(func(cmd *cobra.Command, args []string) error {
			if err := app.CanDraw(out, lang); err != nil {
				return err
			}
			file, err := readFile(args[0], journey.FileBytesMax)
			if err != nil {
				return err
			}
			drawing, err := app.Render(file, out, lang)
			if err != nil {
				return named(args[0], err)
			}
			if drawing.Missing != "" {
				fmt.Fprintf(cmd.ErrOrStderr(), "klantreis: no font here has %q; in the drawing each is a box\n", drawing.Missing)
			}
			return writeFile(out, drawing.Data)
		}),
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the `file` to write; its extension says the format: .svg")
	cmd.Flags().StringVar(&lang, "lang", "", "nl or en; the workspace's first language when missing")
	required(cmd, "output")
	return cmd
}
