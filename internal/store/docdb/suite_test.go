package docdb_test

import (
	"context"
	"testing"

	"klantreis/internal/store/docdb"
	"klantreis/internal/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) func(*testing.T) storetest.Store {
		dir := t.TempDir()
		return func(t *testing.T) storetest.Store {
			db, err := docdb.Open(context.Background(), dir, docdb.Options{})
			if err != nil {
				t.Fatal(err)
			}
			return db
		}
	})
}
