package journey

import "testing"

func TestStageSetsOfTheField(t *testing.T) {
	f := func(set string, names ...Text) {
		t.Helper()
		n := 0
		j, err := FromTemplate(set, Text{NL: "Reis"}, func() string { n++; return string(rune('a' + n)) })
		if err != nil {
			t.Fatal(err)
		}
		if j.StageSet != set || len(j.Stages) != len(names) {
			t.Fatalf("%s has %d stages", set, len(j.Stages))
		}
		for i, s := range j.Stages {
			if s.Name != names[i] || s.Order != i+1 || s.CustomerQuestion.NL == "" || s.CustomerQuestion.EN == "" || s.NextStepGoal.IsZero() {
				t.Errorf("stage %d of %s is %+v, want %+v with its questions", i+1, set, s, names[i])
			}
		}
	}
	t.Run("[R29] the four stages from literature, in Dutch and English", func(t *testing.T) {
		f("acpl", Text{NL: "Bewustwording", EN: "Awareness"}, Text{NL: "Overweging", EN: "Consideration"},
			Text{NL: "Aankoop", EN: "Purchase"}, Text{NL: "Loyaliteit", EN: "Loyalty"})
	})
	t.Run("[R30] the five stages, each with its definition", func(t *testing.T) {
		f("five", Text{NL: "Oriëntatie", EN: "Orientation"}, Text{NL: "Transactie", EN: "Transaction"}, Text{NL: "Afname", EN: "Use"},
			Text{NL: "Service", EN: "Service"}, Text{NL: "Loyaliteit", EN: "Loyalty"})
		for _, s := range stageSet("five").Stages {
			if s.Audience.NL == "" || s.Audience.EN == "" {
				t.Errorf("%s is not defined", s.Key)
			}
		}
	})
}
