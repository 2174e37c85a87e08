package abduct

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/record"
	"backchannel/engine/worlds"
)

// By says how a choice of the past came about.
type By uint8

// The ways of a choice.
const (
	Drawn   By = iota // the policy's races gave it
	Made              // somebody made it, a person or history: it counts as the winner of its races
	Imposed           // recorded and not legal under the model: it happens on its day, and no noise explains it
)

// Decision is one choice of a play-through in its slot.
type Decision struct {
	Need      engine.Need
	Slot      noise.Slot
	Day, Next engine.Day // of the turn; Next is the day after it
	Choice    engine.Choice
	By        By
	Silent    bool // the record has no entry: it counts as doing nothing

	about         about // what an answer or a promise is about
	races, clocks int   // of the trace, before the choice
}

// Acts says whether something was done.
func (d *Decision) Acts() bool {
	return d.Choice.Kind != engine.Hold && (d.Choice.Kind != engine.Answer || d.Choice.Answer != engine.Silence)
}

// Past is a play-through as it happened, weighed under one model: every choice,
// every race and clock, and what no noise gives again.
type Past struct {
	M         *engine.Model
	Setup     engine.Setup // with the types that were
	Person    engine.Side  // who was played by a person; NoSide: neither was, or it is the record
	Record    bool
	Decisions []Decision
	Final     *engine.World // audited, as it ended
	Lost      int           // choices that could not be made under this model at all
	Silent    int           // stages of a side without an entry in the record
	Turns     []Turn

	forced bool // choices and events were forced, not drawn
	trace  noise.Trace
	given  *noise.Conditions // on all of the trace
	facts  facts
	slots  map[noise.Slot]int // to decisions
}

// Turn is how things stood when a turn's first choice was made.
type Turn struct {
	Day    engine.Day
	Struck [engine.MaxEvents]int16
	Q      [engine.MaxQuantities]engine.Milli
}

// Turn is the turn that began on a day, nil if none did.
func (p *Past) Turn(day engine.Day) *Turn {
	for k := range p.Turns {
		if p.Turns[k].Day == day {
			return &p.Turns[k]
		}
	}
	return nil
}

// TurnOf is how things stand in a world now.
func TurnOf(s *engine.State) (t Turn) {
	t.Day, t.Q = s.Day, s.Q
	for k := range s.Events {
		t.Struck[k] = s.Events[k].Struck
	}
	return t
}

// Hash is the chained hash at the end.
func (p *Past) Hash() uint64 { return p.Final.Audit.Hash }

// Sample is noise drawn, by a seed, from all the noise that would have brought
// out the whole play-through.
func (p *Past) Sample(seed uint64) noise.Source { return p.given.Sample(seed) }

// at is the decision made in a slot, nil if nobody faced it.
func (p *Past) at(slot noise.Slot) *Decision {
	if k, ok := p.slots[slot]; ok {
		return &p.Decisions[k]
	}
	return nil
}

// Index is the decision made in a slot, −1 if nobody faced it.
func (p *Past) Index(slot noise.Slot) int {
	if k, ok := p.slots[slot]; ok {
		return k
	}
	return -1
}

// Play is a play-through under free noise: a person makes one side's choices and
// the policy the other's, or both where side is NoSide. The person's choices are
// weighed as the policy would have weighed them.
func Play(m *engine.Model, set engine.Setup, side engine.Side, person worlds.Chooser) *Past {
	p := &Past{M: m, Setup: set, Person: side}
	w := engine.NewWorld(m, set)
	p.open(w)
	w.Reset(set, noise.Free(set.Seed))
	p.Setup.Types = w.S.Type
	f := follower{past: p, w: w, minds: mindsOf(w)}
	f.follow(func(n engine.Need) { f.live(n, person) })
	return p.close()
}

// Played is the play-through of a game that is over.
func Played(w *engine.World, person engine.Side) *Past {
	return Play(w.M, w.Setup, person, &log{choices: w.Audit.Choices, side: person})
}

// log makes the choices of one side again, in their order.
type log struct {
	choices []engine.Logged
	side    engine.Side
	at      int
}

// Decide is the next choice.
func (l *log) Decide(_ *engine.World, n engine.Need) engine.Choice {
	for ; l.at < len(l.choices); l.at++ {
		if c := &l.choices[l.at]; c.Side == l.side {
			l.at++
			return c.Choice
		}
	}
	return worlds.Silence(n)
}

// Record is the model's record as a play-through, choices and events forced.
func Record(m *engine.Model) *Past {
	silent := map[noise.Slot]bool{}
	f := record.ForceWatched(m, func(w *engine.World, n engine.Need, _ engine.Choice, quiet bool) { silent[w.Slot(n)] = quiet })
	p := &Past{M: m, Setup: f.World.Setup, Person: engine.NoSide, Record: true, Silent: f.Silent,
		facts: facts{record: true, struck: f.World.Audit.Struck, ends: f.Ends}}
	p.Setup.Types = f.World.S.Type
	return p.force(&script{choices: f.World.Audit.Choices}, silent)
}

