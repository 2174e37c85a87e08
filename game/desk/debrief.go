package desk

import (
	"slices"

	"backchannel/engine"
	"backchannel/engine/replay"
)

// Debrief is what one reads when the game is over.
type Debrief struct {
	Outcome, History string // the headline's, and in history
	Question, Title  string // the two halves of Outcome
	Ending           string
	Score            string
	Goals            []GoalView
	Price            string // what it cost, from the ledger; "" if nothing of weight
	Open             string // what is signed and not yet done; "" if nothing
	Turning          []Turning
	Checkpoints      []Checkpoint
	Advisers         []string
	Own              Calibration // how well one foretold oneself
	Other            string      // who the other side really was
	Reading          string      // who we think the real one was
	Unseen           []string    // what one did not see
	Stoppers         []string    // what would have stopped what struck
}

// Turning is one cause with what it changed.
type Turning struct {
	Day     engine.Day
	Date    string
	Cause   string
	Changes []string

	weight    engine.Milli
	bargained engine.Milli
	sums      []engine.Entry // a quantity or issue once
}

// Checkpoint is a sourced value beside one's own.
type Checkpoint struct {
	What, Date    string
	Yours, Theirs int64
	Said          string // one's own value in words: a number, or "never"
	Never         bool   // it never came to what one's own value would count
	Line          string
}

// Debrief reads the finished game.
func (r *Reader) Debrief() Debrief {
	m, w := r.M, r.G.W
	h := &m.Headline
	d := Debrief{Outcome: r.C.T("debrief.outcome", "Question", h.Question, "Title", h.Outcomes[w.Outcome()].Title)}
	d.Question, d.Title = h.Question, h.Outcomes[w.Outcome()].Title
	d.History = r.C.T("debrief.history", "Title", h.Outcomes[h.Historical].Title)
	if w.Outcome() == int(h.Historical) {
		d.History = r.C.T("debrief.same")
	}
	if e := w.Ending(r.side); e != nil {
		d.Ending = e.Text
	}
	d.Score = r.C.T("debrief.score", "N", (w.Score(r.side)+500)/1000)
	d.Price = r.pricePaid()
	if o := r.G.Observe(); o.NPledges > 0 {
		d.Open = r.C.T("eve.signed", "List", r.signed(o))
	}
	d.Goals, d.Turning, d.Checkpoints, d.Advisers = r.goals(), r.turning(6), r.checkpoints(), r.Advisers()
	d.Own = r.calibration()
	d.Other, d.Reading = r.theOther()
	d.Unseen, d.Stoppers = r.unseen(8), r.stoppers(4)
	return d
}

// turning are the causes that changed most of what the desk shows.
func (r *Reader) turning(most int) []Turning {
	type key struct {
		day engine.Day
		c   engine.Cause
	}
	shown := map[int16]bool{}
	for _, q := range r.shown(r.G.Observe()) {
		shown[int16(q)] = true
	}
	wanted := r.wanted()
	at := map[key]int{}
	var out []Turning
	for _, e := range r.G.W.Audit.Ledger {
		if skipRule(e.Cause.Rule) || !e.Rung && (!shown[e.Index] || r.M.Quantities[e.Index].Counter) {
			continue
		}
		c := e.Cause
		c.Input = 0
		i, ok := at[key{e.Day, c}]
		if !ok {
			i = len(out)
			at[key{e.Day, c}] = i
			out = append(out, Turning{Day: e.Day, Date: r.Day(e.Day), Cause: upper(r.Cause(c)), bargained: 1})
			if c.Rule == engine.RuleDeal || c.Rule == engine.RulePromise || c.Rule == engine.RuleLeak {
				out[i].bargained = 3 // what was agreed or came out is what a game turns on
			}
		}
		out[i].note(e)
	}
	for k := range out {
		out[k].finish(r, wanted)
		out[k].weight *= out[k].bargained
	}
	slices.SortStableFunc(out, func(a, b Turning) int { return int(b.weight - a.weight) })
	return out[:min(len(out), most)]
}

func skipRule(rule engine.Rule) bool {
	switch rule {
	case engine.RuleIncome, engine.RulePrice, engine.RuleDrift, engine.RuleRest, engine.RuleReads:
		return true
	}
	return false
}

func (t *Turning) note(e engine.Entry) {
	for k := range t.sums {
		if o := &t.sums[k]; o.Rung == e.Rung && o.Index == e.Index {
			o.Amount += e.Amount
			o.Standing = e.Standing
			return
		}
	}
	t.sums = append(t.sums, e)
}

// wantedThing is an issue or a quantity that a goal reads.
type wantedThing struct {
	rung  bool
	index int16
}

// wanted is what the person's goals read: it weighs three times as much in
// what turned a game.
func (r *Reader) wanted() map[wantedThing]engine.Milli {
	out := map[wantedThing]engine.Milli{}
	for _, g := range r.G.Briefing().Goals {
		for _, p := range g.Parts {
			switch {
			case p.Test != nil:
				for _, ref := range p.Test.Refs() {
					if ref&^0xffff == engine.RefRung {
						out[wantedThing{true, int16(ref & 0xffff)}] = 3
					}
				}
			case p.Issue >= 0:
				out[wantedThing{true, int16(p.Issue)}] = 3
			default:
				out[wantedThing{false, p.Quantity}] = 3
			}
		}
	}
	return out
}

