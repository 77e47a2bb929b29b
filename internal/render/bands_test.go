package render

import (
	"strings"
	"testing"

	"klantreis/internal/journey"
)

// The same cases as those of the browser's map, in web/src/lib/features/map/layout/bands.test.ts.
func TestOrderBands(t *testing.T) {
	f := func(lanes, want string) {
		t.Helper()
		var list []*journey.Lane
		for i, name := range strings.Fields(lanes) {
			kind, hidden := strings.CutPrefix(name, "-")
			list = append(list, &journey.Lane{ID: kind, Type: journey.LaneType(kind), Order: i + 1, Hidden: hidden})
		}
		var got []string
		for _, b := range orderBands(list) {
			if b.kind == bandLane {
				got = append(got, b.lane.ID)
			} else {
				got = append(got, [...]string{"", "gain", "support", "metrics", "interaction", "visibility", "internal"}[b.kind])
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\n gives %s\n want  %s", lanes, s, want)
		}
	}
	f("doing touchpoint barrier frontstage backstage opportunity action",
		"doing touchpoint barrier gain interaction frontstage visibility backstage internal support opportunity action metrics")
	f("-need", "gain support metrics")
	f("need frontstage", "need gain interaction frontstage visibility support metrics")
	f("need backstage", "need gain interaction visibility backstage internal support metrics")
	f("need opportunity", "need gain support opportunity metrics")
	f("action metric", "gain support action metric")
	f("", "gain support metrics")
	f("note", "gain support note metrics")
}

func TestOrderBandsFollowsTheDocument(t *testing.T) {
	bands := orderBands([]*journey.Lane{{ID: "second", Type: "need", Order: 2}, {ID: "first", Type: "doing", Order: 1}})
	if bands[0].lane.ID != "first" || bands[1].lane.ID != "second" {
		t.Errorf("first %s, then %s", bands[0].lane.ID, bands[1].lane.ID)
	}
}
