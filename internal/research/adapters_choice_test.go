package research_test

import (
	"klantreis/internal/action"
	"klantreis/internal/exchange"
	"klantreis/internal/journey"
	"klantreis/internal/persona"
)

// choiceAdapters are the formulas over scope, actions and figures from elsewhere.
var choiceAdapters = map[string]adapter{
	"ice": on(func(in struct {
		Impact     float64 `json:"impact"`
		Confidence float64 `json:"confidence"`
		Ease       float64 `json:"ease"`
	}) any {
		ice := &journey.Ice{Impact: in.Impact, Confidence: in.Confidence, Ease: in.Ease}
		return object{"product": action.ICE(ice), "mean": action.ICEMean(ice)}
	}),
	"impact_effort": each(func(in [2]float64) any {
		return action.Quadrant(&journey.ImpactEffort{Impact: in[0], Effort: in[1]})
	}),
	"scope_check": each(func(in persona.ScopeInput) any { return persona.CheckScope(in) }),
	"effort_balance": on(func(in struct {
		Become float64 `json:"become"`
		Be     float64 `json:"be"`
		Stay   float64 `json:"stay"`
	}) any {
		b := persona.Load{Become: in.Become, Be: in.Be, Stay: in.Stay}.Balance()
		return object{"shares": object{"become": b.Become, "be": b.Be, "stay": b.Stay}, "warning": word(b.Warning)}
	}),
	"number_parse": each(func(in struct {
		Locale string `json:"locale"`
		Text   string `json:"text"`
	}) any {
		x, err := exchange.Number(in.Text, in.Locale)
		if err != nil {
			return err.Error()
		}
		return x
	}),
}
