package journey

import (
	"slices"

	"klantreis/internal/workspace"
)

// CardType is what a card says; it decides which properties the card has.
type CardType string

// CardTypes are all types.
var CardTypes = []CardType{
	"trigger", "doing", "touchpoint", "decision", "source", "influencer", "competitor", "expectation", "question",
	"emotion", "need", "barrier", "ambassador", "frontstage", "backstage", "idea", "note", "image",
}

// Card is one note on the map. Properties below Tags belong to some types only.
type Card struct {
	ID             string   `json:"id" edit:"fixed"`
	StageID        string   `json:"stageId" edit:"fixed" ref:"!stage"`
	LaneID         string   `json:"laneId" edit:"fixed" ref:"!lane"`
	Order          int      `json:"order" edit:"fixed"`
	Type           CardType `json:"type" edit:"once"`
	Title          Text     `json:"title"`
	Body           Text     `json:"body,omitzero"`
	EvidenceStatus string   `json:"evidenceStatus" edit:"derived" enum:"known,guess"`
	EvidenceIDs    []string `json:"evidenceIds" ref:"evidence" nullable:"false"`
	AuthorID       string   `json:"authorId,omitempty" ref:"member"`
	Tags           []string `json:"tags,omitempty"`

	ExperienceLevel string `json:"experienceLevel,omitempty" enum:"prospect,first_time,new,existing,lapsed" doc:"Whom the card is about, when not everybody"`
	FileID          string `json:"fileId,omitempty" ref:"file" doc:"The picture on the card"`
	Alt             Text   `json:"alt,omitzero" doc:"What the picture shows, for who cannot see it"`
	// JourneyID is not checked: the other journey may be gone, and the card still holds.
	JourneyID string `json:"journeyId,omitempty" doc:"The journey that shows this in detail"`

	ChannelID  string   `json:"channelId,omitempty" ref:"channel" doc:"touchpoint, source, influencer"`
	Ownership  string   `json:"ownership,omitempty" enum:"brand,partner,customer,social" doc:"touchpoint"`
	Initiator  string   `json:"initiator,omitempty" enum:"customer,organisation,other" doc:"touchpoint"`
	Importance *float64 `json:"importance,omitempty" doc:"0 to 10; touchpoint, need"`
	Emotion    *Emotion `json:"emotion,omitempty" doc:"touchpoint, emotion"`
	Rating     *Rating  `json:"rating,omitempty" doc:"touchpoint"`
	Ambition   *float64 `json:"ambition,omitempty" doc:"1 to 10; touchpoint"`
	Surprise   string   `json:"surprise,omitempty" enum:"pleasant,none,unpleasant" doc:"touchpoint"`
	Flags      []string `json:"flags,omitempty" enum:"moment_of_truth,welcome,first_use,waiting,fail_point" doc:"touchpoint"`
	ProcessIDs []string `json:"processIds,omitempty" ref:"process" doc:"touchpoint, frontstage, backstage"`

	GuidesToStageID string `json:"guidesToStageId,omitempty" ref:"stage" doc:"touchpoint: the stage it helps the customer on to"`
	Interest        *int   `json:"interest,omitempty" doc:"0 to 100; touchpoint"`
	LoyaltyOutcome  string `json:"loyaltyOutcome,omitempty" enum:"continue,renew,cross_buy,recommend,leave" doc:"touchpoint, decision"`

	DesiredAnswer string      `json:"desiredAnswer,omitempty" enum:"yes,no" doc:"decision"`
	Yes           *Outcome    `json:"yes,omitempty" doc:"decision"`
	No            *Outcome    `json:"no,omitempty" doc:"decision"`
	Drivers       []Text      `json:"drivers,omitempty" doc:"decision"`
	BarrierIDs    []string    `json:"barrierIds,omitempty" ref:"card" doc:"decision"`
	Steering      []*Steering `json:"steering,omitempty" doc:"decision"`
	Measured      *Measured   `json:"measured,omitempty" doc:"decision"`

	NeedKind     string   `json:"needKind,omitempty" enum:"functional,emotional,social" doc:"need"`
	Satisfaction *float64 `json:"satisfaction,omitempty" doc:"0 to 10; need"`
	Underlying   Text     `json:"underlying,omitzero" doc:"need"`

	BarrierKind string `json:"barrierKind,omitempty" enum:"money,time,knowledge,trust,effort,access,other" doc:"barrier"`
	Severity    *int   `json:"severity,omitempty" doc:"1 to 5; barrier"`

	SourceType  string   `json:"sourceType,omitempty" doc:"source, influencer"`
	OurPresence string   `json:"ourPresence,omitempty" enum:"none,weak,good" doc:"source, influencer"`
	UsedByShare *float64 `json:"usedByShare,omitempty" doc:"0 to 1; source, influencer"`

	TriggerType string `json:"triggerType,omitempty" enum:"situation,event,marketing" doc:"trigger"`

	Better     Text        `json:"better,omitzero" doc:"competitor: what they do better"`
	Worse      Text        `json:"worse,omitzero" doc:"competitor: what they do worse"`
	Comparison []*Compared `json:"comparison,omitempty" doc:"competitor"`
}

