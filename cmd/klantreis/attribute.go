package main

import (
	"github.com/spf13/cobra"

	"klantreis/internal/app"
)

func attributeCommand() *cobra.Command {
	var p app.PathTable
	var csv dialectFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "attribute PATHS.csv --path COL --conversions COL",
		Short: "Share conversions over the channels that led to them, by six models",
		Long: "Share conversions over the channels that led to them, by six models side by side: first and last touch, linear, position\n" +
			"(40/20/40), Markov (removal effect) and Shapley. Each row of the table is a path, such as \"search > mail > shop\", and how\n" +
			"often it converted. The table may be packed by gzip; - is standard input. Columns are named by their header or number.",
		Args: cobra.ExactArgs(1),
		RunE: doing(func(cmd *cobra.Command, args []string) error {
			if err := csv.into(&p.Table); err != nil {
				return err
			}
			return attribute(cmd, args[0], p, asJSON)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&p.Path, "path", "", "the `column` with the touchpoints in their order")
	f.StringVar(&p.Conversions, "conversions", "", "the `column` with how often the path converted")
	f.StringVar(&p.Nulls, "nulls", "", "the `column` with how often it did not; without it the Markov chain knows only conversions")
	f.StringVar(&p.Value, "value", "", "the `column` with the value of the conversions together")
	f.StringVar(&p.Between, "path-sep", ">", "what stands between two touchpoints")
	f.BoolVar(&asJSON, "json", false, "print one JSON object")
	csv.register(cmd)
	required(cmd, "path", "conversions")
	return cmd
}

func attribute(cmd *cobra.Command, name string, p app.PathTable, asJSON bool) error {
	if err := p.Validate(); err != nil {
		return err
	}
	in, err := openInput(cmd, name)
	if err != nil {
		return err
	}
	defer in.Close()
	s, err := app.Attribute(cmd.Context(), in, p)
	if err != nil {
		return named(in.name, err)
	}
	if asJSON {
		for _, w := range s.Warnings { // the object has no place for them
			cmd.PrintErrf("klantreis: %s: %s\n", in.name, w.Message)
		}
		return printJSON(cmd, s)
	}
	return printReport(cmd, func(r *terminal) { reportShares(r, in.name, s, p) })
}
