package event

// decodeCSV reads a table with one event in each row.
func decodeCSV(w *window, o *Options, sink Sink) (*Report, error) {
	t, err := newTable(w, o)
	if err != nil {
		return nil, err
	}
	e := newEmitter(CSV, o, sink)
	e.where = t.Line
	r, err := t.chooseRoles(o, e)
	if err != nil {
		return nil, err
	}
	c := &csvEvents{t: t, e: e, o: o, roles: r}
	for {
		more, err := t.Next()
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		if err := c.row(); err != nil {
			return nil, placed(err, w, t.row)
		}
	}
	encoding := "ASCII"
	switch {
	case t.western:
		encoding = "windows-1252"
	case t.notASCII:
		encoding = "UTF-8"
	}
	if o.Encoding == "" {
		t.guesses = append(t.guesses, Guess{"encoding", encoding})
	}
	e.report.Guesses = append(t.guesses, e.report.Guesses...)
	return e.finish()
}

// csvEvents makes events of rows.
type csvEvents struct {
	t     *Table
	e     *emitter
	o     *Options
	roles roles
	label []byte // name and transition
}

func (c *csvEvents) row() error {
	when, err := c.t.Text(c.roles.time)
	if err != nil {
		return err
	}
	if isNoTime(when) {
		c.e.drop(withoutTime)
		return nil
	}
	ev := Event{}
	var ok bool
	if ev.Time, ok = c.roles.format.Parse(when, c.o.Zone); !ok {
		return c.t.Fault(c.roles.time, "%s is no time written as %s; say how with --time-format", firstWords(when), c.roles.format)
	}
	id, err := c.t.Text(c.roles.customer)
	if err != nil {
		return err
	}
	if isNull(id) {
		c.e.drop(withoutCustomer)
		return nil
	}
	if ev.Customer, err = c.e.customer(id); err != nil {
		return placed(err, c.t.w, c.t.fields[c.roles.customer].start)
	}
	if ev.Name, err = c.name(); ev.Name == "" || err != nil {
		return err
	}
	if c.roles.channel >= 0 {
		channel, err := c.t.Text(c.roles.channel)
		if err != nil {
			return err
		}
		if !isNull(channel) {
			if ev.Channel, err = c.e.text(c.e.cut(channel, NameBytesMax)); err != nil {
				return err
			}
		}
	}
	if c.o.Properties {
		if err := c.properties(); err != nil {
			return err
		}
	}
	return c.e.add(ev)
}

// name gives the activity, with the transition where it is asked for; an event without one is dropped.
func (c *csvEvents) name() (string, error) {
	text, err := c.t.Text(c.roles.activity)
	if err != nil {
		return "", err
	}
	if isNull(text) {
		c.e.drop(withoutName)
		return "", nil
	}
	if c.roles.transition >= 0 {
		transition, err := c.t.Text(c.roles.transition)
		if err != nil {
			return "", err
		}
		if !isNull(transition) {
			c.label = append(append(append(c.label[:0], text...), '+'), transition...)
			text = c.label
		}
	}
	name, err := c.e.name(text)
	return name, placed(err, c.t.w, c.t.fields[c.roles.activity].start)
}

// properties notes what is in the other columns.
func (c *csvEvents) properties() error {
	for i, key := range c.t.columns {
		if i == c.roles.customer || i == c.roles.activity || i == c.roles.time || i == c.roles.channel {
			continue
		}
		value, err := c.t.Text(i)
		if err != nil {
			return err
		}
		if len(value) == 0 {
			continue
		}
		if c.t.commas[i] {
			value = []byte(withPoint(string(value)))
		}
		if err := c.e.property(key, value); err != nil {
			return placed(err, c.t.w, c.t.fields[i].start)
		}
	}
	return nil
}

// isNull tells of a value that stands for none.
func isNull(text []byte) bool {
	switch string(text) {
	case "", "NULL", "null", `\N`, "NaN", "nan":
		return true
	}
	return false
}