// Under is the same play-through weighed under another theory: choices, events
// and chances forced as they came out.
func (p *Past) Under(m *engine.Model) *Past {
	if p.Record {
		return Record(m)
	}
	q := &Past{M: m, Setup: p.Setup, Person: p.Person, facts: facts{struck: p.Final.Audit.Struck, chances: p.given}}
	return q.force(&script{choices: p.Final.Audit.Choices}, nil)
}

// force follows a script.
func (p *Past) force(s *script, silent map[noise.Slot]bool) *Past {
	w := engine.NewWorld(p.M, p.Setup)
	p.open(w)
	w.Forced, p.forced = &p.facts, true
	w.Reset(p.Setup, noise.Free(p.Setup.Seed))
	f := follower{past: p, w: w, minds: mindsOf(w)}
	f.follow(func(n engine.Need) {
		f.made(n, s.take(w, n))
		if d := &p.Decisions[len(p.Decisions)-1]; d.By == Made {
			d.Silent = silent[d.Slot]
		}
	})
	return p.close()
}

// open makes a world keep what came out.
func (p *Past) open(w *engine.World) {
	w.Audit = &engine.Audit{Trace: &p.trace}
	p.Final = w
}

// close makes the finished play-through ready for sampling.
func (p *Past) close() *Past {
	p.given = noise.Condition(&p.trace)
	p.facts.struck = p.Final.Audit.Struck
	for _, s := range p.facts.struck {
		if s.Imposed {
			p.facts.imposed = append(p.facts.imposed, s)
		}
	}
	p.slots = make(map[noise.Slot]int, len(p.Decisions))
	for k := range p.Decisions {
		p.slots[p.Decisions[k].Slot] = k
	}
	return p
}

func mindsOf(w *engine.World) [2]*policy.Mind {
	return [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
}

// follower walks through a play-through and writes it down.
type follower struct {
	past  *Past
	w     *engine.World
	minds [2]*policy.Mind
}

func (f *follower) follow(step func(n engine.Need)) {
	for {
		n := f.w.Next()
		if n.Over {
			return
		}
		if k := len(f.past.Turns); k == 0 || f.past.Turns[k-1].Day != f.w.S.Day {
			f.past.Turns = append(f.past.Turns, TurnOf(&f.w.S))
		}
		races, clocks := f.past.trace.Len()
		f.past.Decisions = append(f.past.Decisions, Decision{Need: n, Slot: f.w.Slot(n), Day: f.w.S.Day, Next: f.w.S.Next,
			about: aboutOf(f.w, n), races: races, clocks: clocks})
		step(n)
	}
}

func (f *follower) note(c engine.Choice, by By) {
	d := &f.past.Decisions[len(f.past.Decisions)-1]
	d.Choice, d.By = c, by
}

// live lets the policy or the person choose.
func (f *follower) live(n engine.Need, person worlds.Chooser) {
	if n.Side == f.past.Person {
		f.made(n, person.Decide(f.w, n))
		return
	}
	c, why := f.minds[n.Side].Decide(f.w, n)
	if f.w.Choose(c, why) != engine.Legal {
		c = worlds.Silence(n)
		f.w.Choose(c, [2]engine.Reason{})
	}
	f.note(c, Drawn)
}

// made makes a choice that somebody made. One that is not legal here is imposed
// if it can be made at all, else lost.
func (f *follower) made(n engine.Need, c engine.Choice) {
	if f.w.WhyNot(n.Side, &c) != engine.Legal {
		if n.Stage == engine.StageMove && f.w.Forced != nil && f.w.Intervene(n.Side, c) {
			f.note(c, Imposed)
			return
		}
		f.past.Lost++
		c = worlds.Silence(n)
	}
	f.minds[n.Side].Record(f.w, n, c)
	f.note(c, Made)
	f.w.Choose(c, [2]engine.Reason{})
}

// script gives the choices of both sides again in another world: each on its
// day, an answer to what it was about.
type script struct {
	choices []engine.Logged
	used    []bool
}

// take is the next choice for a need, or silence.
func (s *script) take(w *engine.World, n engine.Need) engine.Choice {
	if s.used == nil {
		s.used = make([]bool, len(s.choices))
	}
	for k := range s.choices {
		l := &s.choices[k]
		if s.used[k] || l.Side != n.Side || l.Choice.Kind == engine.Hold || !s.due(w, l.Day) {
			continue
		}
		answer := l.Choice.Kind == engine.Answer || l.Choice.Kind == engine.Promise
		if answer == (n.Stage == engine.StageMove) || answer && l.Choice.Item != n.Item {
			continue
		}
		s.used[k] = true
		return l.Choice
	}
	return worlds.Silence(n)
}

// due says whether what was done in the turn of a day belongs to a world's turn:
// to the one that begins on that day; where none does, to the one that holds the
// day; and if a turn was missed, to the next.
func (s *script) due(w *engine.World, day engine.Day) bool {
	for k := range s.choices {
		if s.choices[k].Day == w.S.Day {
			return day <= w.S.Day
		}
	}
	return day < w.S.Next
}
