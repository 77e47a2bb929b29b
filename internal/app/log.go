package app

import (
	"context"
	"io"

	"klantreis/internal/event"
	"klantreis/internal/store/ocelsqlite"
)

// DecodeLog is event.Decode with every form there is: OCEL's SQLite form needs a store.
func DecodeLog(ctx context.Context, log io.Reader, o event.Options, sink event.Sink) (*event.Report, error) {
	o.Database = ocelsqlite.Read
	return event.Decode(ctx, log, o, sink)
}
