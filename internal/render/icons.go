package render

import "strings"

// The drawn icons: a grid of 24, lines of 1.6 with round ends, no fill. They are those of the page
// (web/src/lib/icons), as single paths.

// channelIcons are by the key of the channel: that of ch-website is website.
var channelIcons = iconSet(map[string]string{
	"website":   "M5.5 5h13a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1 -2.5 2.5h-13a2.5 2.5 0 0 1 -2.5 -2.5v-9a2.5 2.5 0 0 1 2.5 -2.5ZM3 9.5h18M6 7.3h.01M8.5 7.3h.01",
	"search":    "M4.5 10.5a6 6 0 1 1 12 0a6 6 0 1 1 -12 0ZM15 15l5 5",
	"social":    "M4 12a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1 -5 0ZM14.5 6a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1 -5 0ZM14.5 18a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1 -5 0ZM8.7 10.8l6.1-3.5M8.7 13.2l6.1 3.5",
	"ads":       "M4 10v4l11 4.5v-13L4 10ZM15 9.5a2.6 2.6 0 0 1 0 5M7 15.2V18a1.8 1.8 0 0 0 3.5 0",
	"email":     "M5.5 5.5h13a2.5 2.5 0 0 1 2.5 2.5v8a2.5 2.5 0 0 1 -2.5 2.5h-13a2.5 2.5 0 0 1 -2.5 -2.5v-8a2.5 2.5 0 0 1 2.5 -2.5ZM4 7.5l8 6 8-6",
	"messaging": "M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5Z",
	"phone":     "M5 4.5h3.5l1.5 4-2 1.5a12 12 0 0 0 6 6l1.5-2 4 1.5V19a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.5 3.5 6.1A1.5 1.5 0 0 1 5 4.5Z",
	"store":     "M4.5 10.5V19a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-8.5M3 8.5 5 4h14l2 4.5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0ZM9.5 20v-5h5v5",
	"workshop":  "M15.2 10.3 5.7 19.8a1.8 1.8 0 0 1-2.5-2.5L12.7 7.8a5 5 0 0 1 6.5-3.5L16.2 7.3l2 2 3-3A5 5 0 0 1 15.2 10.3Z",
	"event":     "M6 21V4M6 5h11l-2 3.5 2 3.5H6",
	"print":     "M4 6.5 9.5 5v13L4 19.5ZM9.5 5l5 1.5v13l-5-1.5M14.5 6.5 20 5v13l-5.5 1.5",
	"review":    "m12 4 2.4 5 5.4.7-4 3.8 1 5.5-4.8-2.7L7.2 19l1-5.5-4-3.8 5.4-.7Z",
	"word":      "M5 9a3 3 0 1 1 6 0a3 3 0 1 1 -6 0ZM3 19c0-3.5 2-5.5 5-5.5s5 2 5 5.5M16 6.5c1.5 1.5 1.5 4 0 5.5M18.8 4.5c2.6 2.6 2.6 6.9 0 9.5",
	"process":   "M4.5 12A7.5 7.5 0 0 1 18 7.5M19.5 12A7.5 7.5 0 0 1 6 16.5M18.5 3.5v4h-4M5.5 20.5v-4h4",
	"office":    "M5 20V5.5A1.5 1.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5V20M15 10h3a1 1 0 0 1 1 1v9M3 20h18M8.5 8h3M8.5 11.5h3M8.5 15h3",
	"video":     "M5.5 6.5h7.5a2.5 2.5 0 0 1 2.5 2.5v6a2.5 2.5 0 0 1 -2.5 2.5h-7.5a2.5 2.5 0 0 1 -2.5 -2.5v-6a2.5 2.5 0 0 1 2.5 -2.5ZM15.5 11l5.5-3v8l-5.5-3",
	"portal":    "M5.5 5h13a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1 -2.5 2.5h-13a2.5 2.5 0 0 1 -2.5 -2.5v-9a2.5 2.5 0 0 1 2.5 -2.5ZM10 10.3a2 2 0 1 1 4 0a2 2 0 1 1 -4 0ZM8.2 16c.5-2 1.9-3 3.8-3s3.3 1 3.8 3",
	"partner":   "M5.2 8a2.8 2.8 0 1 1 5.6 0a2.8 2.8 0 1 1 -5.6 0ZM13.2 8a2.8 2.8 0 1 1 5.6 0a2.8 2.8 0 1 1 -5.6 0ZM3 18.5c0-3.5 2-5.5 5-5.5 1.6 0 3 .6 4 1.7 1-1.1 2.4-1.7 4-1.7 3 0 5 2 5 5.5",
})

