package journey

import "klantreis/internal/workspace"

// Aim is what an opportunity or action is meant to raise.
var aims = []string{"relevance", "presence", "experience", "process", "loyalty"}

// Opportunity is a conclusion: where the main gain in a stage lies.
type Opportunity struct {
	ID           string   `json:"id" edit:"fixed"`
	StageID      string   `json:"stageId" ref:"!stage"`
	Type         string   `json:"type" enum:"relevance,presence,experience,process,loyalty"`
	Title        Text     `json:"title"`
	BasedOn      []string `json:"basedOn" ref:"card" nullable:"false"`
	Importance   *float64 `json:"importance,omitempty" doc:"0 to 10"`
	Satisfaction *float64 `json:"satisfaction,omitempty" doc:"0 to 10"`
	Status       string   `json:"status" enum:"idea,chosen,parked"`
	Primary      bool     `json:"primary,omitempty" doc:"The one of its stage"`
}

// Validate checks the opportunity's properties.
func (o *Opportunity) Validate() error {
	return firstError(
		workspace.ValidID("id", o.ID),
		oneOf("type", o.Type, aims...),
		o.Title.Title("title"),
		workspace.Distinct("basedOn", o.BasedOn),
		between("importance", o.Importance, 0, 10),
		between("satisfaction", o.Satisfaction, 0, 10),
		oneOf("status", o.Status, "idea", "chosen", "parked"),
	)
}

// Action is something to do in a stage, through a channel.
type Action struct {
	ID              string            `json:"id" edit:"fixed"`
	StageID         string            `json:"stageId" ref:"!stage"`
	ChannelID       string            `json:"channelId" ref:"channel" fallback:"ch-process" doc:"Without a choice: way of working (no channel)"`
	OpportunityID   string            `json:"opportunityId,omitempty" ref:"opportunity"`
	Title           Text              `json:"title"`
	Aim             string            `json:"aim" enum:"relevance,presence,experience,process,loyalty"`
	Rice            *Rice             `json:"rice,omitempty"`
	Ice             *Ice              `json:"ice,omitempty"`
	ImpactEffort    *ImpactEffort     `json:"impactEffort,omitempty"`
	Cost            *float64          `json:"cost,omitempty" doc:"In the workspace's currency"`
	OwnerID         string            `json:"ownerId,omitempty" ref:"member"`
	Due             string            `json:"due,omitempty" doc:"A day"`
	Status          string            `json:"status" enum:"open,doing,done,dropped"`
	Recurrence      string            `json:"recurrence,omitempty" enum:"none,weekly,monthly,quarterly,yearly"`
	MetricID        string            `json:"metricId,omitempty" ref:"metric"`
	PrincipleChecks []*PrincipleCheck `json:"principleChecks,omitempty"`
	BasedOn         []string          `json:"basedOn,omitempty" ref:"card" doc:"The cards it answers, such as a source where we are absent"`
}

// Rice is reach × impact × confidence ÷ effort: people per period, 0.25 to 3, 0 to 1, and person-time above 0.
type Rice struct {
	Reach      float64 `json:"reach"`
	Impact     float64 `json:"impact"`
	Confidence float64 `json:"confidence"`
	Effort     float64 `json:"effort"`
	EffortUnit string  `json:"effortUnit,omitempty"`
	Period     string  `json:"period,omitempty"`
}

// Ice is impact, confidence and ease, 1 to 10 each.
type Ice struct {
	Impact     float64 `json:"impact"`
	Confidence float64 `json:"confidence"`
	Ease       float64 `json:"ease"`
}

// ImpactEffort places an action in the impact–effort picture, 1 to 5 each.
type ImpactEffort struct {
	Impact float64 `json:"impact"`
	Effort float64 `json:"effort"`
}

// PrincipleCheck says whether an action fits a guiding principle.
type PrincipleCheck struct {
	PrincipleID string `json:"principleId" ref:"!guidingPrinciple"`
	Verdict     string `json:"verdict" enum:"fits,neutral,conflicts"`
}

const moneyMax = 1e15

// Validate checks the action's properties.
func (a *Action) Validate() error {
	return firstError(
		workspace.ValidID("id", a.ID),
		a.Title.Title("title"),
		oneOf("aim", a.Aim, aims...),
		workspace.Nested("rice", a.Rice, (*Rice).validate),
		workspace.Nested("ice", a.Ice, func(i *Ice) error {
			return firstError(between("impact", &i.Impact, 1, 10), between("confidence", &i.Confidence, 1, 10), between("ease", &i.Ease, 1, 10))
		}),
		workspace.Nested("impactEffort", a.ImpactEffort, func(i *ImpactEffort) error {
			return firstError(between("impact", &i.Impact, 1, 5), between("effort", &i.Effort, 1, 5))
		}),
		between("cost", a.Cost, 0, moneyMax),
		workspace.Date("due", a.Due),
		oneOf("status", a.Status, "open", "doing", "done", "dropped"),
		oneOfOrNone("recurrence", a.Recurrence, "none", "weekly", "monthly", "quarterly", "yearly"),
		workspace.Each("principleChecks", a.PrincipleChecks, func(p *PrincipleCheck) error {
			return oneOf("verdict", p.Verdict, "fits", "neutral", "conflicts")
		}),
		workspace.Distinct("basedOn", a.BasedOn),
	)
}

