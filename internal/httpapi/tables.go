package httpapi

import (
	"context"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"klantreis/internal/exchange"
	"klantreis/internal/fault"
	"klantreis/internal/strictjson"
)

// readingTable describes a route that takes the bytes of a table and keeps nothing.
func readingTable(path, id, summary string) huma.Operation {
	o := op(http.MethodPost, path, id, summary)
	o.MaxBodyBytes = exchange.TableBytesMax + 1 // what reaches this limit is refused
	o.BodyReadTimeout = uploadTimeout
	o.SkipValidateBody = true
	o.Errors = []int{http.StatusRequestEntityTooLarge}
	return o
}

type tableInput struct {
	RawBody []byte `contentType:"text/csv" doc:"A table with ; , or tabs between its cells, of at most 10 MB"`
}

type tableOutput struct{ Body TableBody }

// TableBody tells how a table was read, so that a person can say what its columns mean.
type TableBody struct {
	Encoding  string                  `json:"encoding" enum:"utf-8,utf-16le,utf-16be,windows-1252"`
	Separator string                  `json:"separator"`
	Header    bool                    `json:"header" doc:"The first row names the columns"`
	Rows      int                     `json:"rows" doc:"Without the header"`
	Columns   []*exchange.TableColumn `json:"columns" nullable:"false"`
}

func (s *server) readTable(_ context.Context, in *tableInput) (*tableOutput, error) {
	t, err := exchange.ReadTable(in.RawBody)
	if err != nil {
		return nil, err
	}
	return &tableOutput{TableBody{Encoding: t.Encoding, Separator: t.Separator, Header: t.Header, Rows: len(t.Rows), Columns: t.Describe()}}, nil
}

type measuresInput struct {
	Locale  string `query:"locale" enum:"nl,en" required:"true" doc:"How figures are written: 1.234,5 or 1,234.5"`
	Columns string `query:"columns" required:"true" doc:"A TableMapping as JSON: which columns hold what"`
	RawBody []byte `contentType:"text/csv" doc:"The table again"`
}

type measuresOutput struct{ Body *exchange.Figures }

// readMeasures gives the figures of a table. Nothing is kept: who wants them on a map sends them as edits.
func (s *server) readMeasures(_ context.Context, in *measuresInput) (*measuresOutput, error) {
	var m exchange.TableMapping
	if err := strictjson.Decode([]byte(in.Columns), &m); err != nil {
		return nil, fault.At(err, "columns")
	}
	t, err := exchange.ReadTable(in.RawBody)
	if err != nil {
		return nil, err
	}
	read, err := t.Measures(&m, in.Locale)
	if fault.CodeOf(err) == fault.Invalid {
		err = fault.At(err, "columns")
	}
	return &measuresOutput{read}, err
}

// describeMapping puts the shape of a mapping into the description: it travels as text in the address.
func describeMapping(r huma.Registry) {
	r.Schema(reflect.TypeFor[exchange.TableMapping](), true, "")
}

type actionsInput struct {
	ID   string `path:"id"`
	Lang string `query:"lang" enum:"nl,en" doc:"The workspace's first language when missing"`
}

type actionsOutput struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

// givingTable describes a route that answers with a table.
func givingTable(path, id, summary string) huma.Operation {
	o := op(http.MethodGet, path, id, summary)
	o.Responses = map[string]*huma.Response{"200": {
		Description: "The table, in UTF-8 with ; between its cells", Content: map[string]*huma.MediaType{"text/csv": {Schema: &huma.Schema{Type: "string"}}},
	}}
	return o
}

func (s *server) getActions(ctx context.Context, in *actionsInput) (*actionsOutput, error) {
	v, err := s.Hub.Journey(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	lang := in.Lang
	if lang == "" {
		lang = string(v.Workspace.Locales[0])
	}
	name := map[string]string{"nl": "acties", "en": "actions"}[lang]
	return &actionsOutput{"text/csv; charset=utf-8", `attachment; filename="` + name + `.csv"`, exchange.WriteActions(v.Journey, v.Workspace, lang)}, nil
}
