package main

import (
	"fmt"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/internal/app"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
)

func exportCommand() *cobra.Command {
	var data, id, out string
	cmd := &cobra.Command{
		Use:   "export --data DIR --journey ID -o FILE.json",
		Short: "Write one journey to a file; a server may run on the same folder",
		Args:  cobra.NoArgs,
		RunE: doing(func(cmd *cobra.Command, _ []string) error {
			file, err := app.Export(cmd.Context(), data, id)
			if err != nil {
				return err
			}
			return writeFile(out, file)
		}),
	}
	cmd.Flags().StringVar(&data, "data", "", "the data `folder`")
	cmd.Flags().StringVar(&id, "journey", "", "the `id` of the journey")
	cmd.Flags().StringVarP(&out, "output", "o", "", "the `file` to write")
	required(cmd, "data", "journey", "output")
	return cmd
}

func importCommand() *cobra.Command {
	var data string
	var replace, copied bool
	cmd := &cobra.Command{
		Use:   "import FILE.json --data DIR",
		Short: "Store the journey of a file in a folder",
		Args:  cobra.ExactArgs(1),
		RunE: doing(func(cmd *cobra.Command, args []string) error {
			file, err := readFile(args[0], journey.FileBytesMax)
			if err != nil {
				return err
			}
			mode := app.Refuse
			if replace {
				mode = app.Replace
			} else if copied {
				mode = app.Copy
			}
			done, err := app.Import(cmd.Context(), data, file, mode, slog.New(slog.DiscardHandler))
			if err != nil {
				return named(args[0], err)
			}
			report(cmd, done)
			return nil
		}),
	}
	cmd.Flags().StringVar(&data, "data", "", "the data `folder`; made when it is missing")
	cmd.Flags().BoolVar(&replace, "replace", false, "when the journey is there: make the difference a new edit")
	cmd.Flags().BoolVar(&copied, "copy", false, "store the journey under new ids")
	cmd.MarkFlagsMutuallyExclusive("replace", "copy")
	required(cmd, "data")
	return cmd
}

func report(cmd *cobra.Command, done *app.Imported) {
	out := cmd.OutOrStdout()
	switch {
	case !done.Replaced:
		fmt.Fprintf(out, "journey %s is stored\n", done.JourneyID)
	case done.Edits == 0:
		fmt.Fprintf(out, "journey %s was like this already\n", done.JourneyID)
	default:
		fmt.Fprintf(out, "journey %s is replaced, in %d edits that can be looked up in its history\n", done.JourneyID, done.Edits)
	}
	if len(done.Differs) > 0 {
		fmt.Fprintf(out, "the workspace here differs from the file in: %s; the workspace stayed as it was\n", strings.Join(done.Differs, ", "))
	}
}

// named puts the name of the file before what is wrong in it.
func named(file string, err error) error {
	if code := fault.CodeOf(err); code == fault.Invalid || code == fault.TooLarge {
		return fault.Wrap(err, code, "%s: %s", file, err)
	}
	return err
}

func required(cmd *cobra.Command, flags ...string) {
	for _, f := range flags {
		if err := cmd.MarkFlagRequired(f); err != nil { // a flag of this very command
			panic(err)
		}
	}
}