func (r *Rice) validate() error {
	if r.Effort <= 0 {
		return invalid("effort", "RICE needs an effort above 0")
	}
	return firstError(
		between("reach", &r.Reach, 0, audienceMax),
		between("impact", &r.Impact, 0, 10),
		between("confidence", &r.Confidence, 0, 1),
		between("effort", &r.Effort, 0, audienceMax),
		workspace.Line("effortUnit", r.EffortUnit),
		workspace.Line("period", r.Period),
	)
}

// Finding is something research or the map showed.
type Finding struct {
	ID          string   `json:"id" edit:"fixed"`
	StageID     string   `json:"stageId,omitempty" ref:"stage"`
	CardID      string   `json:"cardId,omitempty" ref:"card"`
	Statement   Text     `json:"statement"`
	Severity    int      `json:"severity" doc:"1 to 5"`
	EvidenceIDs []string `json:"evidenceIds" ref:"evidence" nullable:"false"`
}

// Validate checks the finding's properties.
func (f *Finding) Validate() error {
	return firstError(
		workspace.ValidID("id", f.ID),
		f.Statement.Title("statement"),
		workspace.Between("severity", &f.Severity, 1, 5),
		workspace.Distinct("evidenceIds", f.EvidenceIDs),
	)
}

// Recommendation follows from findings and leads to actions.
type Recommendation struct {
	ID         string   `json:"id" edit:"fixed"`
	Statement  Text     `json:"statement"`
	FindingIDs []string `json:"findingIds" ref:"finding" nullable:"false"`
	ActionIDs  []string `json:"actionIds" ref:"action" nullable:"false"`
	Priority   int      `json:"priority" doc:"1 to 3"`
}

// Validate checks the recommendation's properties.
func (r *Recommendation) Validate() error {
	return firstError(
		workspace.ValidID("id", r.ID),
		r.Statement.Title("statement"),
		workspace.Distinct("findingIds", r.FindingIDs),
		workspace.Distinct("actionIds", r.ActionIDs),
		workspace.Between("priority", &r.Priority, 1, 3),
	)
}

// Return is what the journey yields, for the customer or the organisation.
type Return struct {
	Kind        string   `json:"kind" edit:"once" enum:"material,immaterial"`
	Beneficiary string   `json:"beneficiary" edit:"once" enum:"customer,organisation"`
	Text        Text     `json:"text"`
	Amount      *float64 `json:"amount,omitempty" doc:"In the workspace's currency"`
	Period      string   `json:"period,omitempty"`
	Status      string   `json:"status" enum:"known,guess"`
	EvidenceIDs []string `json:"evidenceIds,omitempty" ref:"evidence"`
}

// Validate checks the return's properties.
func (r *Return) Validate() error {
	return firstError(
		oneOf("kind", r.Kind, "material", "immaterial"),
		oneOf("beneficiary", r.Beneficiary, "customer", "organisation"),
		r.Text.Title("text"),
		between("amount", r.Amount, -moneyMax, moneyMax),
		workspace.Line("period", r.Period),
		oneOf("status", r.Status, "known", "guess"),
		workspace.Distinct("evidenceIds", r.EvidenceIDs),
	)
}

// Metric is a measure of a stage with its target.
type Metric struct {
	ID       string         `json:"id" edit:"fixed"`
	StageID  string         `json:"stageId" ref:"!stage"`
	Name     Text           `json:"name"`
	Formula  string         `json:"formula,omitempty"`
	Unit     string         `json:"unit,omitempty" doc:"ratio, days, points, or free"`
	Better   string         `json:"better,omitempty" enum:"higher,lower"`
	Baseline *float64       `json:"baseline,omitempty"`
	Target   *float64       `json:"target,omitempty"`
	Series   []*MetricPoint `json:"series,omitempty"`
}

// MetricPoint is one measured value.
type MetricPoint struct {
	Date   string   `json:"date"`
	Value  float64  `json:"value"`
	N      *int     `json:"n,omitempty"`
	Source string   `json:"source,omitempty"`
	Counts *NPSCase `json:"counts,omitempty"`
}

// NPSCase counts the answers behind a recommendation score.
type NPSCase struct {
	Promoters  int `json:"promoters"`
	Passives   int `json:"passives"`
	Detractors int `json:"detractors"`
}

// Validate checks the metric's properties.
func (m *Metric) Validate() error {
	return firstError(
		workspace.ValidID("id", m.ID),
		m.Name.Title("name"),
		workspace.Line("formula", m.Formula),
		workspace.Line("unit", m.Unit),
		oneOfOrNone("better", m.Better, "higher", "lower"),
		workspace.Each("series", m.Series, func(p *MetricPoint) error {
			return firstError(workspace.Date("date", p.Date), workspace.Between("n", p.N, 0, audienceMax), workspace.Line("source", p.Source))
		}),
	)
}

// ChecklistAnswer is what the team answered to one of the checklists.
type ChecklistAnswer struct {
	ChecklistID string    `json:"checklistId" edit:"once"`
	Answers     []*string `json:"answers" nullable:"false"`
}

const checklistItemsMax = 50

// Validate checks the answers: yes, partly, no, or not answered.
func (c *ChecklistAnswer) Validate() error {
	if len(c.Answers) > checklistItemsMax {
		return invalid("answers", "at most %d answers fit here", checklistItemsMax)
	}
	return firstError(
		workspace.ValidID("checklistId", c.ChecklistID),
		workspace.Each("answers", c.Answers, func(a *string) error {
			if a == nil {
				return nil
			}
			return oneOf("", *a, "yes", "partly", "no")
		}),
	)
}
