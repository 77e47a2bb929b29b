package main

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"klantreis/internal/app"
	"klantreis/internal/event"
	"klantreis/internal/fault"
)

func analyzeCommand() *cobra.Command {
	var q app.Questions
	var csv dialectFlags
	var format, zone, funnel, window string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "analyze LOG",
		Short: "Tell what customers did by an event log: its steps, variants, funnel and times",
		Long: "Tell what customers did by an event log: CSV, XES, OCEL 2.0 (JSON, XML, SQLite) or Segment's JSON lines, packed by gzip\n" +
			"or not; - is standard input. How a CSV is written and which columns it has is found out, shown, and can be told.",
		Args: cobra.ExactArgs(1),
		RunE: doing(func(cmd *cobra.Command, args []string) (err error) {
			q.Log.Format = event.Format(format)
			if err = csv.into(&q.Log); err != nil {
				return err
			}
			if q.Log.Zone, err = time.LoadLocation(zone); err != nil {
				return fault.Wrap(err, fault.Invalid, "--tz: there is no time zone %q; an example is Europe/Amsterdam", zone)
			}
			if q.Funnel, err = steps(funnel); err != nil {
				return err
			}
			if q.Window, err = span(window); err != nil {
				return err
			}
			if len(q.Funnel) == 0 && (window != "" || cmd.Flags().Changed("funnel-mode")) {
				return fault.New(fault.Invalid, "--funnel-mode and --window are of a funnel; say its steps with --funnel")
			}
			return analyze(cmd, args[0], q, asJSON)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", string(event.Auto), "`format` of the log: auto, csv, xes, ocel or segment")
	f.StringVar(&q.Log.Case, "case", "", "the `column` that is the customer")
	f.StringVar(&q.Log.Activity, "activity", "", "the `column` that is the activity")
	f.StringVar(&q.Log.Time, "time", "", "the `column` that is the time")
	f.StringVar(&q.Log.TimeFormat, "time-format", "", "how times are written, such as \"dd-MM-yyyy HH:mm\"")
	f.StringVar(&zone, "tz", "UTC", "the `zone` of times that have none")
	f.BoolVar(&q.Log.Lifecycle, "lifecycle", false, "activities are NAME+TRANSITION")
	f.StringVar(&q.Log.ObjectType, "object-type", "", "OCEL: the `type` of object that is the customer")
	f.StringVar(&funnel, "funnel", "", "the `steps` of a funnel, between commas; one that holds a comma in quotes")
	f.StringVar(&q.FunnelMode, "funnel-mode", "ordered", "ordered (others may lie between), strict (directly after each other) or unordered")
	f.StringVar(&window, "window", "", "the `time` within which the steps lie, such as 30d, 12h or 90m")
	f.IntVar(&q.Top, "top", 20, "how many variants; 0 is all")
	f.BoolVar(&asJSON, "json", false, "print one JSON object")
	csv.register(cmd)
	return cmd
}

func analyze(cmd *cobra.Command, name string, q app.Questions, asJSON bool) error {
	if err := q.Validate(); err != nil {
		return err
	}
	in, err := openInput(cmd, name)
	if err != nil {
		return err
	}
	defer in.Close()
	shown := newProgress(cmd.ErrOrStderr())
	q.Progress = shown.events
	a, err := app.Analyze(cmd.Context(), in, q)
	shown.end()
	if err != nil {
		return named(in.name, err)
	}
	if asJSON {
		return printJSON(cmd, a)
	}
	return printReport(cmd, func(r *terminal) { reportAnalysis(r, in.name, a, q.Top) })
}

// steps reads the steps of a funnel: between commas, without the blanks around them. A step that begins with a
// quote goes on to the next one, doubled quotes within being one.
func steps(text string) ([]string, error) {
	if text == "" {
		return nil, nil
	}
	var all []string
	for rest, more := text, true; more; {
		var step string
		rest = strings.TrimLeft(rest, " \t")
		if strings.HasPrefix(rest, `"`) {
			var closed bool
			if step, rest, closed = quotedStep(rest[1:]); !closed {
				return nil, fault.New(fault.Invalid, "--funnel: the quote before %.40q is never closed", step)
			}
			var after string
			if after, rest, more = strings.Cut(rest, ","); strings.TrimSpace(after) != "" {
				return nil, fault.New(fault.Invalid, "--funnel: after the step %.40q stands %.40q; a comma is missing", step, strings.TrimSpace(after))
			}
		} else {
			step, rest, more = strings.Cut(rest, ",")
			step = strings.TrimSpace(step)
		}
		if step == "" {
			return nil, fault.New(fault.Invalid, "--funnel: step %d is empty", len(all)+1)
		}
		all = append(all, step)
	}
	return all, nil
}

// quotedStep reads up to the quote that closes, and gives what comes after it.
func quotedStep(text string) (step, rest string, closed bool) {
	for {
		before, after, found := strings.Cut(text, `"`)
		step += before
		if !found || !strings.HasPrefix(after, `"`) {
			return step, after, found
		}
		step += `"`
		text = after[1:]
	}
}

// span reads a length of time: a number with s, m, h, d or w. Nothing is 0, any time.
func span(text string) (event.Instant, error) {
	if text == "" {
		return 0, nil
	}
	units := map[byte]event.Instant{'s': 1, 'm': 60, 'h': 3600, 'd': 86_400, 'w': 7 * 86_400}
	n, err := strconv.ParseFloat(text[:len(text)-1], 64)
	unit, known := units[text[len(text)-1]]
	micros := math.Round(n * float64(unit*event.Second))
	if err != nil || !known || !(micros >= 1 && micros < 1e18) { // 1e18 is 31,000 years, more than a log spans
		return 0, fault.New(fault.Invalid, "--window: %q is no length of time; examples are 30d, 12h and 90m", text)
	}
	return event.Instant(micros), nil
}