// toolIcons are for kinds of lanes and for marks on cards.
var toolIcons = iconSet(map[string]string{
	"doing":    "M11.2 4.8a1.8 1.8 0 1 1 3.6 0a1.8 1.8 0 1 1 -3.6 0ZM9 21l2.5-6-2.5-2.5 1.5-5 3.5 1.5 1.5 2.5 3 1M10.5 7.5 7 9.5v3.5M13.5 14l2 2.5 1 4.5",
	"touch":    "M4 12a8 8 0 1 1 16 0a8 8 0 1 1 -16 0ZM8.5 12a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1 -7 0ZM12 2v3M12 19v3M2 12h3M19 12h3",
	"decision": "m12 3.5 8.5 8.5-8.5 8.5L3.5 12Z",
	"source":   "M12 7c-2-1.5-5-2-8-2v13c3 0 6 .5 8 2 2-1.5 5-2 8-2V5c-3 0-6 .5-8 2ZM12 7v13",
	"expect":   "M7.5 16A5 5 0 0 1 7 6.2 6 6 0 0 1 18 8a4.2 4.2 0 0 1-.5 8ZM7.5 19.5h.01M5 21.5h.01",
	"emotion":  "M3.5 12a8.5 8.5 0 1 1 17 0a8.5 8.5 0 1 1 -17 0ZM8.5 14.5c1.8 2.4 5.2 2.4 7 0M9 9.5h.01M15 9.5h.01",
	"need":     "M12 19.5S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 19.5 12 19.5Z",
	"barrier":  "M3.5 8h17v5h-17ZM6.5 13v7M17.5 13v7M6.5 8V5M17.5 8V5M9 8l-3 5M15 8l-3 5",
	"gain":     "M4 20V9.5M9.5 20V4.5M14.5 20v-6M20 20V7.5",
	"front":    "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM9.2 12a2.8 2.8 0 1 1 5.6 0a2.8 2.8 0 1 1 -5.6 0Z",
	"back":     "M4 4.5 20 19.5M9.8 6A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.5M6 8a15 15 0 0 0-3.5 4S6 18.5 12 18.5a9 9 0 0 0 4-.9",
	"support":  "m12 4 8.5 4.5L12 13 3.5 8.5ZM3.5 12.5 12 17l8.5-4.5M3.5 16.5 12 21l8.5-4.5",
	"oppo":     "M9 17.5c0-2-3-3.6-3-7.3a6 6 0 0 1 12 0c0 3.7-3 5.3-3 7.3ZM9.5 20.5h5",
	"action":   "M7.5 4h9a3.5 3.5 0 0 1 3.5 3.5v9a3.5 3.5 0 0 1 -3.5 3.5h-9a3.5 3.5 0 0 1 -3.5 -3.5v-9a3.5 3.5 0 0 1 3.5 -3.5ZM8 12.2l2.8 2.8L16 9.5",
	"metric":   "M4 17a8.5 8.5 0 1 1 16 0M12 15l4-5",
	"report":   "M6 3.5h8.5L19 8v11a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5ZM14 3.5V8.5h5M8 13h7M8 16.5h5",
	"star":     "M12 3.5 14 10l6.5 2-6.5 2-2 6.5-2-6.5-6.5-2 6.5-2Z",
	"down2":    "M12 5v14M6 13l6 6 6-6",
	"check":    "m5 12.5 4.5 4.5L19 7.5",
	"ev":       "M7 3.5h7.5L18 7v12.5H7ZM10 10h5M10 13.5h5",
})

// iconSet reads the paths once, when the program starts.
func iconSet(texts map[string]string) map[string]Path {
	set := make(map[string]Path, len(texts))
	for name, d := range texts {
		set[name] = readPath(d)
	}
	return set
}

// channelIcon is the icon of a channel; one that is unknown gets that of a way of working.
func channelIcon(id string) Path {
	key := strings.TrimPrefix(id[strings.LastIndexByte(id, '/')+1:], "ch-")
	if p, ok := channelIcons[key]; ok {
		return p
	}
	return channelIcons["process"]
}

// icon draws an icon in a square with its top left corner at x, y.
func (m *mapper) icon(p Path, x, y, size float64, c Paint, width float64) {
	s := size / 24
	m.add(&Shape{Path: p.placed(s, x, y), Stroke: Stroke{Color: c, Width: width * s, Round: true}})
}

// lineWidth is the usual width of the lines of an icon, on its grid of 24.
const lineWidth = 1.6
