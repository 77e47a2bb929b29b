package render

import (
	"testing"

	"klantreis/internal/workspace"
)

func TestEveryPortraitThatCanBeChosenIsDrawn(t *testing.T) {
	for _, key := range workspace.Portraits {
		if portraitsByKey[key] == nil && key != "initials" {
			t.Errorf("%s is not drawn", key)
		}
	}
	if got, want := portraitWidth(&workspace.Persona{Name: "Noor en Sam", Portrait: "curls"}, 20), 20.; got != want {
		t.Errorf("one chosen portrait is %g wide, want %g", got, want)
	}
}
