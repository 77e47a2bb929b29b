package event

// decodeOCELJSON reads the JSON form of OCEL 2.0.
func decodeOCELJSON(w *window, o *Options, sink Sink) (*Report, error) {
	d := &ocelJSON{s: jsonScanner{w: w}, log: NewObjectLog(*o, sink)}
	d.log.e.where = func() int { line, _ := w.position(w.at); return line }
	err := d.s.object(func(key []byte) error {
		switch string(key) {
		case "objectTypes":
			return d.s.array(d.objectType)
		case "objects":
			return d.s.array(d.object)
		case "events":
			return d.s.array(d.event)
		}
		return d.s.skip()
	})
	if err == nil {
		var c byte
		if c, err = d.s.peek(); err == nil && c != 0 {
			err = w.fault(w.at, "the document goes on after its end")
		}
	}
	if err != nil {
		return nil, placed(err, w, w.at)
	}
	return d.log.Close()
}

type ocelJSON struct {
	s          jsonScanner
	log        *ObjectLog
	id, kind   []byte // of the object or event at hand
	key, value []byte // of an attribute
}

// hold reads a scalar and keeps it while the window moves on.
func (d *ocelJSON) hold(into *[]byte) error {
	value, err := d.s.scalar()
	*into = append((*into)[:0], value...)
	return err
}

func (d *ocelJSON) objectType() error {
	return d.s.object(func(key []byte) error {
		if string(key) != "name" {
			return d.s.skip()
		}
		name, err := d.s.scalar()
		d.log.Type(name)
		return err
	})
}

func (d *ocelJSON) object() error {
	d.id, d.kind = d.id[:0], d.kind[:0]
	err := d.s.object(func(key []byte) error {
		switch string(key) {
		case "id":
			return d.hold(&d.id)
		case "type":
			return d.hold(&d.kind)
		}
		return d.s.skip()
	})
	if err != nil {
		return err
	}
	return d.log.Object(d.id, d.kind)
}

func (d *ocelJSON) event() error {
	d.id, d.kind = d.id[:0], d.kind[:0]
	err := d.s.object(func(key []byte) error {
		switch string(key) {
		case "id":
			return d.hold(&d.id)
		case "type":
			return d.hold(&d.kind)
		case "time":
			when, err := d.s.scalar()
			if err != nil {
				return err
			}
			return placed(d.log.Time(when), d.s.w, d.s.began)
		case "relationships":
			return d.s.array(d.relation)
		case "attributes":
			return d.s.array(d.attribute)
		}
		return d.s.skip()
	})
	if err != nil {
		return err
	}
	return d.log.Event(d.id, d.kind)
}

func (d *ocelJSON) relation() error {
	return d.s.object(func(key []byte) error {
		if string(key) != "objectId" {
			return d.s.skip()
		}
		id, err := d.s.scalar()
		if err != nil {
			return err
		}
		return d.log.Relation(id)
	})
}

func (d *ocelJSON) attribute() error {
	d.key, d.value = d.key[:0], d.value[:0]
	err := d.s.object(func(key []byte) error {
		switch string(key) {
		case "name":
			return d.hold(&d.key)
		case "value":
			return d.hold(&d.value)
		}
		return d.s.skip()
	})
	if err != nil {
		return err
	}
	return d.log.Property(d.key, d.value)
}

// decodeOCELXML reads the XML form of OCEL 2.0.
func decodeOCELXML(w *window, o *Options, sink Sink) (*Report, error) {
	x, err := newXMLScanner(w)
	if err != nil {
		return nil, err
	}
	d := &ocelXML{x: x, log: NewObjectLog(*o, sink)}
	d.log.e.where = func() int { line, _ := w.position(x.place); return line }
	err = x.root("log")
	if err == nil {
		err = x.children(d.section)
	}
	if err == nil {
		err = x.finish()
	}
	if err != nil {
		return nil, placed(err, w, min(x.place, len(w.buf)))
	}
	return d.log.Close()
}

type ocelXML struct {
	x        *xmlScanner
	log      *ObjectLog
	id, kind []byte // of the object or event at hand
	key      []byte // of an attribute
}

func (d *ocelXML) section() error {
	switch string(d.x.name) {
	case "object-types":
		return d.x.children(func() error {
			if err := d.hold("name", &d.kind); err != nil {
				return err
			}
			d.log.Type(d.kind)
			return d.x.skip()
		})
	case "objects":
		return d.x.children(d.object)
	case "events":
		return d.x.children(d.event)
	}
	return d.x.skip()
}

// hold keeps an attribute's value while the window moves on.
func (d *ocelXML) hold(name string, into *[]byte) error {
	value, err := d.x.plain(d.x.attr(name))
	*into = append((*into)[:0], value...)
	return err
}

func (d *ocelXML) object() error {
	if err := d.hold("id", &d.id); err != nil {
		return err
	}
	if err := d.hold("type", &d.kind); err != nil {
		return err
	}
	if err := d.log.Object(d.id, d.kind); err != nil {
		return err
	}
	return d.x.skip()
}

func (d *ocelXML) event() error {
	if err := d.hold("id", &d.id); err != nil {
		return err
	}
	if err := d.hold("type", &d.kind); err != nil {
		return err
	}
	if err := d.log.Time(d.x.attr("time")); err != nil {
		return err
	}
	err := d.x.children(func() error {
		switch string(d.x.name) {
		case "objects":
			return d.x.children(d.relation)
		case "attributes":
			return d.x.children(d.attribute)
		}
		return d.x.skip()
	})
	if err != nil {
		return err
	}
	return d.log.Event(d.id, d.kind)
}

func (d *ocelXML) relation() error {
	id, err := d.x.plain(d.x.attr("object-id"))
	if err == nil {
		err = d.log.Relation(id)
	}
	if err != nil {
		return err
	}
	return d.x.skip()
}

// attribute reads a value that stands between the tags.
func (d *ocelXML) attribute() error {
	if err := d.hold("name", &d.key); err != nil {
		return err
	}
	d.x.keep = true
	kind, err := d.x.next()
	d.x.keep = false
	if err != nil {
		return err
	}
	if kind == tagStart {
		return d.x.w.fault(d.x.place, "the value of an attribute is text; here is an element")
	}
	value, err := d.x.plain(d.x.text)
	if err != nil {
		return err
	}
	return d.log.Property(d.key, value)
}
