package lab

import (
	"cmp"
	"slices"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/play"
	"backchannel/engine/whatif"
	"backchannel/game/desk"
	"backchannel/game/lang"
)

// Visit is a walk through a play-through that is over: a game, or the record.
type Visit struct {
	Past   *abduct.Past
	C      *lang.Catalog
	Manner abduct.Manner // how the mover goes on with the same luck
	Seed   uint64        // of the first sample
	Stops  []Stop
	Tried  []Tried // what was asked, in order

	days    *desk.Reader // for dates
	history *abduct.Past // the record
	titles  map[string]string
}

// Stop is one turn of the play-through.
type Stop struct {
	Day   engine.Day
	Title string   // "Week of Monday 2 September 1963"
	Deeds []Deed   // what was decided, in order; each can be changed
	Came  []string // events that struck in it
	Told  []string // what the record tells of its days; of the record alone
	Acted bool     // something was done, or struck
}

// Deed is one decision of a side.
type Deed struct {
	Decision int // of the play-through
	Side     engine.Side
	Who      string
	Text     string // what was ordered
	Told     string // the record's sentence on it, "" if there is none
	Source   string
	Nothing  bool // nothing was done, or nothing more, or something was left unanswered
}

// Option is what could have been done in a decision.
type Option struct {
	Choice     engine.Choice
	Text       string
	Documented bool
	Considered string // by whom, and why it was rejected
	Odds       int    // how likely the side's policy was to do it, of 100; −1: it did not weigh it
}

// NewVisit opens the laboratory on a play-through.
func NewVisit(p *abduct.Past, c *lang.Catalog) *Visit {
	v := &Visit{Past: p, C: c, Seed: 1, Manner: abduct.SameManner, history: p, titles: map[string]string{}}
	if !p.Record {
		v.Manner, v.history = abduct.AsPlayed, abduct.Record(p.M)
	}
	for k := range p.M.Headline.Outcomes {
		v.titles[p.M.Headline.Outcomes[k].ID] = p.M.Headline.Outcomes[k].Title
	}
	p.Walk(func(k int, w *engine.World) {
		d := &p.Decisions[k]
		r := v.reader(w, d.Need.Side)
		if v.days == nil {
			v.days = r
		}
		if n := len(v.Stops); n == 0 || v.Stops[n-1].Day != d.Day {
			v.Stops = append(v.Stops, v.stop(d))
		}
		s := &v.Stops[len(v.Stops)-1]
		s.Deeds = append(s.Deeds, v.deed(k, r))
		s.Acted = s.Acted || d.Acts()
	})
	return v
}

// reader reads a world in which a side is to decide.
func (v *Visit) reader(w *engine.World, side engine.Side) *desk.Reader {
	own := *w
	own.Next()
	return desk.New(play.At(&own, side), v.Past.M, v.C)
}

// Reader reads dates and words of the play-through's era.
func (v *Visit) Reader() *desk.Reader { return v.days }

// Short is a stop's first day without its year.
func (v *Visit) Short(s *Stop) string { return v.days.Short(s.Day) }

func (v *Visit) stop(d *abduct.Decision) Stop {
	s := Stop{Day: d.Day, Title: v.days.Span(d.Day, d.Next)}
	for _, e := range v.Past.Final.Audit.Struck {
		if e.Day >= d.Day && e.Day < d.Next {
			s.Came = append(s.Came, v.C.T("lab.struck", "Date", v.days.Short(e.Day), "Text", v.Past.M.Events[e.Event].Title))
			s.Acted = true
		}
	}
	if v.Past.Record {
		s.Told = v.days.RecordOf(d.Day, d.Next-1)
	}
	return s
}

func (v *Visit) deed(k int, r *desk.Reader) Deed {
	d := &v.Past.Decisions[k]
	c := whole(d, d.Choice)
	out := Deed{Decision: k, Side: d.Need.Side, Who: v.Past.M.Sides[d.Need.Side].Name, Text: r.ChoiceText(c)}
	out.Nothing = !d.Acts()
	if c.Kind == engine.Hold && d.Need.Ordinal > 0 {
		out.Text = v.C.T("lab.no_more")
	}
	if !v.Past.Record || d.Silent {
		return out
	}
	for k := range v.Past.M.Record.Moves {
		m := &v.Past.M.Record.Moves[k]
		if m.On >= d.Day && m.On < d.Next && m.Side == d.Need.Side && m.Choice.Kind == d.Choice.Kind && m.Choice.Move == d.Choice.Move && m.Choice.Issue == d.Choice.Issue &&
			m.Choice.Answer == d.Choice.Answer {
			out.Told, out.Source = m.Text, v.days.Source(m.Source)
			break
		}
	}
	return out
}

