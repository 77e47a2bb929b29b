package edit

import "klantreis/internal/fault"

// Diff is being built.
func Diff(d *Doc, target Entity) ([]Op, error) {
	return nil, fault.New(fault.Internal, "being built")
}
