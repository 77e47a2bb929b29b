package workspace

// CustomerGroup is a group the organisation serves, with what goes back and forth.
type CustomerGroup struct {
	ID             string           `json:"id" edit:"fixed"`
	Name           Text             `json:"name"`
	Description    Text             `json:"description,omitzero"`
	Criteria       []Text           `json:"criteria,omitempty"`
	Size           *int             `json:"size,omitempty" doc:"People or organisations in the group"`
	SizeSource     Text             `json:"sizeSource,omitzero" doc:"Where the size comes from"`
	SizeStatus     string           `json:"sizeStatus,omitempty" enum:"known,guess"`
	InScope        *bool            `json:"inScope,omitempty"`
	ValueExchanges []*ValueExchange `json:"valueExchanges,omitempty"`
}

// ValueExchange is what a group gets and what is asked in return.
type ValueExchange struct {
	Offer   Text   `json:"offer"`
	Ask     Text   `json:"ask"`
	AskType string `json:"askType" enum:"money,contribution,attention,advocacy,data,other"`
}

const peopleMax = 10_000_000_000 // more than there are people

// Validate checks the group's properties.
func (g *CustomerGroup) Validate() error {
	return FirstError(
		ValidID("id", g.ID),
		g.Name.Title("name"),
		g.Description.Long("description"),
		Each("criteria", g.Criteria, func(t Text) error { return t.Title("") }),
		Between("size", g.Size, 0, peopleMax),
		g.SizeSource.Short("sizeSource"),
		OneOfOrNone("sizeStatus", g.SizeStatus, "known", "guess"),
		Each("valueExchanges", g.ValueExchanges, (*ValueExchange).validate),
	)
}

func (v *ValueExchange) validate() error {
	return FirstError(
		v.Offer.Title("offer"),
		v.Ask.Title("ask"),
		OneOf("askType", v.AskType, "money", "contribution", "attention", "advocacy", "data", "other"),
	)
}

// Persona is a recognisable described person of a customer group.
type Persona struct {
	ID              string       `json:"id" edit:"fixed"`
	CustomerGroupID string       `json:"customerGroupId,omitempty" ref:"customerGroup"`
	Name            string       `json:"name"`
	Portrait        string       `json:"portrait,omitempty" enum:"bob,grey,dark,short,bun,long,curls,scarf,initials" doc:"Which drawn portrait; missing means the one that belongs to the name."`
	AgeRange        string       `json:"ageRange,omitempty"`
	ExperienceLevel string       `json:"experienceLevel,omitempty" enum:"prospect,first_time,new,existing,lapsed"`
	Quote           Text         `json:"quote,omitzero"`
	Situation       Text         `json:"situation,omitzero"`
	Statements      []*Statement `json:"statements,omitempty"`
	ChannelIDs      []string     `json:"channelIds,omitempty" ref:"channel" doc:"Where the persona is met"`
	Picture         *Image       `json:"picture,omitempty" doc:"A picture in place of the drawn portrait"`
}

// Image is a picture that is kept with the workspace.
type Image struct {
	FileID string `json:"fileId" ref:"file"`
	Alt    Text   `json:"alt,omitzero" doc:"What it shows, for who cannot see it"`
}

// Validate checks what the image says of itself; whether the picture is there, [Files] knows.
func (i *Image) Validate() error {
	return FirstError(required("fileId", i.FileID), Line("fileId", i.FileID), i.Alt.Short("alt"))
}

// Statement is one thing said about a persona, known or guessed.
type Statement struct {
	Kind           string   `json:"kind" enum:"goal,need,worry,habit,other"`
	NeedKind       string   `json:"needKind,omitempty" enum:"functional,emotional,social"`
	Text           Text     `json:"text"`
	EvidenceStatus string   `json:"evidenceStatus" enum:"known,guess"`
	EvidenceIDs    []string `json:"evidenceIds,omitempty" ref:"evidence"`
}

// Validate checks the persona's properties.
func (p *Persona) Validate() error {
	return FirstError(
		ValidID("id", p.ID),
		required("name", p.Name),
		Line("name", p.Name),
		OneOfOrNone("portrait", p.Portrait, Portraits...),
		Line("ageRange", p.AgeRange),
		OneOfOrNone("experienceLevel", p.ExperienceLevel, ExperienceLevels...),
		p.Quote.Long("quote"),
		p.Situation.Long("situation"),
		Each("statements", p.Statements, (*Statement).validate),
		Distinct("channelIds", p.ChannelIDs),
		Nested("picture", p.Picture, (*Image).Validate),
	)
}

// Portraits are the drawn portraits a persona can have, and its initials instead of one.
var Portraits = []string{"bob", "grey", "dark", "short", "bun", "long", "curls", "scarf", "initials"}

// ExperienceLevels are how used a customer is to the organisation.
var ExperienceLevels = []string{"prospect", "first_time", "new", "existing", "lapsed"}

func (s *Statement) validate() error {
	return FirstError(
		OneOf("kind", s.Kind, "goal", "need", "worry", "habit", "other"),
		OneOfOrNone("needKind", s.NeedKind, "functional", "emotional", "social"),
		s.Text.Title("text"),
		OneOf("evidenceStatus", s.EvidenceStatus, "known", "guess"),
		Distinct("evidenceIds", s.EvidenceIDs),
	)
}
