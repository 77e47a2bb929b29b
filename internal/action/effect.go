package action

// Effect is how a measure moved.
type Effect struct {
	Change   float64  // after − before, in the measure's own unit
	Relative *float64 // the change as a share of before; nil when before is 0
	Reached  *float64 // how much of the way from baseline to target is gone; 1 is there. nil without both, or when they are the same
	Better   bool     // the change went the wanted way
}

// EffectOf compares a measure before and after an action; it tells what happened, not that the action is the cause.
// Baseline and target may be nil; higher tells that more is better. nil when before or after is missing. Whether a
// change may be chance is told by package research. Method: own.
func EffectOf(before, after, baseline, target *float64, higher bool) *Effect {
	if before == nil || after == nil {
		return nil
	}
	e := &Effect{Change: *after - *before}
	e.Better = e.Change > 0 && higher || e.Change < 0 && !higher
	if *before != 0 {
		e.Relative = new(e.Change / max(*before, -*before))
	}
	if baseline != nil && target != nil && *baseline != *target {
		e.Reached = new((*after - *baseline) / (*target - *baseline))
	}
	return e
}
