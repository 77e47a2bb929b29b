package main

import (
	"fmt"
	"strings"

	"klantreis/internal/app"
)

const (
	nameCells       = 36 // of the longest name in a column
	transitionLines = 20 // of the most frequent transitions; --json has all
)

// reportAnalysis writes what a log tells. Top is how many activities are shown; 0 is all.
func reportAnalysis(r *terminal, name string, a *app.Analysis, top int) {
	r.line("%s (%s): %s, %s, %s, %s", clean(name), a.Format, counted(a.Log.Cases, "customer", "customers"),
		counted(a.Log.Events, "event", "events"), counted(a.Log.Activities, "activity", "activities"), counted(a.Log.Variants, "variant", "variants"))
	r.line("from %s to %s", a.Log.First, a.Log.Last)
	r.guesses(a.Guesses)
	reportActivities(r, a, top)
	reportTransitions(r, a)
	reportVariants(r, a)
	reportFunnel(r, a)
	d := a.Durations
	r.title("Time from a customer's first event to the last")
	r.line("  median %s, mean %s, nine in ten within %s, longest %s",
		lasting(d.MedianSeconds), lasting(d.MeanSeconds), lasting(d.P90Seconds), lasting(d.MaxSeconds))
	r.warnings(a.Warnings)
}

// most is how many of n are shown, and what the title says of it.
func most(n, top int) (int, string) {
	if top <= 0 || n <= top {
		return n, ""
	}
	return top, fmt.Sprintf(" (%d of %s, the most frequent)", top, grouped(n))
}

func reportActivities(r *terminal, a *app.Analysis, top int) {
	n, of := most(len(a.Counts), top)
	r.title("Activities%s", of)
	names := make([]string, n)
	for i := range names {
		names[i] = a.Counts[i].Name
	}
	wide := widest(nameCells, names...)
	r.line("  %s  %12s  %12s", padded("", wide), "times", "customers")
	for _, c := range a.Counts[:n] {
		r.line("  %s  %12s  %12s  %s", padded(c.Name, wide), grouped(c.Events), grouped(c.Cases), bar(float64(c.Cases)/float64(a.Log.Cases)))
	}
}

func reportTransitions(r *terminal, a *app.Analysis) {
	n, of := most(len(a.Transitions), transitionLines)
	if n == 0 {
		return
	}
	r.title("What follows what%s", of)
	names := make([]string, n)
	for i, t := range a.Transitions[:n] {
		names[i] = t.From + " → " + t.To
	}
	wide := widest(2*nameCells, names...)
	r.line("  %s  %12s  %12s  %14s  %14s", padded("", wide), "times", "customers", "median", "mean")
	for i, t := range a.Transitions[:n] {
		r.line("  %s  %12s  %12s  %14s  %14s  %s", padded(names[i], wide), grouped(t.Count), grouped(t.Cases),
			lasting(t.MedianSeconds), lasting(t.MeanSeconds), bar(float64(t.Count)/float64(a.Transitions[0].Count)))
	}
}

func reportVariants(r *terminal, a *app.Analysis) {
	of := ""
	if n := len(a.Variants); n < a.Log.Variants {
		of = fmt.Sprintf(" (%d of %s, the most frequent)", n, grouped(a.Log.Variants))
	}
	r.title("Variants%s", of)
	together := 0
	r.line("  %7s  %10s", "share", "customers")
	for _, v := range a.Variants {
		together += v.Cases
		r.line("  %5.1f %%  %10s  %s %s", 100*v.Share, grouped(v.Cases), padded(bar(v.Share), barCells), sequenceText(v.Activities))
	}
	if of != "" {
		share := float64(together) / float64(a.Log.Cases)
		r.line("  %5.1f %%  %10s  %s others", 100*(1-share), grouped(a.Log.Cases-together), padded(bar(1-share), barCells))
	}
}

// sequenceActivities is how many activities of a variant are shown.
const sequenceActivities = 12

func sequenceText(activities []string) string {
	left := len(activities) - sequenceActivities
	names := make([]string, 0, sequenceActivities)
	for _, name := range activities[:min(len(activities), sequenceActivities)] {
		names = append(names, strings.TrimRight(padded(name, nameCells), " "))
	}
	text := strings.Join(names, " → ")
	if left > 0 {
		text += fmt.Sprintf(" → … %d more", left)
	}
	return text
}

func reportFunnel(r *terminal, a *app.Analysis) {
	if len(a.Funnel) == 0 {
		return
	}
	r.title("Funnel")
	names := make([]string, len(a.Funnel))
	for i, s := range a.Funnel {
		names[i] = s.Step
	}
	wide := widest(nameCells, names...)
	r.line("  %s  %12s  %7s", padded("", wide), "customers", "share")
	for i, s := range a.Funnel {
		later := ""
		if i > 0 && s.Cases > 0 {
			later = "median " + lasting(s.MedianSecondsFromPrevious) + " later"
		}
		r.line("  %s  %12s  %5.1f %%  %s %s", padded(s.Step, wide), grouped(s.Cases), 100*s.Share, padded(bar(s.Share), barCells), later)
	}
}

// reportShares writes what channels get.
func reportShares(r *terminal, name string, s *app.Shares, p app.PathTable) {
	without := ""
	if p.Nulls != "" {
		without = ", " + total(s.Nulls) + " did not"
	}
	r.line("%s: %s converted%s; %s", clean(name), total(s.Conversions), without, counted(len(s.Channels), "channel", "channels"))
	r.guesses(s.Guesses)
	names := make([]string, len(s.Channels))
	for i, c := range s.Channels {
		names[i] = c.Channel
	}
	wide := widest(nameCells, append(names, "Conversions")...)
	models := " %12s %12s %12s %12s %12s %12s"
	heading := []any{"first", "last", "linear", "position", "Markov", "Shapley"}
	r.title("%s"+models+"  %8s", append(append([]any{"  " + padded("Conversions", wide)}, heading...), "removal")...)
	for _, c := range s.Channels {
		r.line("  %s"+models+"  %6.1f %%  %s", padded(c.Channel, wide), amount(c.First), amount(c.Last), amount(c.Linear), amount(c.Position),
			amount(c.Markov), amount(c.Shapley), 100*c.RemovalEffect, bar(part(c.Linear, s.Conversions)))
	}
	if p.Value != "" {
		r.title("%s"+models, append([]any{"  " + padded("Value", wide)}, heading...)...)
		for _, c := range s.Channels {
			v := c.ValueShare
			r.line("  %s"+models+"            %s", padded(c.Channel, wide), amount(v.First), amount(v.Last), amount(v.Linear), amount(v.Position),
				amount(v.Markov), amount(v.Shapley), bar(part(v.Linear, s.Value)))
		}
	}
	r.line("")
	r.line("Bars: the linear model's share. Removal: the share of conversions that the Markov model loses without the channel.")
	r.warnings(s.Warnings)
}

func part(of, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return of / whole
}
