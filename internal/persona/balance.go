package persona

import "klantreis/internal/journey"

// Load is what is planned in the three situations of a customer: a number of actions, days of effort, or money, 0 or
// more each.
type Load struct {
	Become, Be, Stay float64
}

// NoActionForStay is the warning of [Balance] that nothing is done for those who are customers already.
const NoActionForStay = "no_action_for_stay"

// Balance is how a load is divided over the situations, 0 to 1 each and 1 together; nil when nothing is planned.
type Balance struct {
	Become, Be, Stay *float64
	Warning          string // [NoActionForStay] or nothing
}

// Balance divides a load. Staying customers cost less than new ones, so having nothing for them is worth a warning,
// also when nothing is planned at all. Method: own.
func (l Load) Balance() Balance {
	whole := new(l.Become + l.Be + l.Stay)
	b := Balance{Become: journey.Ratio(&l.Become, whole), Be: journey.Ratio(&l.Be, whole), Stay: journey.Ratio(&l.Stay, whole)}
	if l.Stay <= 0 {
		b.Warning = NoActionForStay
	}
	return b
}

// Loads are the same open actions, measured in three ways.
type Loads struct {
	Actions Load // how many
	Effort  Load // Σ of their effort, where that is filled in
	Cost    Load // Σ of their cost, where that is filled in
}

// OpenLoads adds up the actions of journeys that are open or being done, by the situation of their stage. Actions in a
// stage without a situation are left out. Method: own.
func OpenLoads(journeys []*journey.Journey) Loads {
	var all Loads
	for _, j := range journeys {
		situation := make(map[string]string, len(j.Stages))
		for _, s := range j.Stages {
			situation[s.ID] = s.Situation
		}
		for _, a := range j.Actions {
			if a.Status != "open" && a.Status != "doing" {
				continue
			}
			in := situation[a.StageID]
			all.Actions.add(in, 1)
			if a.Rice != nil {
				all.Effort.add(in, a.Rice.Effort)
			}
			if a.Cost != nil {
				all.Cost.add(in, *a.Cost)
			}
		}
	}
	return all
}

func (l *Load) add(situation string, amount float64) {
	switch situation {
	case "become":
		l.Become += amount
	case "be":
		l.Be += amount
	case "stay":
		l.Stay += amount
	}
}