// whole is a choice with what it answers.
func whole(d *abduct.Decision, c engine.Choice) engine.Choice {
	if d.Need.Stage != engine.StageMove {
		c.Item = d.Need.Item
	}
	return c
}

// Options is what could have been done in a decision instead: nothing first, then
// what the sources tell of, then what else the side's policy weighed, the likeliest
// first. What the side did in the same turn anyway is no alternative. The second
// result is how likely the policy was to do what was done, of 100; −1: it did not
// weigh it.
func (v *Visit) Options(decision int) ([]Option, int) {
	s := slot{fork: v.Past.Fork(decision)}
	s.options()
	d := s.fork.Decision()
	r := v.reader(&s.fork.World, d.Need.Side)
	total := uint64(0)
	for _, w := range s.weights {
		total += uint64(w)
	}
	done := -1
	var out []Option
	for k, c := range s.moves {
		o := Option{Choice: c, Text: r.ChoiceText(whole(d, c)), Odds: -1}
		o.Documented, o.Considered = documented(v.Past.M, c)
		if s.weights[k] > 0 {
			o.Odds = int((100*uint64(s.weights[k]) + total/2) / total)
		}
		m := v.Past.M
		thread := m.ThreadContent(&c) == m.ThreadContent(&d.Choice)
		if thread && done < 0 {
			done = o.Odds
		}
		if m.Content(&c) == m.Content(&d.Choice) || !thread && v.doneAnyway(d, &c) || s.fork.Legal(c) != engine.Legal {
			continue
		}
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, b Option) int {
		return cmp.Or(cmp.Compare(a.place(), b.place()), cmp.Compare(b.Odds, a.Odds))
	})
	return out, done
}

// doneAnyway says whether the side of a decision did a thing in the same turn,
// earlier or later.
func (v *Visit) doneAnyway(d *abduct.Decision, c *engine.Choice) bool {
	if d.Need.Stage != engine.StageMove || c.Kind == engine.Hold {
		return false
	}
	m := v.Past.M
	for k := range v.Past.Decisions {
		e := &v.Past.Decisions[k]
		if e.Day == d.Day && e.Need.Side == d.Need.Side && e.Need.Stage == engine.StageMove && m.ThreadContent(&e.Choice) == m.ThreadContent(c) {
			return true
		}
	}
	return false
}

// place is where an option stands in the list.
func (o Option) place() int {
	switch {
	case o.Choice.Kind == engine.Hold:
		return 0
	case o.Documented:
		return 1
	}
	return 2
}

// Desk is a decision's desk as it stood, to be read.
func (v *Visit) Desk(decision int) *desk.Reader {
	f := v.Past.Fork(decision)
	return v.reader(&f.World, f.Decision().Need.Side)
}

// Compose begins an offer of one's own in a decision, or a counter-offer to what
// waited there for an answer; nil where neither could be made.
func (v *Visit) Compose(decision int, r *desk.Reader) *desk.Composer {
	n := v.Past.Decisions[decision].Need
	switch n.Stage {
	case engine.StageMove:
		return r.Compose()
	case engine.StageAnswer:
		for _, it := range r.G.Observe().Items {
			if it.Serial == n.Item && it.Kind == engine.Offer {
				return r.Counter(it)
			}
		}
	}
	return nil
}

// Outcome is the title of the headline's outcome that happened.
func (v *Visit) Outcome() string {
	ids, headline := whatif.Outcomes(v.Past.M)
	came := whatif.CameOf(v.Past.Final)
	for k, id := range ids[:headline] {
		if came.Has(k) {
			return v.titles[id]
		}
	}
	return ""
}

// Ending is a way in which a play-through can end.
type Ending struct {
	Title, Text string
}

// Endings are all ways in which it can end, with what a later historian says of
// them, as far as it is written.
func (v *Visit) Endings() []Ending {
	m := v.Past.M
	var out []Ending
	for k := range m.Headline.Outcomes {
		e := Ending{Title: m.Headline.Outcomes[k].Title}
		for i := range m.Endings {
			if int(m.Endings[i].Outcome) == k {
				e.Text = m.Endings[i].Text
				break
			}
		}
		out = append(out, e)
	}
	return out
}

// Stop is the stop of a decision.
func (v *Visit) Stop(decision int) *Stop {
	day := v.Past.Decisions[decision].Day
	for k := range v.Stops {
		if v.Stops[k].Day == day {
			return &v.Stops[k]
		}
	}
	return nil
}

// Deed is a decision in words.
func (v *Visit) Deed(decision int) *Deed {
	s := v.Stop(decision)
	for k := range s.Deeds {
		if s.Deeds[k].Decision == decision {
			return &s.Deeds[k]
		}
	}
	return nil
}
