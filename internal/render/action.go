package render

import (
	"slices"
	"strings"

	"klantreis/internal/journey"
)

const (
	actionPadX   = 12
	actionPadY   = 6
	actionRowMin = 30
	avatarSize   = 20
)

var actionStyle = style{face: Regular, size: 12.5, lead: 12.5 * 1.3, color: ink}

// actions draws the lane of actions, per stage in the order of their effect.
func (m *mapper) actions(l *journey.Lane) {
	rank := map[string]int{}
	for i, id := range m.c.RiceRank {
		rank[id] = i - len(m.c.RiceRank)
	}
	byEffect := slices.Clone(m.j.Actions)
	slices.SortStableFunc(byEffect, func(a, b *journey.Action) int { return rank[a.ID] - rank[b.ID] })
	years := m.severalYears()
	m.row(m.headOf(l), func(y float64) float64 {
		height := 0.0
		for _, col := range m.columns {
			ay := y + actionPadY
			for _, a := range byEffect {
				if a.StageID != col.stage.ID {
					continue
				}
				if ay > y+actionPadY {
					m.horizontal(col.x+cellPad, col.x+col.w-cellPad-1, ay, lineFaint)
				}
				ay += m.action(a, col.x+actionPadX, ay, col.w-2*actionPadX-1, years)
			}
			if ay > y+actionPadY {
				height = max(height, ay+actionPadY-y)
			}
		}
		return height
	}, nil)
}

// severalYears tells whether actions are due in more than one year, so that dates need theirs.
func (m *mapper) severalYears() bool {
	first := ""
	for _, a := range m.j.Actions {
		year, _, _ := strings.Cut(a.Due, "-")
		if year == "" {
			continue
		}
		if first != "" && year != first {
			return true
		}
		first = year
	}
	return false
}

// action draws one action and gives its height: status, channel, title, date, owner. In a narrow
// stage channel and date stand under the title.
func (m *mapper) action(a *journey.Action, x, y, width float64, years bool) float64 {
	st := actionStyle
	struck := a.Status == "done" || a.Status == "dropped"
	if struck {
		st.color = ink3
	}
	due := ""
	if a.Due != "" {
		due = m.day(a.Due, years)
	}
	title := m.phrase(a.Title)
	stacked := width < 300
	left, right := 50.0, 27.0
	if stacked {
		left = 25
	} else if due != "" {
		right += m.fonts.width(hintStyle, due) + 7
	}
	text := m.set(title, st, width-left-right, 0)
	height := text.height() + 8
	if stacked {
		height += 18
	}
	height = max(height, actionRowMin)
	box := Box{x, y, width, height}
	m.group(a.ID, title.text, box, func() {
		mid := y + height/2
		top := mid - text.height()/2
		if stacked {
			top, mid = y+5, y+5+actionStyle.lead/2
		}
		m.status(a.Status, x+8, mid)
		m.put(text, x+left, top)
		if struck {
			m.strike(text, x+left, top)
		}
		if stacked {
			meta := top + text.height() + 2
			m.icon(channelIcon(a.ChannelID), x+left, meta, 14, ink3, lineWidth)
			m.textIn(due, hintStyle, x+left+20, meta, 14, Start)
		} else {
			m.icon(channelIcon(a.ChannelID), x+25, mid-8.5, 17, ink3, lineWidth)
			m.textIn(due, hintStyle, x+width-27, mid-7, 14, End)
		}
		m.avatar(a.OwnerID, x+width-avatarSize/2, mid)
	})
	return height
}

// status draws the state of an action around x, y: empty, half, ticked, or struck out.
func (m *mapper) status(status string, x, y float64) {
	const r = 8
	ring := &Shape{Path: circle(x, y, r-.75), Stroke: Stroke{Color: edge, Width: 1.5}}
	switch status {
	case "done":
		m.add(&Shape{Path: circle(x, y, r), Fill: good})
		m.icon(toolIcons["check"], x-5.5, y-5.5, 11, surface, 3)
		return
	case "doing":
		ring.Stroke.Color = accent
		m.add(&Shape{Path: readPath("M0-7a7 7 0 0 0 0 14Z").placed(1, x, y), Fill: accent})
	case "dropped":
		m.add(&Shape{Path: line(x-3.5, y, x+3.5, y), Stroke: Stroke{Color: ink3, Width: 1.5, Round: true}})
	}
	m.add(ring)
}

// strike draws a line through the text of what is done with.
func (m *mapper) strike(b block, x, y float64) {
	for i, l := range b.lines {
		ly := y + float64(i)*b.style.lead + m.fonts.baseline(b.style, b.style.lead) - b.style.size*.3
		m.add(&Shape{Path: line(x, ly, x+l.width, ly), Stroke: Stroke{Color: b.style.color, Width: 1}})
	}
}

// avatar draws a member as the initial in his or her colour, around x, y.
func (m *mapper) avatar(id string, x, y float64) {
	i, ok := m.members[id]
	if !ok {
		return
	}
	name := clean(m.w.Members[i].Name)
	if name == "" {
		return
	}
	initial := string([]rune(name)[:1])
	m.add(&Shape{Path: circle(x, y, avatarSize/2), Fill: who[i%len(who)]})
	st := style{face: SemiBold, size: 9, lead: avatarSize, color: surface}
	m.textIn(initial, st, x, y-avatarSize/2, avatarSize, Middle)
}
