package httpapi

import (
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"klantreis/internal/edit"
)

// transactionBytesMax bounds one transaction, as collaboration.md's frame does.
const transactionBytesMax = 256 << 10

// routes is every route of the API.
func (s *server) routes() {
	handle(s, op(http.MethodGet, "/session", "session", "Who is asking, and which workspaces there are"), s.getSession)
	handle(s, op(http.MethodGet, "/templates", "templates", "Stage sets, types of lanes, words for emotions"), s.getTemplates)
	handle(s, op(http.MethodGet, "/workspaces", "workspaces", "All workspaces with their journeys in short"), s.listWorkspaces)
	handle(s, op(http.MethodGet, "/workspaces/{id}", "workspace", "One workspace with its journeys in short"), s.getWorkspace)
	handle(s, editing("/workspaces/{id}/transactions", "edit-workspace", "Edit a workspace; the answer comes when the edit is durable"), s.editWorkspace)
	handle(s, creating("/workspaces/{id}/journeys", "create-journey", "Begin a journey with the stages of a set"), s.createJourney)
	handle(s, op(http.MethodGet, "/journeys/{id}", "journey", "One journey and what is worked out from it"), s.getJourney)
	handle(s, editing("/journeys/{id}/transactions", "edit-journey", "Edit a journey; the answer comes when the edit is durable"), s.editJourney)
	handle(s, drawing("/journeys/{id}/drawing.svg", "draw-journey", "The map of a journey as a picture"), s.getDrawing)
	s.correct()
}

func op(method, path, id, summary string) huma.Operation {
	return huma.Operation{Method: method, Path: "/api/v1" + path, OperationID: id, Summary: summary}
}

func creating(path, id, summary string) huma.Operation {
	o := op(http.MethodPost, path, id, summary)
	o.DefaultStatus = http.StatusCreated
	o.Errors = []int{http.StatusConflict, http.StatusServiceUnavailable}
	return o
}

// editing describes a route that takes a transaction.
func editing(path, id, summary string) huma.Operation {
	o := op(http.MethodPost, path, id, summary)
	o.MaxBodyBytes = transactionBytesMax
	o.Errors = []int{http.StatusForbidden, http.StatusConflict, http.StatusRequestEntityTooLarge, http.StatusTooManyRequests, http.StatusServiceUnavailable}
	o.SkipValidateBody = true
	return o
}

// drawing describes a route that answers with a picture.
func drawing(path, id, summary string) huma.Operation {
	o := op(http.MethodGet, path, id, summary)
	o.Responses = map[string]*huma.Response{"200": {
		Description: "The picture, with its fonts", Content: map[string]*huma.MediaType{"image/svg+xml": {Schema: &huma.Schema{Type: "string"}}},
	}}
	return o
}

// correct mends what huma describes otherwise than it is: the handlers of transactions read the
// bytes themselves, strictly, so that errors name line, column and path; and bad input is 400 here,
// never 422.
func (s *server) correct() {
	schemas := s.api.OpenAPI().Components.Schemas
	for _, path := range s.api.OpenAPI().Paths {
		for _, o := range []*huma.Operation{path.Get, path.Post} {
			if o == nil {
				continue
			}
			delete(o.Responses, strconv.Itoa(http.StatusUnprocessableEntity))
			if o.MaxBodyBytes == transactionBytesMax {
				o.RequestBody.Content["application/json"].Schema = schemas.Schema(reflect.TypeFor[edit.Transaction](), true, "")
			}
		}
	}
}
