package render

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"testing"
)

// Drawing and page have the same colours.
func TestTokensAreThoseOfThePage(t *testing.T) {
	css, err := os.ReadFile("../../web/src/lib/theme/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	page := map[string]string{}
	for _, found := range regexp.MustCompile(`--([a-z0-9-]+):\s*(#[0-9a-f]{6}|rgb\([^)]*\))`).FindAllStringSubmatch(string(css), -1) {
		if _, dark := page[found[1]]; !dark { // light comes first
			page[found[1]] = found[2]
		}
	}
	for name, c := range drawingTokens() {
		if want := readColor(t, page[name]); want != css3(c) {
			t.Errorf("%s is %s in the drawing and %s on the page", name, css3(c), want)
		}
	}
}

func drawingTokens() map[string]Paint {
	all := map[string]Paint{
		"surface": surface, "surface-2": surface2, "surface-3": surface3, "line-faint": lineFaint, "line": lineColor,
		"line-strong": lineStrong, "edge": edge, "ink": ink, "ink-2": ink2, "ink-3": ink3, "accent": accent,
		"truth-bg": truthBg, "truth-ink": truthInk, "emo-lane-ink": emoLaneInk, "emo-line": emoLine, "emo-want": emoWant,
		"emo-short": emoShort, "emo-above": emoAbove, "bad": bad, "bad-soft": badSoft, "good": good,
		"rel": rel, "rel-soft": relSoft, "pre": pre, "gap": gapFill, "gap-line": gapLine,
	}
	for name, t := range map[string]tint{
		"doing": doingTint, "touch": touchTint, "deci": deciTint, "source": sourceTint, "expect": expectTint, "need": needTint,
		"barrier": barrierTint, "front": frontTint, "back": backTint, "oppo": oppoTint, "action": actionTint,
	} {
		all[name+"-bg"], all[name+"-ed"], all[name+"-ink"] = t.bg, t.ed, t.ink
	}
	for i, c := range who {
		all["who-"+strconv.Itoa(i+1)] = c
	}
	for i, key := range []string{"m2", "m1", "0", "p1", "p2"} {
		all["emo-"+key], all["emo-"+key+"-on"] = faceLooks[i].fill, faceLooks[i].on
	}
	return all
}

func css3(c Paint) string { return fmt.Sprintf("%s/%.2f", hex(c), float64(c.A)/255) }

func readColor(t *testing.T, s string) string {
	t.Helper()
	if len(s) == 7 {
		return s + "/1.00"
	}
	var r, g, b uint8
	var alpha float64
	if _, err := fmt.Sscanf(s, "rgb(%d %d %d / %g)", &r, &g, &b, &alpha); err != nil {
		t.Fatalf("colour %q: %v", s, err)
	}
	return fmt.Sprintf("%s/%.2f", hex(Paint{r, g, b, 255}), alpha)
}
