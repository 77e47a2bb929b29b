package journey

import "slices"

// stageStep is one step of the ladder along which the stages of all sets lie: the finest division
// that any of them makes. Stages of two sets correspond when they share a step.
type stageStep struct {
	Situation string            `json:"situation"`
	Stages    map[string]string `json:"stages"` // set → key of its stage
	Home      []string          `json:"home"`   // sets whose stage belongs here most, of all the steps it covers
}

const stdc = "stdc"

// homeStep gives the step on which a stage of a set belongs most; false when the set has no such stage.
func homeStep(set, key string) (int, bool) {
	at := slices.IndexFunc(readTemplates().StageMapping, func(s *stageStep) bool {
		return key != "" && s.Stages[set] == key && slices.Contains(s.Home, set)
	})
	return at, at >= 0
}

// rung is where a stage of a journey stands on the ladder.
type rung struct {
	step     int
	template *StageTemplate // what it came from; nil when it is of the team's own making
}

// rungs places every stage of a journey. A stage with the key of a template stands where that
// stands. One of the team's own making stands with its nearest neighbour that has a template and
// the same situation, the earlier of two; without such neighbours, the own stages of a situation
// are spread evenly over its steps. Method: own.
func rungs(j *Journey) []rung {
	placed := make([]rung, len(j.Stages))
	for i, s := range j.Stages {
		placed[i] = rung{-1, nil}
		if set := setOf(j, s.Key); set != nil {
			step, _ := homeStep(set.ID, s.Key)
			placed[i] = rung{step, set.byKey(s.Key)}
		}
	}
	for i, s := range j.Stages {
		if placed[i].template == nil {
			placed[i].step = nearestStep(j.Stages, placed, i)
		}
		if placed[i].step < 0 {
			placed[i].step = spreadStep(j.Stages, placed, s)
		}
	}
	return placed
}

// setOf gives the set that a key is from: the journey's own first, since several sets share keys.
func setOf(j *Journey, key string) *StageSet {
	if set := stageSet(j.StageSet); set != nil && set.ladders(key) {
		return set
	}
	for _, set := range AllTemplates().StageSets {
		if set.ladders(key) {
			return set
		}
	}
	return nil
}

func (s *StageSet) ladders(key string) bool {
	_, ok := homeStep(s.ID, key)
	return ok
}

// nearestStep gives the step of the nearest stage with a template; −1 when there is none.
func nearestStep(stages []*Stage, placed []rung, of int) int {
	nearest, step := len(stages), -1
	for i, other := range stages {
		alike := stages[of].Situation == "" || stages[of].Situation == other.Situation
		if distance := max(i-of, of-i); placed[i].template != nil && alike && distance < nearest {
			nearest, step = distance, placed[i].step
		}
	}
	return step
}

// spreadStep spreads the own stages of one situation over its steps, and those without a situation
// over all.
func spreadStep(stages []*Stage, placed []rung, of *Stage) int {
	first, steps := stepsOf(of.Situation)
	rank, like := 0, 0
	for i, s := range stages {
		if placed[i].template != nil || s.Situation != of.Situation {
			continue
		}
		if s == of {
			rank = like
		}
		like++
	}
	return first + (2*rank+1)*steps/(2*like)
}

// stepsOf gives the first step of a situation, and how many it has.
func stepsOf(situation string) (first, count int) {
	ladder := readTemplates().StageMapping
	if situation == "" {
		return 0, len(ladder)
	}
	first = -1
	for i, s := range ladder {
		if s.Situation == situation {
			if first < 0 {
				first = i
			}
			count++
		}
	}
	return first, count
}

// intents gives every stage of a journey the stage of See-Think-Do-Care that it corresponds to.
func intents(j *Journey) map[string]string {
	of := make(map[string]string, len(j.Stages))
	for i, r := range rungs(j) {
		of[j.Stages[i].ID] = readTemplates().StageMapping[r.step].Stages[stdc]
	}
	return of
}