// Compared sets a competitor beside us on one attribute, 1 to 10 each.
type Compared struct {
	Attribute Text     `json:"attribute"`
	Us        *float64 `json:"us,omitempty"`
	Them      *float64 `json:"them,omitempty"`
}

// Emotion is what the customer feels: a whole number from −2 to +2 and, if given, a word for it.
type Emotion struct {
	Valence *int   `json:"valence,omitempty"`
	Word    string `json:"word,omitempty" doc:"A key of the template's emotion words, or a word of one's own"`
}

// Rating is what was desired, expected, promised, delivered and realised, 1 to 10 each.
type Rating struct {
	Desired   *float64 `json:"desired,omitempty"`
	Expected  *float64 `json:"expected,omitempty"`
	Promised  *float64 `json:"promised,omitempty"`
	Delivered *float64 `json:"delivered,omitempty"`
	Realised  *float64 `json:"realised,omitempty"`
}

// Outcome is where an answer leads: exactly one of a stage, a card, or an exit (INV-05).
type Outcome struct {
	StageID string `json:"stageId,omitempty" ref:"stage"`
	CardID  string `json:"cardId,omitempty" ref:"card"`
	Exit    string `json:"exit,omitempty"`
}

// Steering is a means to influence a decision.
type Steering struct {
	Text     Text   `json:"text"`
	Type     string `json:"type" enum:"remove_barrier,strengthen_driver,inform,offer,reassure,qualify_out"`
	ActionID string `json:"actionId,omitempty" ref:"action"`
}

// Measured says that K of N customers said yes in a period.
type Measured struct {
	K      int    `json:"k"`
	N      int    `json:"n"`
	Period string `json:"period,omitempty"`
}

const tagsMax = 50

// Validate checks the card's properties, and that each belongs to its type.
func (c *Card) Validate() error {
	return firstError(
		workspace.ValidID("id", c.ID),
		notReserved(c.ID, wholeJourney),
		workspace.OneOf("type", c.Type, CardTypes...),
		c.Title.Title("title"),
		c.Body.Long("body"),
		workspace.Distinct("evidenceIds", c.EvidenceIDs),
		validTags(c.Tags),
		c.onlyOwn(),
		c.validMoment(),
		c.validDecision(),
		c.validRest(),
	)
}

func validTags(tags []string) error {
	if len(tags) > tagsMax {
		return invalid("tags", "at most %d tags fit here", tagsMax)
	}
	return workspace.Each("tags", tags, func(t string) error { return workspace.Line("", t) })
}

func (c *Card) validMoment() error {
	return firstError(
		oneOfOrNone("ownership", c.Ownership, "brand", "partner", "customer", "social"),
		oneOfOrNone("initiator", c.Initiator, "customer", "organisation", "other"),
		between("importance", c.Importance, 0, 10),
		workspace.Nested("emotion", c.Emotion, (*Emotion).validate),
		workspace.Nested("rating", c.Rating, (*Rating).validate),
		between("ambition", c.Ambition, 1, 10),
		oneOfOrNone("surprise", c.Surprise, "pleasant", "none", "unpleasant"),
		workspace.EachOneOf("flags", c.Flags, "moment_of_truth", "welcome", "first_use", "waiting", "fail_point"),
		workspace.Distinct("processIds", c.ProcessIDs),
		workspace.Between("interest", c.Interest, 0, 100),
		oneOfOrNone("loyaltyOutcome", c.LoyaltyOutcome, "continue", "renew", "cross_buy", "recommend", "leave"),
	)
}

func (e *Emotion) validate() error {
	return firstError(workspace.Between("valence", e.Valence, -2, 2), workspace.Line("word", e.Word))
}

func (r *Rating) validate() error {
	return firstError(
		between("desired", r.Desired, 1, 10), between("expected", r.Expected, 1, 10), between("promised", r.Promised, 1, 10),
		between("delivered", r.Delivered, 1, 10), between("realised", r.Realised, 1, 10),
	)
}

func (c *Card) validDecision() error {
	if c.Yes != nil && c.No != nil && *c.Yes == *c.No {
		return invalid("no", "yes and no lead to the same place; they must differ")
	}
	return firstError(
		oneOfOrNone("desiredAnswer", c.DesiredAnswer, "yes", "no"),
		workspace.Nested("yes", c.Yes, (*Outcome).validate),
		workspace.Nested("no", c.No, (*Outcome).validate),
		workspace.Each("drivers", c.Drivers, func(t Text) error { return t.Title("") }),
		workspace.Distinct("barrierIds", c.BarrierIDs),
		workspace.Each("steering", c.Steering, func(s *Steering) error {
			return firstError(s.Text.Title("text"), oneOf("type", s.Type,
				"remove_barrier", "strengthen_driver", "inform", "offer", "reassure", "qualify_out"))
		}),
		workspace.Nested("measured", c.Measured, (*Measured).validate),
	)
}

