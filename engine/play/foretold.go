package play

import (
	"cmp"
	"slices"

	"backchannel/engine"
)

// ThingKind is the sort of a thing that a person can foretell.
type ThingKind uint8

// The things that can be foretold.
const (
	ThingOffer    ThingKind = iota // that an offer of one's own is accepted
	ThingQuestion                  // that a question of one's own is answered frankly
	ThingEvent                     // that what brews strikes before its day
)

// Thing names what is foretold: a message by its serial number, or an event.
type Thing struct {
	Kind  ThingKind
	Index int32
}

// Matter is a thing that can be foretold at this desk.
type Matter struct {
	Thing
	Message engine.ItemView // of an offer or a question
	Planned bool            // it goes with this turn
	Until   engine.Day      // of an event: its last day
	Brew    int64           // of an event: the odds as announced, in thousandths
	Odds    int64           // what was said of it, per cent; −1: nothing
	Reason  string          // why, in the person's words; it may be empty
	Fixed   bool            // it was said in an earlier turn
}

// Foretold is what a person has said of one thing, and what came of it.
type Foretold struct {
	Thing
	Day    engine.Day // of the desk
	Until  engine.Day // of an event
	Odds   int64      // per cent
	Reason string     // why, in the person's words; it may be empty
	Theirs []Estimate // of those at the desk, of an offer or a question, then
	Brew   int64      // of an event: the odds as announced, in thousandths
	Done   bool
	Came   bool
}

// said is a forecast that can still be changed.
type said struct {
	Thing
	odds   int64
	reason string
	item   engine.Item // as planned: an item's serial number may yet change
}

// Matters are the things that can be foretold now: what waits, what brews,
// what is planned.
func (g *Game) Matters() []Matter {
	if g.Over {
		return nil
	}
	o := g.Observe()
	var waits, brews, plans []Matter
	for k := int8(0); k < o.NItems; k++ {
		it := o.Items[k]
		if !it.Mine {
			continue
		}
		m := Matter{Thing: Thing{ThingOffer, it.Serial}, Message: it, Planned: it.Serial > g.desk.w.S.Serial}
		if it.Kind == engine.Probe {
			m.Kind = ThingQuestion
		}
		if m.Planned {
			plans = append(plans, m)
		} else {
			waits = append(waits, m)
		}
	}
	for k := int8(0); k < o.NBrews; k++ {
		b := o.Brews[k]
		brews = append(brews, Matter{Thing: Thing{ThingEvent, int32(b.Event)}, Until: b.Until, Brew: b.Odds * 1000 >> 16})
	}
	for _, list := range [][]Matter{waits, plans} {
		slices.SortFunc(list, func(a, b Matter) int { return cmp.Compare(a.Index, b.Index) })
	}
	all := append(append(waits, brews...), plans...)
	for k := range all {
		all[k].Odds = -1
		g.recall(&all[k])
	}
	return all
}

// recall sets what was said of a matter, if anything was, and whether it stands.
func (g *Game) recall(m *Matter) {
	for k := range g.foretold {
		if f := &g.foretold[k]; f.Thing == m.Thing && (f.Kind != ThingEvent || f.Until == m.Until) {
			m.Odds, m.Reason, m.Fixed = f.Odds, f.Reason, true
			return
		}
	}
	for k := range g.says {
		if s := &g.says[k]; s.Thing == m.Thing {
			m.Odds, m.Reason = s.odds, s.reason
			return
		}
	}
}

// Foretell says how likely a thing is, in per cent; −1 takes back what was said
// in this turn, its reason with it. It says whether the thing can be foretold
// now; where not, nothing changes.
func (g *Game) Foretell(t Thing, percent int64) bool {
	if percent < -1 || percent > 100 {
		return false
	}
	all := g.Matters()
	k := slices.IndexFunc(all, func(m Matter) bool { return m.Thing == t })
	if k < 0 || all[k].Fixed {
		return false
	}
	at := slices.IndexFunc(g.says, func(s said) bool { return s.Thing == t })
	switch {
	case percent < 0 && at >= 0:
		g.says = slices.Delete(g.says, at, at+1)
	case percent < 0:
	case at >= 0:
		g.says[at].odds = percent
	default:
		s := said{Thing: t, odds: percent}
		if t.Kind != ThingEvent {
			s.item = g.itemOf(t.Index)
		}
		g.says = append(g.says, s)
	}
	return true
}

// itemOf is a message by its serial number.
func (g *Game) itemOf(serial int32) engine.Item {
	for _, it := range g.W.S.Items {
		if it.Status != engine.NoItem && it.Serial == serial {
			return it
		}
	}
	return engine.Item{}
}

// follow finds the planned messages again of which something was said, when
// the plan has changed; of what is no longer planned nothing is said.
func (g *Game) follow() {
	taken := map[int32]bool{}
	kept := g.says[:0]
	for _, s := range g.says {
		if g.find(&s, taken) {
			kept = append(kept, s)
		}
	}
	g.says = kept
}

// find sets the serial number of a planned message; it says whether the
// message is still planned.
func (g *Game) find(s *said, taken map[int32]bool) bool {
	if s.Kind == ThingEvent || s.Index <= g.desk.w.S.Serial {
		return true
	}
	for _, it := range g.W.S.Items {
		if it.Status != engine.NoItem && it.Serial > g.desk.w.S.Serial && !taken[it.Serial] && sameMessage(&it, &s.item) {
			taken[it.Serial], s.Index = true, it.Serial
			return true
		}
	}
	return false
}

