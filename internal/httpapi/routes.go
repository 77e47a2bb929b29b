package httpapi

import (
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"klantreis/internal/edit"
)

// transactionBytesMax bounds one transaction: the most ops there can be, each with room for its ids.
const transactionBytesMax = 512 << 10

// routes is every route of the API.
func (s *server) routes() {
	handle(s, op(http.MethodGet, "/session", "session", "Who is asking, and which workspaces there are"), s.getSession)
	handle(s, op(http.MethodGet, "/templates", "templates", "Stage sets, types of lanes, words for emotions, tactics"), s.getTemplates)
	handle(s, op(http.MethodGet, "/workspaces", "workspaces", "All workspaces with their journeys in short"), s.listWorkspaces)
	handle(s, creating("/workspaces", "create-workspace", "Make a workspace with its first member"), s.createWorkspace)
	handle(s, op(http.MethodGet, "/workspaces/{id}", "workspace", "One workspace with its journeys in short"), s.getWorkspace)
	handle(s, editing("/workspaces/{id}/transactions", "edit-workspace", "Edit a workspace; the answer comes when the edit is durable"), s.editWorkspace)
	handle(s, deleting("/workspaces/{id}", "delete-workspace", "Put a workspace into the bin; its journeys are hidden with it"), s.deleteWorkspace)
	handle(s, creating("/workspaces/{id}/journeys", "create-journey", "Begin a journey with the stages of a set"), s.createJourney)
	handle(s, storing(http.MethodPost, "/workspaces/{id}/example", "open-example", "The example journey where it is; a copy of it in this workspace where it is not"), s.openExample)
	handle(s, op(http.MethodGet, "/workspaces/{id}/bin", "workspace-bin", "The journeys of a workspace that are in its bin"), s.getWorkspaceBin)
	handle(s, op(http.MethodGet, "/workspaces/{id}/search", "search", "Find things in a workspace and its journeys by words and their synonyms"), s.search)
	handle(s, sendingPicture("/workspaces/{id}/files", "send-file", "Keep a picture with a workspace; the answer comes when it is durable"), s.sendFile)
	handle(s, givingPicture("/workspaces/{id}/files/{fileId}", "file", "A picture of a workspace"), s.getFile)
	handle(s, op(http.MethodGet, "/journeys/{id}", "journey", "One journey and what is worked out from it"), s.getJourney)
	handle(s, editing("/journeys/{id}/transactions", "edit-journey", "Edit a journey; the answer comes when the edit is durable"), s.editJourney)
	handle(s, deleting("/journeys/{id}", "delete-journey", "Put a journey into the bin of its workspace"), s.deleteJourney)
	handle(s, creating("/journeys/{id}/copies", "copy-journey", "Copy a journey within its workspace, with everything or its structure alone"), s.copyJourney)
	handle(s, op(http.MethodGet, "/journeys/{id}/stage-sets/{set}", "plan-stage-set", "The edits that give a journey the stages of another set, and what they do"), s.getStageSet)
	handle(s, givingTable("/journeys/{id}/actions.csv", "journey-actions", "The actions of a journey as a table for spreadsheets"), s.getActions)
	handle(s, drawing("/journeys/{id}/drawing.svg", "draw-journey", "The map of a journey as a picture"), s.getDrawing)
	handle(s, op(http.MethodGet, "/bin", "bin", "The workspaces in the bin"), s.getBin)
	handle(s, storing(http.MethodPost, "/bin/{id}/restore", "restore", "Take a journey or workspace out of the bin"), s.restore)
	handle(s, deleting("/bin/{id}", "purge", "Delete a journey or workspace that is in the bin for good, with its history"), s.purge)
	handle(s, readingTable("/tables", "read-table", "How a table can be read, and what its columns may hold; nothing is kept"), s.readTable)
	handle(s, readingTable("/tables/measures", "read-measures", "The figures of a table; nothing is kept"), s.readMeasures)
	s.correct()
}

func op(method, path, id, summary string) huma.Operation {
	return huma.Operation{Method: method, Path: "/api/v1" + path, OperationID: id, Summary: summary}
}

func creating(path, id, summary string) huma.Operation {
	o := op(http.MethodPost, path, id, summary)
	o.DefaultStatus = http.StatusCreated
	o.Errors = []int{http.StatusConflict, http.StatusRequestEntityTooLarge}
	return o
}

func deleting(path, id, summary string) huma.Operation {
	return storing(http.MethodDelete, path, id, summary)
}

// storing describes a route that changes something and makes nothing new that has to be named.
func storing(method, path, id, summary string) huma.Operation {
	o := op(method, path, id, summary)
	o.Errors = []int{http.StatusConflict, http.StatusServiceUnavailable}
	return o
}

// editing describes a route that takes a transaction.
func editing(path, id, summary string) huma.Operation {
	o := op(http.MethodPost, path, id, summary)
	o.MaxBodyBytes = transactionBytesMax
	o.Errors = []int{http.StatusConflict, http.StatusRequestEntityTooLarge, http.StatusTooManyRequests}
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
	describeMapping(schemas)
	for _, path := range s.api.OpenAPI().Paths {
		for _, o := range []*huma.Operation{path.Get, path.Post, path.Delete} {
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