func (o *Outcome) validate() error {
	filled := 0
	for _, s := range []string{o.StageID, o.CardID, o.Exit} {
		if s != "" {
			filled++
		}
	}
	if filled != 1 {
		return invalid("", "an answer leads to exactly one stage, card or exit")
	}
	return workspace.Line("exit", o.Exit)
}

func (m *Measured) validate() error {
	switch {
	case m.N < 1:
		return invalid("n", "at least one customer must have been asked")
	case m.K < 0 || m.K > m.N:
		return invalid("k", "%d of %d cannot have said yes", m.K, m.N)
	}
	return workspace.Line("period", m.Period)
}

func (c *Card) validRest() error {
	return firstError(
		oneOfOrNone("needKind", c.NeedKind, "functional", "emotional", "social"),
		between("satisfaction", c.Satisfaction, 0, 10),
		c.Underlying.Long("underlying"),
		oneOfOrNone("barrierKind", c.BarrierKind, "money", "time", "knowledge", "trust", "effort", "access", "other"),
		workspace.Between("severity", c.Severity, 1, 5),
		workspace.Line("sourceType", c.SourceType),
		oneOfOrNone("ourPresence", c.OurPresence, "none", "weak", "good"),
		between("usedByShare", c.UsedByShare, 0, 1),
		oneOfOrNone("triggerType", c.TriggerType, "situation", "event", "marketing"),
		oneOfOrNone("experienceLevel", c.ExperienceLevel, workspace.ExperienceLevels...),
		workspace.Line("fileId", c.FileID),
		c.Alt.Short("alt"),
		workspace.Line("journeyId", c.JourneyID),
		c.Better.Long("better"),
		c.Worse.Long("worse"),
		workspace.Each("comparison", c.Comparison, (*Compared).validate),
	)
}

func (c *Compared) validate() error {
	return firstError(c.Attribute.Title("attribute"), between("us", c.Us, 1, 10), between("them", c.Them, 1, 10))
}

// Which types have which properties.
var (
	moments   = []CardType{"touchpoint"}
	decisions = []CardType{"decision"}
	needs     = []CardType{"need"}
	barriers  = []CardType{"barrier"}
	sources   = []CardType{"source", "influencer"}
	triggers  = []CardType{"trigger"}
	rivals    = []CardType{"competitor"}
	steps     = []CardType{"touchpoint", "decision"}
	channeled = []CardType{"touchpoint", "source", "influencer"}
	weighed   = []CardType{"touchpoint", "need"}
	felt      = []CardType{"touchpoint", "emotion"}
	processed = []CardType{"touchpoint", "frontstage", "backstage"}
)

// onlyOwn refuses a property that belongs to another type of card.
func (c *Card) onlyOwn() error {
	for _, p := range [...]struct {
		name   string
		filled bool
		types  []CardType
	}{
		{"channelId", c.ChannelID != "", channeled},
		{"ownership", c.Ownership != "", moments},
		{"initiator", c.Initiator != "", moments},
		{"importance", c.Importance != nil, weighed},
		{"emotion", c.Emotion != nil, felt},
		{"rating", c.Rating != nil, moments},
		{"ambition", c.Ambition != nil, moments},
		{"surprise", c.Surprise != "", moments},
		{"flags", len(c.Flags) > 0, moments},
		{"processIds", len(c.ProcessIDs) > 0, processed},
		{"desiredAnswer", c.DesiredAnswer != "", decisions},
		{"yes", c.Yes != nil, decisions},
		{"no", c.No != nil, decisions},
		{"drivers", len(c.Drivers) > 0, decisions},
		{"barrierIds", len(c.BarrierIDs) > 0, decisions},
		{"steering", len(c.Steering) > 0, decisions},
		{"measured", c.Measured != nil, decisions},
		{"needKind", c.NeedKind != "", needs},
		{"satisfaction", c.Satisfaction != nil, needs},
		{"underlying", !c.Underlying.IsZero(), needs},
		{"barrierKind", c.BarrierKind != "", barriers},
		{"severity", c.Severity != nil, barriers},
		{"sourceType", c.SourceType != "", sources},
		{"ourPresence", c.OurPresence != "", sources},
		{"usedByShare", c.UsedByShare != nil, sources},
		{"triggerType", c.TriggerType != "", triggers},
		{"guidesToStageId", c.GuidesToStageID != "", moments},
		{"interest", c.Interest != nil, moments},
		{"loyaltyOutcome", c.LoyaltyOutcome != "", steps},
		{"better", !c.Better.IsZero(), rivals},
		{"worse", !c.Worse.IsZero(), rivals},
		{"comparison", len(c.Comparison) > 0, rivals},
	} {
		if p.filled && !slices.Contains(p.types, c.Type) {
			return invalid(p.name, "a card of type %q has no %s", c.Type, p.name)
		}
	}
	return nil
}
