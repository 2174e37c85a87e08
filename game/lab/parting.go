package lab

import (
	"cmp"
	"slices"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// Parting is where same-luck worlds leave the play-through, the changed move
// itself apart.
type Parting struct {
	First  string  `json:"first"`  // the earliest day
	Median string  `json:"median"` // half of those that part have parted by then
	Never  float64 `json:"never"`  // share of the worlds in which nothing else comes out otherwise
	Ways   []Way   `json:"ways"`   // the commonest, at most three

	Reasons []LedgerReason `json:"reasons"` // what the ledger of a world that parts in the commonest way has otherwise by then

	first, median engine.Day
}

// Way is one thing that comes out otherwise.
type Way struct {
	On     string  `json:"on"`
	Share  float64 `json:"share"`
	Side   string  `json:"side,omitempty"`
	Was    string  `json:"was,omitempty"` // "" where nobody faced the choice
	Now    string  `json:"now,omitempty"`
	Event  string  `json:"event,omitempty"` // else: an event that strikes, or does not
	Parted `json:"-"`
}

// Parted is a way as the engine has it, for those who put it into words.
type Parted struct {
	Parting whatif.Parting
	Reasons [2]engine.Reason
}

// LedgerReason is a change that the alternative's world has and the play-through
// has not.
type LedgerReason struct {
	Quantity string  `json:"quantity"`
	Rule     string  `json:"rule"`
	Amount   float64 `json:"amount"` // points

	Reason whatif.Reason `json:"-"`
}

// partingOf reads the counts; an actor plays the world whose ledger is read.
func partingOf(a *abduct.Actor, q *whatif.Question, c *whatif.Counts) *Parting {
	m := q.Fork.Past.M
	type pair struct {
		at whatif.Parting
		of whatif.Parted
	}
	var list []pair
	parted := int64(0)
	for at, of := range c.Parting {
		if at.Day != 0 {
			list = append(list, pair{at, of})
			parted += of.Worlds
		}
	}
	worlds := float64(c.Same[0].Worlds)
	p := &Parting{Never: 1 - float64(parted)/worlds, Ways: []Way{}, Reasons: []LedgerReason{}}
	if len(list) == 0 {
		return p
	}
	// The first sample of each way is another: so the order is the same whatever
	// the map's.
	slices.SortFunc(list, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.at.Day, b.at.Day), cmp.Compare(a.of.Sample, b.of.Sample))
	})
	p.first, p.First = list[0].at.Day, list[0].at.Day.String()
	sum := int64(0)
	for _, x := range list {
		if sum += x.of.Worlds; 2*sum >= parted {
			p.median, p.Median = x.at.Day, x.at.Day.String()
			break
		}
	}
	slices.SortStableFunc(list, func(a, b pair) int { return cmp.Compare(b.of.Worlds, a.of.Worlds) })
	for _, x := range list[:min(3, len(list))] {
		p.Ways = append(p.Ways, way(m, x.at, x.of, worlds))
	}
	for _, r := range q.Turns(a, list[0].of.Sample, list[0].at.Day) {
		if len(p.Reasons) == 3 {
			break
		}
		if points(max(r.Amount, -r.Amount)*2) == 0 {
			continue // a quarter of a point at most
		}
		if slices.ContainsFunc(p.Reasons, func(o LedgerReason) bool { return o.Reason.Quantity == r.Quantity }) {
			continue // the larger one is told
		}
		p.Reasons = append(p.Reasons, LedgerReason{m.Quantities[r.Quantity].Name, engine.RuleNames[r.Cause.Rule], float64(r.Amount) / float64(engine.Point), r})
	}
	return p
}

func way(m *engine.Model, at whatif.Parting, of whatif.Parted, worlds float64) Way {
	w := Way{On: at.Day.String(), Share: float64(of.Worlds) / worlds, Parted: Parted{at, of.Reasons}}
	if at.Event >= 0 {
		w.Event = m.Events[at.Event].ID
		return w
	}
	w.Side = at.Side.String()
	w.Now = bare(m, at.Side, at.Now)
	if at.Faced {
		w.Was = bare(m, at.Side, at.Was)
	}
	return w
}

// bare is a choice in the grammar; an answer's number says nothing here.
func bare(m *engine.Model, side engine.Side, c engine.Choice) string {
	if c.Kind == engine.Answer || c.Kind == engine.Promise {
		return c.Kind.String() + " " + c.Answer.String()
	}
	return engine.FormatChoice(m, side, c)
}

// Point is how a meter stands on a day over the same-luck worlds, and how it
// stood in the play-through.
type Point struct {
	On     string `json:"on"`
	Was    int    `json:"was"`
	Low    int    `json:"p10"`
	Middle int    `json:"p50"`
	High   int    `json:"p90"`

	day engine.Day
}

// metersOf are the fans of the meters that move.
func metersOf(q *whatif.Question, c *whatif.Counts) map[string][]Point {
	m, p := q.Fork.Past.M, q.Fork.Past
	if c.Fans == nil {
		return nil
	}
	out := map[string][]Point{}
	for k, quantity := range c.Fans.Meters {
		var list []Point
		moves := false
		for d, day := range c.Fans.Days {
			pt := Point{day: day, On: day.String(), Was: stood(p, day, quantity), Low: c.Fans.Height(d, k, 100), Middle: c.Fans.Height(d, k, 500), High: c.Fans.Height(d, k, 900)}
			moves = moves || pt.Was != pt.Middle || pt.Low != pt.High
			list = append(list, pt)
		}
		if moves {
			out[m.Quantities[quantity].Name] = list
		}
	}
	return out
}

// stood is where a meter stood in the play-through when a turn began, or at the
// end.
func stood(p *abduct.Past, day engine.Day, quantity int16) int {
	v := p.Final.S.Q[quantity]
	if t := p.Turn(day); t != nil {
		v = t.Q[quantity]
	}
	return int(points(v))
}
