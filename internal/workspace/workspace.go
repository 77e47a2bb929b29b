// Package workspace is the document that an organisation's journeys share: the organisation
// itself, its members, products, channels, customer groups, personas, guiding principles, proof
// points, processes, studies and evidence. Start at [Workspace] for the shape, and at [Document]
// for editing.
//
// It promises that no edit leaves the document in a state that [Workspace.Validate] refuses.
// The field names of the JSON are those of the data model; `ref` names the kind that an id points
// to ("!" when the thing cannot exist without it) and `edit:"fixed"` what no edit may set.
package workspace

import "klantreis/internal/fault"

// Locale is a language of the texts: "nl" or "en".
type Locale string

// Workspace holds everything journeys refer to. As the root of a document its lists are empty:
// each element is a node of its own.
type Workspace struct {
	ID                string              `json:"id" edit:"fixed"`
	Name              string              `json:"name"`
	Organisation      Organisation        `json:"organisation"`
	Locales           []Locale            `json:"locales" doc:"The first is the workspace's own language."`
	Currency          string              `json:"currency" doc:"ISO 4217, such as EUR"`
	TimeZone          string              `json:"timeZone,omitempty" doc:"An IANA name such as Europe/Amsterdam; missing means that of the reader"`
	Thresholds        *Thresholds         `json:"thresholds,omitempty"`
	Members           []*Member           `json:"members" edit:"fixed" node:"member"`
	Products          []*Product          `json:"products" edit:"fixed" node:"product"`
	Channels          []*Channel          `json:"channels" edit:"fixed" node:"channel"`
	CustomerGroups    []*CustomerGroup    `json:"customerGroups" edit:"fixed" node:"customerGroup"`
	Personas          []*Persona          `json:"personas" edit:"fixed" node:"persona"`
	GuidingPrinciples []*GuidingPrinciple `json:"guidingPrinciples" edit:"fixed" node:"guidingPrinciple"`
	ProofPoints       []*ProofPoint       `json:"proofPoints" edit:"fixed" node:"proofPoint"`
	Studies           []*Study            `json:"studies" edit:"fixed" node:"study"`
	Evidence          []*Evidence         `json:"evidence" edit:"fixed" node:"evidence"`
	Processes         []*Process          `json:"processes" edit:"fixed" node:"process"`
}

// Thresholds are where the workspace draws a line that methods leave open.
type Thresholds struct {
	StaleMonths *int `json:"staleMonths,omitempty" doc:"1 to 120: evidence older than this counts as old; missing means 24"`
	FewAnswers  *int `json:"fewAnswers,omitempty" doc:"1 to 1000: below this answers and paths are called few; missing means 30"`
}

func (t *Thresholds) validate() error {
	return FirstError(Between("staleMonths", t.StaleMonths, 1, 120), Between("fewAnswers", t.FewAnswers, 1, 1000))
}

// Organisation is who makes the journeys.
type Organisation struct {
	Name        string `json:"name"`
	Sector      Text   `json:"sector,omitzero"`
	Phase       string `json:"phase,omitempty" enum:"starting,established"`
	HasWebsite  bool   `json:"hasWebsite"`
	Description Text   `json:"description,omitzero"`
	Ambition    Text   `json:"ambition,omitzero"`
}

// Validate checks the workspace's own properties, not its lists.
func (w *Workspace) Validate() error {
	return FirstError(
		ValidID("id", w.ID),
		Line("name", w.Name),
		required("name", w.Name),
		fault.At(w.Organisation.validate(), "organisation"),
		EachOneOf("locales", w.Locales, "nl", "en"),
		requiredList("locales", w.Locales),
		currency("currency", w.Currency),
		timeZone("timeZone", w.TimeZone),
		Nested("thresholds", w.Thresholds, (*Thresholds).validate),
	)
}

func (o *Organisation) validate() error {
	return FirstError(
		Line("name", o.Name),
		o.Sector.Short("sector"),
		OneOfOrNone("phase", o.Phase, "starting", "established"),
		o.Description.Long("description"),
		o.Ambition.Long("ambition"),
	)
}

