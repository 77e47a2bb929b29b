package workspace

import "encoding/json"

// Study is one piece of research: interviews, a survey, a panel, desk research.
type Study struct {
	ID                    string          `json:"id" edit:"fixed"`
	Method                string          `json:"method"`
	Title                 Text            `json:"title"`
	Goal                  Text            `json:"goal,omitzero"`
	Questions             []Text          `json:"questions,omitempty"`
	Quotas                []*Quota        `json:"quotas,omitempty"`
	NPlanned              *int            `json:"nPlanned,omitempty"`
	NRealised             *int            `json:"nRealised,omitempty"`
	Population            *int            `json:"population,omitempty"`
	Period                []string        `json:"period,omitempty" doc:"First and last day"`
	Status                string          `json:"status" enum:"planned,running,done,stopped"`
	Consent               *Consent        `json:"consent,omitempty"`
	NewThemesPerInterview []int           `json:"newThemesPerInterview,omitempty"`
	Results               json.RawMessage `json:"results,omitempty" doc:"Counted answers; the shape depends on the method"`
}

// Quota is how many of a segment are planned and realised.
type Quota struct {
	Segment  Text `json:"segment"`
	Planned  int  `json:"planned"`
	Realised int  `json:"realised"`
}

// Consent is on what ground the data of participants is kept, and until when.
type Consent struct {
	Basis          string `json:"basis" enum:"consent,anonymous,aggregated,none_needed"`
	Anonymised     bool   `json:"anonymised"`
	RetentionUntil string `json:"retentionUntil,omitempty"`
}

// Validate checks the study's properties.
func (s *Study) Validate() error {
	return FirstError(
		ValidID("id", s.ID),
		required("method", s.Method),
		Line("method", s.Method),
		s.Title.Title("title"),
		s.Goal.Long("goal"),
		Each("questions", s.Questions, func(t Text) error { return t.Title("") }),
		Each("quotas", s.Quotas, (*Quota).validate),
		Between("nPlanned", s.NPlanned, 0, peopleMax),
		Between("nRealised", s.NRealised, 0, peopleMax),
		Between("population", s.Population, 0, peopleMax),
		period("period", s.Period),
		OneOf("status", s.Status, "planned", "running", "done", "stopped"),
		Nested("consent", s.Consent, (*Consent).validate),
		object("results", s.Results),
	)
}

func (q *Quota) validate() error {
	return FirstError(q.Segment.Title("segment"), Between("planned", &q.Planned, 0, peopleMax), Between("realised", &q.Realised, 0, peopleMax))
}

func (c *Consent) validate() error {
	return FirstError(
		OneOf("basis", c.Basis, "consent", "anonymous", "aggregated", "none_needed"),
		Date("retentionUntil", c.RetentionUntil),
	)
}

// Evidence is one thing that research showed. Its strength runs from 0 (no source) to 4 (measured behaviour).
type Evidence struct {
	ID        string `json:"id" edit:"fixed"`
	StudyID   string `json:"studyId,omitempty" ref:"study"`
	Date      string `json:"date,omitempty"`
	N         *int   `json:"n,omitempty" doc:"How many people or cases stand behind it"`
	Strength  int    `json:"strength" minimum:"0" maximum:"4"`
	Statement Text   `json:"statement"`
	Quote     Text   `json:"quote,omitzero"`
	URL       string `json:"url,omitempty"`
	FileID    string `json:"fileId,omitempty"`
}

const (
	strengthMax      = 4
	strengthKnownMin = 1 // INV-08: one piece of this strength makes a card known
	urlBytesMax      = 2000
)

// Validate checks the evidence's properties.
func (e *Evidence) Validate() error {
	return FirstError(
		ValidID("id", e.ID),
		Date("date", e.Date),
		Between("n", e.N, 0, peopleMax),
		Between("strength", &e.Strength, 0, strengthMax),
		e.Statement.Long("statement"),
		e.Statement.required("statement"),
		e.Quote.Long("quote"),
		Line("fileId", e.FileID),
		limitRunes("url", e.URL, urlBytesMax, false),
		webAddress("url", e.URL),
	)
}

// MakesKnown tells whether this piece of evidence alone makes what rests on it known (INV-08).
func (e *Evidence) MakesKnown() bool { return e.Strength >= strengthKnownMin }