// finish says the changes and weighs them: a rung as much as six points.
func (t *Turning) finish(r *Reader, wanted map[wantedThing]engine.Milli) {
	for _, e := range t.sums {
		weight := max(wanted[wantedThing{e.Rung, e.Index}], 1)
		if e.Rung {
			i := int8(e.Index)
			t.weight += 6 * engine.Point * weight
			t.Changes = append(t.Changes, r.C.T("term.at", "Issue", r.issue(i), "Rung", r.rung(i, int8(e.Standing))))
			continue
		}
		t.weight += size(e.Amount) * weight
		t.Changes = append(t.Changes, r.C.T("debrief.change", "Title", r.Inside(r.QuantityTitle(int(e.Index))), "Change", r.change(e.Amount)))
	}
}

// checkpoints are one's own values on the record's days.
func (r *Reader) checkpoints() []Checkpoint {
	read := r.readings()
	var out []Checkpoint
	for k := range r.M.Checkpoints {
		c := &r.M.Checkpoints[k]
		if !read[k].on {
			continue
		}
		v := Checkpoint{What: c.What, Date: r.Day(c.On), Yours: read[k].value, Theirs: c.Want / engine.Point}
		v.Said = Thousands(v.Yours)
		if read[k].never {
			v.Never, v.Yours, v.Said = true, 0, r.C.T("debrief.never")
		}
		v.Line = r.C.T("debrief.checkpoint", "What", c.What, "Date", v.Date, "Yours", v.Said, "Theirs", Thousands(v.Theirs))
		out = append(out, v)
	}
	return out
}

// reading is what a checkpoint came to.
type reading struct {
	value     int64
	never, on bool
}

// readings plays the game once more and reads each checkpoint at the close of
// the turn that holds its day: a sum over the days before is gone later. Where
// today's rules do not let it be played again, the rest stays unread.
func (r *Reader) readings() []reading {
	out := make([]reading, len(r.M.Checkpoints))
	_, _ = replay.Each(r.M, replay.Of(r.G), func(w *engine.World) {
		for k := range r.M.Checkpoints {
			c := &r.M.Checkpoints[k]
			if out[k].on || c.Value == nil || c.On < r.M.Cut.First || c.On > r.M.Cut.Last || c.On >= w.S.Day && !w.S.Over {
				continue
			}
			out[k] = reading{c.Value.Eval(&w.S), c.When != nil && !c.When.True(&w.S), true}
		}
	})
	return out
}

func (r *Reader) theOther() (was, reading string) {
	other := r.side.Other()
	sm := &r.M.Sides[other]
	drawn := r.G.W.S.Type[other]
	ty := &sm.Types[drawn]
	was = r.C.T("debrief.type_was", "Side", r.other(), "Name", ty.Name, "Text", ty.Text)
	if drawn == sm.HistoryType {
		return was, r.C.T("debrief.type_same", "Side", r.other())
	}
	hist := &sm.Types[sm.HistoryType]
	return was, r.C.T("debrief.type_other", "Side", r.other(), "Name", hist.Name, "Text", hist.Text)
}

// unseen is what the other side did and what struck without one's knowing.
func (r *Reader) unseen(most int) []string {
	var out []string
	add := func(s string) {
		if len(out) < most && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for k := range r.M.Orders {
		o := &r.M.Orders[k]
		if s := &r.G.W.S.Orders[k]; (s.Running || o.Running) && !s.Known[r.side] {
			add(r.C.T("debrief.hidden_order", "Title", upper(o.Title), "Agency", o.Agency))
		}
	}
	for _, n := range r.G.W.Audit.News {
		if n.To[r.side] {
			continue
		}
		switch n.Kind {
		case engine.NewsMove:
			add(r.C.T("debrief.hidden_move", "Date", r.Short(n.Day), "Title", r.M.Moves[n.Index].Title))
		case engine.NewsEvent:
			add(r.C.T("debrief.hidden_event", "Date", r.Short(n.Day), "Title", r.M.Events[n.Index].Title))
		}
	}
	return out
}

// stoppers are what would have stopped the hazards that struck.
func (r *Reader) stoppers(most int) []string {
	var out []string
	for k := range r.M.Events {
		e, s := &r.M.Events[k], &r.G.W.S.Events[k]
		if s.Struck == 0 || s.Last < r.M.Cut.First || e.Stopper == "" || e.Class != engine.Stochastic || len(out) >= most || r.tried(int8(k)) || r.G.Mind().Worth(e.Effects) > 0 {
			continue
		}
		out = append(out, r.C.T("debrief.stopper", "Title", e.Title, "Date", r.Short(s.Last), "Text", e.Stopper))
	}
	return out
}

// tried says whether the person made a move that bears on an event: what would
// have stopped it was tried, then, and need not be told.
func (r *Reader) tried(event int8) bool {
	for k := range r.M.Moves {
		if mv := &r.M.Moves[k]; mv.Side == r.side && r.G.W.S.Done[k] > 0 && slices.Contains(mv.Touches, event) {
			return true
		}
	}
	return false
}