// Member is somebody of the team, with the perspective he or she looks from.
type Member struct {
	ID          string `json:"id" edit:"fixed"`
	Name        string `json:"name"`
	Perspective string `json:"perspective,omitempty" doc:"Free, or sales, service, marketing, customer, advice, back_office, external"`
	Role        string `json:"role" enum:"owner,editor,scorer,reader"`
}

// Validate checks the member's properties.
func (m *Member) Validate() error {
	return FirstError(
		ValidID("id", m.ID),
		required("name", m.Name),
		Line("name", m.Name),
		Line("perspective", m.Perspective),
		OneOf("role", m.Role, "owner", "editor", "scorer", "reader"),
	)
}

// Product is something the organisation sells or does.
type Product struct {
	ID   string `json:"id" edit:"fixed"`
	Name Text   `json:"name"`
}

// Validate checks the product's properties.
func (p *Product) Validate() error { return FirstError(ValidID("id", p.ID), p.Name.Title("name")) }

// Channel is a way by which customer and organisation meet.
type Channel struct {
	ID     string `json:"id" edit:"fixed"`
	Name   Text   `json:"name"`
	Kind   string `json:"kind" enum:"owned,paid,earned,partner"`
	Mode   string `json:"mode" enum:"online,offline"`
	Active *bool  `json:"active,omitempty" doc:"Missing means active."`
}

// ProcessChannelID is the fixed channel "Way of working (no channel)" that every workspace has.
const ProcessChannelID = "ch-process"

// Validate checks the channel's properties.
func (c *Channel) Validate() error {
	return FirstError(
		ValidID("id", c.ID),
		c.Name.Title("name"),
		OneOf("kind", c.Kind, "owned", "paid", "earned", "partner"),
		OneOf("mode", c.Mode, "online", "offline"),
	)
}

// GuidingPrinciple is a short statement that frames choices.
type GuidingPrinciple struct {
	ID          string `json:"id" edit:"fixed"`
	Order       int    `json:"order" edit:"fixed"`
	Statement   Text   `json:"statement"`
	Explanation Text   `json:"explanation,omitzero"`
}

// Validate checks the principle's properties.
func (g *GuidingPrinciple) Validate() error {
	return FirstError(ValidID("id", g.ID), g.Statement.Title("statement"), g.Explanation.Long("explanation"))
}

// ProofPoint is a claim of the organisation and what proves it.
type ProofPoint struct {
	ID          string   `json:"id" edit:"fixed"`
	Claim       Text     `json:"claim"`
	Proof       Text     `json:"proof,omitzero"`
	EvidenceIDs []string `json:"evidenceIds,omitempty" ref:"evidence"`
}

// Validate checks the proof point's properties.
func (p *ProofPoint) Validate() error {
	return FirstError(ValidID("id", p.ID), p.Claim.Title("claim"), p.Proof.Long("proof"), Distinct("evidenceIds", p.EvidenceIDs))
}

// Process is what the organisation does behind a contact moment.
type Process struct {
	ID           string         `json:"id" edit:"fixed"`
	Name         Text           `json:"name"`
	OwnerID      string         `json:"ownerId,omitempty" ref:"member"`
	Frontstage   Text           `json:"frontstage,omitzero"`
	Backstage    Text           `json:"backstage,omitzero"`
	Support      Text           `json:"support,omitzero"`
	LeadTimeDays *float64       `json:"leadTimeDays,omitempty"`
	Scan         []*ProcessScan `json:"scan,omitempty"`
}

// ProcessScan is one scorer's answers to the six questions of the process quick scan, 1 to 5 each.
type ProcessScan struct {
	ScorerID string `json:"scorerId" ref:"!member"`
	At       string `json:"at,omitempty"`
	Scores   []*int `json:"scores"`
}

const processScanQuestions = 6

// Validate checks the process's properties.
func (p *Process) Validate() error {
	zero, year := 0.0, 3660.0
	return FirstError(
		ValidID("id", p.ID),
		p.Name.Title("name"),
		p.Frontstage.Long("frontstage"),
		p.Backstage.Long("backstage"),
		p.Support.Long("support"),
		Between("leadTimeDays", p.LeadTimeDays, zero, year),
		Each("scan", p.Scan, func(s *ProcessScan) error {
			return FirstError(Date("at", s.At), Scale("scores", s.Scores, processScanQuestions))
		}),
	)
}
