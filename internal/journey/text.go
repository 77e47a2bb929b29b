package journey

import "klantreis/internal/workspace"

// Text is one text in both languages.
type Text = workspace.Text
