package exchange

import (
	"bytes"
	"strconv"
	"strings"

	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// byteOrderMark tells spreadsheets that what follows is UTF-8.
const byteOrderMark = "\ufeff"

// actionHeader names the columns of a list of actions, and actionWords what stands in them.
var (
	actionHeader = map[string][]string{
		"nl": {"fase", "kanaal", "actie", "doel", "eigenaar", "einddatum", "status", "inspanning"},
		"en": {"stage", "channel", "action", "aim", "owner", "due", "status", "effort"},
	}
	actionWords = map[string]workspace.Text{
		"relevance": {NL: "relevantie", EN: "relevance"}, "presence": {NL: "aanwezigheid", EN: "presence"},
		"experience": {NL: "beleving", EN: "experience"}, "process": {NL: "proces", EN: "process"}, "loyalty": {NL: "loyaliteit", EN: "loyalty"},
		"open": {NL: "open", EN: "open"}, "doing": {NL: "bezig", EN: "doing"}, "done": {NL: "klaar", EN: "done"}, "dropped": {NL: "vervallen", EN: "dropped"},
	}
)

// WriteActions writes the actions of a journey as a table that spreadsheets open with a double click: UTF-8 with a byte
// order mark, ; between the cells, a header in the language asked for (nl or en), effort with the decimal sign of that
// language, in the order of the stages.
func WriteActions(j *journey.Journey, w *workspace.Workspace, lang string) []byte {
	var out bytes.Buffer
	out.WriteString(byteOrderMark)
	writeRow(&out, actionHeader[lang])
	channels, owners := map[string]string{}, map[string]string{}
	for _, c := range w.Channels {
		channels[c.ID] = c.Name.In(lang)
	}
	for _, m := range w.Members {
		owners[m.ID] = m.Name
	}
	for _, s := range j.Stages {
		for _, a := range j.Actions {
			if a.StageID != s.ID {
				continue
			}
			writeRow(&out, []string{
				s.Name.In(lang), channels[a.ChannelID], a.Title.In(lang), actionWords[a.Aim].In(lang), owners[a.OwnerID], a.Due,
				actionWords[a.Status].In(lang), effortOf(a, lang),
			})
		}
	}
	return out.Bytes()
}

// effortOf writes the effort that RICE takes; nothing when nobody filled it in.
func effortOf(a *journey.Action, lang string) string {
	if a.Rice == nil {
		return ""
	}
	effort := strconv.FormatFloat(a.Rice.Effort, 'f', -1, 64)
	if lang == "nl" {
		effort = strings.Replace(effort, ".", ",", 1)
	}
	return effort
}

// writeRow writes one row. Cells are quoted where they must be, and escaped.
func writeRow(out *bytes.Buffer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			out.WriteByte(';')
		}
		c = Escaped(c)
		if strings.ContainsAny(c, ";\"\r\n\t") || strings.TrimSpace(c) != c {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		out.WriteString(c)
	}
	out.WriteString("\r\n")
}

// Escaped puts an apostrophe before what a spreadsheet would take for a formula: a cell that begins with = + - @, or with a
// tab or line end before it. Source: OWASP, CSV Injection.
func Escaped(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
