package journey_test

import (
	"errors"

	"klantreis/internal/fault"
)

// fieldOf gives the path that an error names.
func fieldOf(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Field
	}
	return ""
}
