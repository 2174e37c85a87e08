package desk

import (
	"backchannel/engine"
	"backchannel/engine/record"
)

// Curve is a sourced series beside the game's own values.
type Curve struct {
	Title, Unit string
	PerDay      bool
	Yours       []CurvePoint // one at the end of each turn; of a series a day the turn's mean, in its middle
	Theirs      []CurvePoint
	Rebuilt     []CurvePoint // what the model makes of the record, turn by turn
	Spans       []CurveSpan  // for a table: turn by turn
	Source      string       // in words: who counted, and where it stands
}

// CurvePoint is a value on a day, in whole units.
type CurvePoint struct {
	Day   engine.Day `json:"day"`
	Value int64      `json:"value"`
}

// CurveSpan sets a turn's value beside history's, whose mean or last value in
// those days it is.
type CurveSpan struct {
	From, To      engine.Day
	Yours, Theirs int64
	Known         bool // history has a value in these days
}

// Curves are the sourced series of the record that fall into the play-through.
func (r *Reader) Curves() []Curve {
	var out []Curve
	var history *engine.World
	for k := range r.M.Record.Series {
		s := &r.M.Record.Series[k]
		if !r.M.Quantities[s.Quantity].SeenBy[r.side] && !r.G.Over {
			continue
		}
		c := Curve{Title: s.Title, Unit: s.Unit, PerDay: s.PerDay, Source: r.Source(s.Source)}
		for _, p := range s.Points {
			if p.On >= r.M.Cut.First && p.On <= r.M.Cut.Last {
				c.Theirs = append(c.Theirs, CurvePoint{p.On, p.Value / engine.Point})
			}
		}
		if len(c.Theirs) == 0 {
			continue
		}
		if history == nil {
			history = record.Force(r.M).World
		}
		r.yours(&c, int(s.Quantity))
		values(history, int(s.Quantity), c.PerDay, func(from, to engine.Day, value int64) {
			c.Rebuilt = append(c.Rebuilt, c.point(from, to, value))
		})
		out = append(out, c)
	}
	return out
}

// yours fills in the play-through's values, turn by turn.
func (r *Reader) yours(c *Curve, q int) {
	if !c.PerDay {
		c.Yours = []CurvePoint{{r.M.Cut.First, r.G.W.Opening().Q[q] / engine.Point}}
	}
	values(r.G.W, q, c.PerDay, func(from, to engine.Day, value int64) {
		span := CurveSpan{From: from, To: to, Yours: value}
		span.Theirs, span.Known = c.theirs(from, to)
		c.Yours = append(c.Yours, c.point(from, to, value))
		c.Spans = append(c.Spans, span)
	})
}

// point is a turn's value on its last day, or as a mean in its middle.
func (c *Curve) point(from, to engine.Day, value int64) CurvePoint {
	if c.PerDay {
		return CurvePoint{from + (to-from)/2, value}
	}
	return CurvePoint{to, value}
}

// Source is a source in words, its id if the scenario does not hold it.
func (r *Reader) Source(id string) string {
	for k := range r.M.Sources {
		if s := &r.M.Sources[k]; s.ID == id {
			return r.C.T("end.source", "Author", s.Author, "Title", s.Title, "Where", s.Where, "Date", s.Date)
		}
	}
	return id
}

// values gives what a quantity was at the end of each turn of a world, or what
// it gained a day, from the ledger.
func values(w *engine.World, q int, perDay bool, take func(from, to engine.Day, value int64)) {
	a := w.Audit
	value, at, from := w.Opening().Q[q], 0, w.M.Cut.First
	for _, t := range a.Hashes {
		before := value
		for ; at < len(a.Ledger) && a.Ledger[at].Day <= t.Day; at++ {
			if e := &a.Ledger[at]; !e.Rung && int(e.Index) == q {
				value += e.Amount
			}
		}
		if perDay {
			take(from, t.Day, (value-before)/engine.Point/int64(t.Day-from+1))
		} else {
			take(from, t.Day, value/engine.Point)
		}
		from = t.Day + 1
	}
}

// theirs is history's value within some days: the mean of a series a day, else
// the last.
func (c *Curve) theirs(from, to engine.Day) (int64, bool) {
	sum, n := int64(0), int64(0)
	for _, p := range c.Theirs {
		if p.Day < from || p.Day > to {
			continue
		}
		if n++; c.PerDay {
			sum += p.Value
		} else {
			sum, n = p.Value, 1
		}
	}
	if n == 0 {
		return 0, false
	}
	return sum / n, true
}
