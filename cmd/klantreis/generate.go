package main

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/spf13/cobra"

	"klantreis/internal/event"
)

func generateCommand() *cobra.Command {
	var recipe event.Recipe
	var out string
	cmd := &cobra.Command{
		Use:   "generate --events N --seed S -o FILE.csv|.xes.gz|.parquet",
		Short: "Make up an event log: the journeys of a shop for racing bikes",
		Long: "Make up an event log: the journeys of a shop for racing bikes, from an advertisement to the yearly service.\n" +
			"The same seed gives the same log. CSV and Parquet are in the order of time, XES is customer after customer.",
		Args: cobra.NoArgs,
		RunE: doing(func(cmd *cobra.Command, _ []string) error {
			if out == "-" {
				return generate(cmd.Context(), recipe, "csv", cmd.OutOrStdout())
			}
			form, packed := strings.CutSuffix(strings.ToLower(out), ".gz")
			form = form[strings.LastIndexByte(form, '.')+1:]
			return writeStream(out, func(to io.Writer) error {
				if !packed {
					return generate(cmd.Context(), recipe, form, to)
				}
				zip := gzip.NewWriter(to)
				return errors.Join(generate(cmd.Context(), recipe, form, zip), zip.Close())
			})
		}),
	}
	cmd.Flags().Int64Var(&recipe.Events, "events", 0, "how many `events`")
	cmd.Flags().Uint64Var(&recipe.Seed, "seed", 1, "which log; any `number`")
	cmd.Flags().StringVarP(&out, "output", "o", "", "the `file` to write: .csv, .xes or .parquet, the first two also with .gz; - is CSV to standard output")
	required(cmd, "events", "output")
	return cmd
}

func generate(ctx context.Context, recipe event.Recipe, form string, to io.Writer) error {
	recipe.ByCustomer = form == "xes"
	w, err := event.NewWriter(form, to)
	if err != nil {
		return err
	}
	if err := event.Generate(ctx, recipe, w); err != nil {
		return err
	}
	return w.Close()
}
