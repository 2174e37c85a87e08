package desk

import "backchannel/engine"

// Curve is a sourced series beside the game's own values.
type Curve struct {
	Title, Unit string
	PerDay      bool
	Yours       []CurvePoint // one at the end of each turn; of a series a day the turn's mean
	Theirs      []CurvePoint
	Spans       []CurveSpan // for a table: turn by turn
	Source      string
}

// CurvePoint is a value on a day, in whole units.
type CurvePoint struct {
	Day   engine.Day
	Value int64
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
	for k := range r.M.Record.Series {
		s := &r.M.Record.Series[k]
		if !r.M.Quantities[s.Quantity].SeenBy[r.side] && !r.G.Over {
			continue
		}
		c := Curve{Title: s.Title, Unit: s.Unit, PerDay: s.PerDay, Source: s.Source}
		for _, p := range s.Points {
			if p.On >= r.M.Cut.First && p.On <= r.M.Cut.Last {
				c.Theirs = append(c.Theirs, CurvePoint{p.On, p.Value / engine.Point})
			}
		}
		if len(c.Theirs) == 0 {
			continue
		}
		r.yours(&c, int(s.Quantity))
		out = append(out, c)
	}
	return out
}

// yours fills in the play-through's values, turn by turn, from the ledger.
func (r *Reader) yours(c *Curve, q int) {
	a := r.G.W.Audit
	value, at, from := r.G.W.Opening().Q[q], 0, r.M.Cut.First
	for _, t := range a.Hashes {
		before := value
		for ; at < len(a.Ledger) && a.Ledger[at].Day <= t.Day; at++ {
			if e := &a.Ledger[at]; !e.Rung && int(e.Index) == q {
				value += e.Amount
			}
		}
		span := CurveSpan{From: from, To: t.Day, Yours: value / engine.Point}
		if c.PerDay {
			span.Yours = (value - before) / engine.Point / int64(t.Day-from+1)
		}
		span.Theirs, span.Known = c.theirs(from, t.Day)
		c.Yours = append(c.Yours, CurvePoint{t.Day, span.Yours})
		c.Spans = append(c.Spans, span)
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