func sameMessage(a, b *engine.Item) bool {
	return a.From == b.From && a.Kind == b.Kind && a.Channel == b.Channel && a.Issue == b.Issue && a.Package == b.Package && a.Counters == b.Counters
}

// foretell fixes what was said in this turn, and sets beside it what those at
// the desk expected before anything was planned. The world stands at the desk
// afterwards.
func (g *Game) foretell() {
	if len(g.says) == 0 {
		return
	}
	all := g.Matters()
	items := map[int32]engine.Item{}
	for _, s := range g.says {
		if s.Kind != ThingEvent {
			items[s.Index] = g.itemOf(s.Index)
		}
	}
	g.restore()
	g.Observe()
	for _, s := range g.says {
		f := Foretold{Thing: s.Thing, Day: g.W.S.Day, Odds: s.odds, Reason: s.reason}
		if s.Kind == ThingEvent {
			m := all[slices.IndexFunc(all, func(m Matter) bool { return m.Thing == s.Thing })]
			f.Until, f.Brew = m.Until, m.Brew
		} else {
			it := items[s.Index]
			f.Theirs = g.Estimates(engine.Choice{Kind: it.Kind, Move: -1, Issue: it.Issue, Channel: it.Channel, Package: it.Package})
		}
		g.foretold = append(g.foretold, f)
	}
	g.says = g.says[:0]
}

// decide closes what was foretold and has been decided: a message when it is
// answered or lapses, an event on its last day. What fell away is not decided.
func (g *Game) decide() {
	for k := range g.foretold {
		f := &g.foretold[k]
		for i := 0; i < len(g.W.Audit.News) && !f.Done; i++ {
			f.read(&g.W.Audit.News[i])
		}
		if f.Kind == ThingEvent && g.W.S.Day > f.Until {
			f.Done = true
		}
	}
}

// read lets news decide what was foretold, if they do.
func (f *Foretold) read(n *engine.News) {
	switch {
	case f.Kind == ThingEvent:
		if n.Kind == engine.NewsEvent && int32(n.Index) == f.Index && n.Day >= f.Day && n.Day <= f.Until {
			f.Done, f.Came = true, true
		}
	case n.Item.Serial != f.Index:
	case n.Kind == engine.NewsLapsed:
		f.Done = true
	case n.Kind == engine.NewsAnswer && n.Answer != engine.Silence:
		f.Done, f.Came = true, n.Answer == engine.Accept
	}
}

// Foretold is what the person has said in the turns that are committed, in
// that order.
func (g *Game) Foretold() []Foretold { return g.foretold }

// Score is how well some things were foretold.
type Score struct {
	N     int
	Brier int64 // mean, in millionths: 0 best, a coin's 250,000, 1,000,000 worst
}

// Beside is how another foretold some of the things, and the person the same.
type Beside struct {
	Adviser   int // −1: the odds announced of what brews
	His, Mine Score
}

// Band is what was foretold at some odds.
type Band struct {
	From, To int64 // per cent
	N        int
	Said     int64 // on average, per cent
	Came     int
}

// Calibration is how well the person foretold.
type Calibration struct {
	Mine   Score
	Open   int // never decided, or not yet
	Beside []Beside
	Bands  [5]Band
}

// Calibration scores what was decided.
func (g *Game) Calibration() Calibration {
	c := Calibration{}
	for k := range c.Bands {
		c.Bands[k].From, c.Bands[k].To = int64(20*k), int64(20*k+20)
	}
	for k := range g.foretold {
		f := &g.foretold[k]
		if !f.Done {
			c.Open++
			continue
		}
		miss := brier(10*f.Odds, f.Came)
		c.Mine.add(miss)
		if f.Kind == ThingEvent {
			c.beside(-1, brier(f.Brew, f.Came), miss)
		}
		for _, e := range f.Theirs {
			c.beside(e.Adviser, brier(e.Odds, f.Came), miss)
		}
		b := &c.Bands[min(f.Odds/20, 4)]
		b.N++
		b.Said += f.Odds
		if f.Came {
			b.Came++
		}
	}
	c.Mine.mean()
	for k := range c.Beside {
		c.Beside[k].His.mean()
		c.Beside[k].Mine.mean()
	}
	for k := range c.Bands {
		if b := &c.Bands[k]; b.N > 0 {
			b.Said = (2*b.Said + int64(b.N)) / int64(2*b.N)
		}
	}
	slices.SortFunc(c.Beside, func(a, b Beside) int { return cmp.Compare(uint(a.Adviser), uint(b.Adviser)) }) // −1 last
	return c
}

// brier is the squared miss of odds in thousandths, in millionths.
func brier(odds int64, came bool) int64 {
	if came {
		odds = 1000 - odds
	}
	return odds * odds
}

func (c *Calibration) beside(adviser int, his, mine int64) {
	k := slices.IndexFunc(c.Beside, func(b Beside) bool { return b.Adviser == adviser })
	if k < 0 {
		k = len(c.Beside)
		c.Beside = append(c.Beside, Beside{Adviser: adviser})
	}
	c.Beside[k].His.add(his)
	c.Beside[k].Mine.add(mine)
}

func (s *Score) add(miss int64) { s.N, s.Brier = s.N+1, s.Brier+miss }

// mean makes the sum a mean, rounded.
func (s *Score) mean() {
	if n := int64(s.N); n > 0 {
		s.Brier = (2*s.Brier + n) / (2 * n)
	}
}
