package analytics

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// TestKaplanMeier is the remission of 21 leukaemia patients under 6-MP (Freireich 1963), which textbooks use.
func TestKaplanMeier(t *testing.T) {
	closed := []float64{6, 6, 6, 7, 10, 13, 16, 22, 23}
	open := []float64{6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}
	want := []Survival{{6, .857143, 21}, {7, .806723, 17}, {10, .752941, 15}, {13, .690196, 12}, {16, .627451, 11}, {22, .537815, 7}, {23, .448179, 6}}
	got := kaplanMeier(closed, open)
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i, w := range want {
		if got[i].Seconds != w.Seconds || got[i].AtRisk != w.AtRisk || got[i].Share-w.Share > 1e-6 || w.Share-got[i].Share > 1e-6 {
			t.Errorf("point %d is %v, want %v", i, got[i], w)
		}
	}
}

// TestKaplanMeierWithoutOpen is the share that took longer, when all are seen to their end.
func TestKaplanMeierWithoutOpen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		closed := rapid.SliceOf(rapid.Float64Range(0, 5)).Draw(t, "times")
		for i := range closed {
			closed[i] = float64(int(closed[i]))
		}
		slices.Sort(closed)
		for _, p := range kaplanMeier(closed, nil) {
			longer := 0
			for _, c := range closed {
				if c > p.Seconds {
					longer++
				}
			}
			if !near(p.Share, float64(longer)/float64(len(closed))) {
				t.Fatalf("%v of %v", p, closed)
			}
		}
	})
}

func TestThin(t *testing.T) {
	curve := make([]Survival, 1001)
	for i := range curve {
		curve[i].Seconds = float64(i)
	}
	got := thin(curve, 11)
	if len(got) != 11 || got[0].Seconds != 0 || got[5].Seconds != 500 || got[10].Seconds != 1000 {
		t.Errorf("%v", got)
	}
}

func TestTime(t *testing.T) {
	ix := indexOf(t, "a: A0 B10", "b: A0 B20", "c: A5", "d: A0 C1", "e: C0 C40")
	d, err := Time(context.Background(), ix, sequence.SpanQuery{From: "A", To: "B"})
	if err != nil {
		t.Fatal(err)
	}
	if d.Cases != 4 || d.Open != 2 || d.Without != 1 || d.Mean != 15 || d.Median != 15 || d.P90 != 19 || d.Max != 20 {
		t.Errorf("%+v", d)
	}
	// At 10 one of four ends, at 20 one of three; the others were seen for 35 and 40 seconds.
	if d.MedianWithOpen == nil || *d.MedianWithOpen != 20 || !near(d.Survival[1].Share, 0.5) {
		t.Errorf("%+v", d)
	}
	if len(d.Warnings) != 1 || d.Warnings[0].Code != "many_open" {
		t.Errorf("%v", d.Warnings)
	}
}

func TestDescribeWarns(t *testing.T) {
	ctx := context.Background()
	b := sequence.NewBuilder(1)
	add := func(customer string, at event.Instant) {
		if err := b.Add([]event.Event{{Customer: customer, Name: "A", Time: at}}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 1000 {
		add(string(rune('a'+i%26))+string(rune('a'+i/26)), event.Instant(i)*event.Second)
	}
	for range 40 {
		add("unknown", 7)
	}
	add("aa", -2*sequence.Year)
	ix, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	l, err := Describe(ctx, ix)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Warnings) != 2 || l.Warnings[0].Code != "placeholder_customer" || l.Warnings[1].Code != "dates_far_apart" || l.FarBefore != 1 {
		t.Errorf("%+v", l.Warnings)
	}
	if l, err = Describe(ctx, indexOf(t, "a: A0 A99")); err != nil || len(l.Warnings) != 0 {
		t.Errorf("%v, %v", l.Warnings, err)
	}
}
