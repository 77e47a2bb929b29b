package render

// The light tokens of web/src/lib/theme/tokens.css, by the same names. Paper is light. A test
// holds the two together.
var (
	surface    = rgb(0xffffff)
	surface2   = rgb(0xf9fafb)
	surface3   = rgb(0xeff1f4)
	lineFaint  = rgb(0xeef0f3)
	lineColor  = rgb(0xe1e4e9)
	lineStrong = rgb(0xc6ccd4)
	edge       = rgb(0x868e9b)
	ink        = rgb(0x171b23)
	ink2       = rgb(0x414957)
	ink3       = rgb(0x646d7c)
	accent     = rgb(0x2f5bd8)

	touchBg  = rgb(0xe9f1fd)
	touchEd  = rgb(0xc9dcf7)
	truthBg  = rgb(0x1d3b6b)
	truthInk = rgb(0xffffff)
	deciBg   = rgb(0xf1edfb)
	deciEd   = rgb(0xdcd2f4)
	deciInk  = rgb(0x5f48a5)

	expectInk  = rgb(0x80590a)
	emoLaneInk = rgb(0x4a5261)
	oppoInk    = rgb(0x59680f)

	emoLine  = rgb(0x2d3440)
	emoWant  = rgb(0x7b8494)
	emoShort = rgb(0xd66e2d).alpha(.16)
	emoAbove = rgb(0x0b6f6a).alpha(.13)
	bad      = rgb(0xa8400f)
	badSoft  = rgb(0xfcefe6)
	good     = rgb(0x0b6661)

	rel     = rgb(0x5e4aa6)
	relSoft = rgb(0xe7e2f6)
	pre     = rgb(0xb97a06)
	gapFill = rgb(0x5e4aa6).alpha(.13)
	gapLine = rgb(0x5e4aa6).alpha(.42)
)

// tint is the look of one kind of lane: fill, edge and ink of its cards.
type tint struct{ bg, ed, ink Paint }

var (
	doingTint   = tint{rgb(0xeef2f7), rgb(0xd5dee9), rgb(0x48607d)}
	touchTint   = tint{touchBg, touchEd, rgb(0x235aa8)}
	deciTint    = tint{deciBg, deciEd, deciInk}
	sourceTint  = tint{rgb(0xf3f1ec), rgb(0xe0dccf), rgb(0x655d48)}
	expectTint  = tint{rgb(0xfbf4e3), rgb(0xeedfb8), expectInk}
	needTint    = tint{rgb(0xe9f5ee), rgb(0xc8e4d3), rgb(0x24694a)}
	barrierTint = tint{rgb(0xfceeec), rgb(0xf3d2cd), rgb(0x9f3c32)}
	frontTint   = tint{rgb(0xe6f4f6), rgb(0xc3e2e7), rgb(0x17687a)}
	backTint    = tint{rgb(0xeef0f3), rgb(0xd9dde3), rgb(0x566072)}
	oppoTint    = tint{rgb(0xf3f6e0), rgb(0xdde5b4), oppoInk}
	actionTint  = tint{surface, rgb(0xdfe3e8), rgb(0x3c4452)}
	emotionTint = tint{surface, lineColor, emoLaneInk}
	gainTint    = tint{surface, lineColor, rel}
	metricTint  = tint{surface, lineColor, ink3}
)

// who are the colours of people, by their place in the workspace.
var who = []Paint{rgb(0xa8326f), rgb(0x1d7a52), rgb(0x3f5bc4), rgb(0x8a5a12)}

func rgb(hex uint32) Paint {
	return Paint{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xff}
}
