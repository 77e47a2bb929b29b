package journey

import (
	"strconv"
	"testing"
)

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
	t.Run("[R26] See, Think, Do and Care with their questions, what leads on, and measures", func(t *testing.T) {
		f("stdc", Text{NL: "See – zien", EN: "See"}, Text{NL: "Think – overwegen", EN: "Think"}, Text{NL: "Do – kopen", EN: "Do"}, Text{NL: "Care – klant blijven", EN: "Care"})
		n := 0
		j, err := FromTemplate("stdc", Text{NL: "Reis"}, func() string { n++; return string(rune('a' + n)) })
		if err != nil {
			t.Fatal(err)
		}
		measured := map[string]int{}
		for _, m := range j.Metrics {
			if m.Name.NL == "" || m.Name.EN == "" || m.Better == "" || len(m.Series) > 0 {
				t.Errorf("measure %+v is not one to begin with", m)
			}
			measured[m.StageID]++
		}
		for _, s := range j.Stages {
			if s.GuidingQuestion.NL == "" || s.GuidingQuestion.EN == "" || measured[s.ID] == 0 {
				t.Errorf("%s has %d measures and asks %+v", s.Key, measured[s.ID], s.GuidingQuestion)
			}
		}
	})
	t.Run("[R21] every set can be begun with, without anything to take out first", func(t *testing.T) {
		for _, set := range AllTemplates().StageSets {
			n := 0
			j, err := FromTemplate(set.ID, Text{NL: "Reis"}, func() string { n++; return "n" + strconv.Itoa(n) })
			if err != nil {
				t.Fatal(err)
			}
			if len(j.Stages) == 0 || len(j.Lanes) == 0 || len(j.Cards)+len(j.Actions)+len(j.Opportunities)+len(j.Scores) > 0 {
				t.Errorf("%s begins with %d stages, %d lanes, %d cards", set.ID, len(j.Stages), len(j.Lanes), len(j.Cards))
			}
		}
	})
	t.Run("[R31] every stage of every set asks its guiding question, in Dutch and English", func(t *testing.T) {
		for _, set := range AllTemplates().StageSets {
			for _, s := range set.Stages {
				if set.ID != "empty" && (s.GuidingQuestion.NL == "" || s.GuidingQuestion.EN == "") {
					t.Errorf("%s of %s asks nothing", s.Key, set.ID)
				}
			}
		}
	})
}
