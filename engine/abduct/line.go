package abduct

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// Manner is how the mover goes on after the changed move.
type Manner uint8

// The manners.
const (
	SameManner Manner = iota // the policy, with noise given what was really done
	AsPlayed                 // those moves where still legal, else the policy
	AsAnyone                 // the policy, with fresh noise
)

// MannerNames are the words for manners in files and results.
var MannerNames = [...]string{"same", "played", "anyone"}

// String is the manner's word.
func (m Manner) String() string { return MannerNames[m] }

// Fork is a play-through opened again at one of its decisions.
type Fork struct {
	Past   *Past
	At     int // the decision
	World  engine.World
	hash   uint64
	before *noise.Conditions // on what had come out by then
	more   bool              // the mover did more in the same stage
	types  *Types            // once weighed
}

// Fork opens the play-through at a decision.
func (p *Past) Fork(at int) *Fork {
	w := p.until(at)
	d := &p.Decisions[at]
	f := &Fork{Past: p, At: at, hash: w.Audit.Hash, before: noise.ConditionBefore(&p.trace, d.races, d.clocks)}
	for k := at + 1; k < len(p.Decisions); k++ {
		e := &p.Decisions[k]
		if e.Day == d.Day && e.Need.Side == d.Need.Side && e.Need.Stage == engine.StageMove && e.Acts() {
			f.more = f.more || d.Need.Stage == engine.StageMove
		}
	}
	w.Audit, w.Forced = nil, nil
	f.World = *w
	return f
}

// until is the play-through's world as it stands before a decision.
func (p *Past) until(at int) *engine.World {
	w := p.replayer()
	w.Next()
	for k := range p.Decisions[:at] {
		p.repeat(w, &p.Decisions[k])
		w.Next()
	}
	return w
}

// Open is a world that stands before a decision and is free from there on, with
// all that is known of what came before. Its noise is drawn, by the seed, from
// all that would have brought out what had come out by then.
func (p *Past) Open(at int, seed uint64) *engine.World {
	w, d := p.until(at), &p.Decisions[at]
	w.Forced = nil
	w.Noise = noise.ConditionBefore(&p.trace, d.races, d.clocks).Sample(seed)
	return w
}

// First is a side's first decision in the turn that begins on a day, or, where
// none does, in the next; −1 if there is none.
func (p *Past) First(side engine.Side, on engine.Day) int {
	for k := range p.Decisions {
		if d := &p.Decisions[k]; d.Day >= on && d.Need.Side == side {
			return k
		}
	}
	return -1
}

// Walk goes through the play-through again and shows the world at every
// decision, before it is made. The world is the walk's own: it must be copied to
// be kept, and not be changed.
func (p *Past) Walk(look func(decision int, w *engine.World)) {
	w := p.replayer()
	for k := range p.Decisions {
		w.Next()
		look(k, w)
		p.repeat(w, &p.Decisions[k])
	}
}

// replayer is the play-through's world at its opening.
func (p *Past) replayer() *engine.World {
	w := engine.NewWorld(p.M, p.Setup)
	w.Audit = &engine.Audit{}
	if p.forced {
		w.Forced = &p.facts
	}
	w.Reset(p.Setup, noise.Free(p.Setup.Seed))
	return w
}

// repeat makes a choice of the play-through again.
func (p *Past) repeat(w *engine.World, d *Decision) {
	if d.By == Imposed {
		w.Intervene(d.Need.Side, d.Choice)
		return
	}
	w.Choose(d.Choice, [2]engine.Reason{})
}

// Decision is the one at which the play-through is opened.
func (f *Fork) Decision() *Decision { return &f.Past.Decisions[f.At] }

// Before is noise drawn, by a seed, from all that would have brought out what
// had come out before the decision.
func (f *Fork) Before(seed uint64) noise.Source { return f.before.Sample(seed) }

// Line says how a world goes on after a fork.
type Line struct {
	Noise  noise.Source
	Own    noise.Source   // of the mover's choices, as anyone
	Move   *engine.Choice // in the fork's slot; nil: nothing is changed
	Manner Manner
	This   bool // the game's own world: the person goes on as played, whoever moves
	Fresh  bool // what came later is not known: it binds nothing
	Type   int8 // of the other side; −1: as it was

	Without bool       // Move is not made but left out of the turn: its slot stays empty, what else is done may be done
	Until   engine.Day // the world is left at the first turn that begins on that day or later; 0: it runs to its end
}

// Seer is told what happens in a world as it goes on.
type Seer interface {
	Chose(w *engine.World, n engine.Need, c engine.Choice, why [2]engine.Reason)
}

// Actor plays worlds on from a fork. It keeps its buffers from world to world
// and is not safe for concurrent use.
type Actor struct {
	W     engine.World
	Audit *engine.Audit // nil: nothing is kept
	Seer  Seer          // nil: nobody looks on
	New   int           // choices that nobody faced in the play-through
	Anew  bool          // weigh everything anew in every world

	minds   [2]*policy.Mind
	memory  *policy.Memory
	opened  *Fork
	fork    *Fork
	line    *Line
	mover   engine.Side
	keeper  engine.Side // who goes on as played
	without uint64      // the thread that is left out in the fork's turn, 0: none
	used    []bool      // decisions of the past that have been made again
}

// NewActor makes an actor for worlds of a model.
func NewActor(m *engine.Model) *Actor {
	w := engine.NewWorld(m, engine.FreeSetup(0))
	return &Actor{minds: mindsOf(w)}
}

// Run plays a world from a fork to its end, or to where the line leaves it.
func (a *Actor) Run(f *Fork, l *Line) {
	a.begin(f, l)
	n := a.W.Next()
	switch {
	case l.Without:
		a.without = a.W.M.ThreadContent(l.Move)
		a.W.Pass()
	case l.Move != nil:
		a.change(n, *l.Move)
	}
	for n = a.W.Next(); !n.Over && (l.Until == 0 || a.W.S.Day < l.Until); n = a.W.Next() {
		a.step(n)
	}
}

func (a *Actor) begin(f *Fork, l *Line) {
	a.W = f.World
	a.fork, a.line, a.mover, a.New, a.without = f, l, f.Decision().Need.Side, 0, 0
	a.open(f, l)
	if a.W.Audit = a.Audit; a.Audit != nil {
		a.Audit.Reset()
		a.Audit.Hash = f.hash
	}
	switch a.keeper = engine.NoSide; {
	case l.This:
		a.keeper = f.Past.Person
	case l.Manner == AsPlayed && !l.Fresh:
		a.keeper = a.mover
	}
	a.W.Noise = l.Noise
	if !l.Fresh {
		a.W.Given = &f.Past.facts
	}
	if l.Type >= 0 {
		a.W.S.Type[a.mover.Other()] = l.Type
	}
	if n := len(f.Past.Decisions); cap(a.used) < n {
		a.used = make([]bool, n)
	} else {
		a.used = a.used[:n]
	}
	for k := range a.used {
		a.used[k] = k < f.At || k == f.At && l.Move != nil
	}
}

// open begins the world's path, and forgets what was weighed in worlds of
// another fork.
func (a *Actor) open(f *Fork, l *Line) {
	kind := uint64(uint8(l.Type))<<16 | uint64(l.Manner)<<8
	if l.Fresh {
		kind |= 1
	}
	if l.This {
		kind |= 2
	}
	a.W.Path = noise.Mix(kind, 0x3f84d5b5b5470917)
	if a.memory == nil {
		a.memory = &policy.Memory{}
	}
	if a.opened != f {
		a.memory.Forget()
		a.opened = f
	}
	for _, m := range a.minds {
		m.Memory = a.memory
		if a.Anew {
			m.Memory = nil
		}
	}
}

// change makes the changed move. To hold where the mover did more in the same
// stage leaves out the one move, for the whole of the turn; else it ends the
// stage.
func (a *Actor) change(n engine.Need, c engine.Choice) {
	if n.Stage != engine.StageMove {
		c.Item = n.Item
	}
	if c.Kind == engine.Hold && a.fork.more && !a.line.Fresh {
		a.without = a.W.M.ThreadContent(&a.fork.Decision().Choice)
		a.W.Pass()
		return
	}
	if a.W.Choose(c, [2]engine.Reason{}) != engine.Legal && !a.W.Intervene(n.Side, c) {
		a.W.Choose(worlds.Silence(n), [2]engine.Reason{})
	}
}

// step makes one choice.
func (a *Actor) step(n engine.Need) {
	if k := a.imposed(n, n.Ordinal); k >= 0 {
		a.impose(n, k)
		return
	}
	var past *Decision
	if !a.line.Fresh {
		past = a.fork.Past.at(a.W.Slot(n))
	}
	if past == nil {
		a.New++
	}
	c, why := a.decide(n, past)
	if c.Kind == engine.Hold {
		if k := a.imposed(n, 255); k >= 0 { // it must still happen in this turn
			a.impose(n, k)
			return
		}
		if n.Side == a.keeper && a.again(n) >= 0 {
			a.W.Pass()
			return
		}
	}
	if a.leftOut(n, &c) {
		a.W.Pass()
		return
	}
	if a.Seer != nil {
		a.Seer.Chose(&a.W, n, c, why)
	}
	if a.W.Choose(c, why) != engine.Legal {
		a.W.Choose(worlds.Silence(n), [2]engine.Reason{})
	}
}

// leftOut says whether a choice is the move that the changed world leaves out.
func (a *Actor) leftOut(n engine.Need, c *engine.Choice) bool {
	return a.without != 0 && n.Side == a.mover && n.Stage == engine.StageMove && a.W.S.Day == a.fork.Decision().Day && a.W.M.ThreadContent(c) == a.without
}

// decide is the choice of a side by its manner.
func (a *Actor) decide(n engine.Need, past *Decision) (engine.Choice, [2]engine.Reason) {
	mind := a.minds[n.Side]
	if n.Side == a.keeper {
		if c, ok := a.asPlayed(n); ok {
			return c, [2]engine.Reason{}
		}
	}
	if n.Side == a.mover && a.line.Manner == AsAnyone {
		a.W.Noise = a.line.Own
		c, why := mind.Decide(&a.W, n)
		a.W.Noise = a.line.Noise
		return c, why
	}
	if past != nil && past.By == Made && past.about == aboutOf(&a.W, n) {
		made := past.Choice
		if n.Stage != engine.StageMove {
			made.Item = n.Item
		}
		if a.W.WhyNot(n.Side, &made) == engine.Legal {
			return mind.DecideAmong(&a.W, n, &made)
		}
	}
	return mind.Decide(&a.W, n)
}

// asPlayed is what the side did here; not ok: the policy has to decide.
func (a *Actor) asPlayed(n engine.Need) (engine.Choice, bool) {
	k := a.again(n)
	if k < 0 {
		return engine.HoldChoice, n.Stage == engine.StageMove
	}
	a.used[k] = true
	c := a.fork.Past.Decisions[k].Choice
	if n.Stage != engine.StageMove {
		c.Item = n.Item
	}
	return c, a.W.WhyNot(n.Side, &c) == engine.Legal
}

// again is a side's next decision of the past for a need, −1 if there is none: a move of the turn's days, or the answer to the same thing.
func (a *Actor) again(n engine.Need) int {
	var what about
	if n.Stage != engine.StageMove {
		what = aboutOf(&a.W, n)
	}
	end := a.due()
	for k := a.fork.At; k < len(a.used); k++ {
		d := &a.fork.Past.Decisions[k]
		if d.Day >= end {
			break
		}
		if a.used[k] || d.Need.Side != n.Side || d.Need.Stage != n.Stage || d.By == Imposed {
			continue
		}
		if n.Stage == engine.StageMove && d.Acts() || n.Stage != engine.StageMove && d.about == what {
			return k
		}
	}
	return -1
}

// imposed is a move of the past that has to happen in this turn at an ordinal
// up to one, although the model holds it to be impossible; −1: none.
func (a *Actor) imposed(n engine.Need, ordinal uint8) int {
	if a.line.Fresh || n.Stage != engine.StageMove || !a.fork.Past.forced {
		return -1
	}
	end := a.due()
	for k := a.fork.At; k < len(a.used); k++ {
		d := &a.fork.Past.Decisions[k]
		if d.Day >= end {
			break
		}
		if !a.used[k] && d.By == Imposed && d.Need.Side == n.Side && d.Need.Ordinal <= ordinal {
			return k
		}
	}
	return -1
}

// due is the day before which turns of the play-through began whose choices
// belong to this turn: to the one that begins on the same day; where none does,
// to the one that holds the day; and if a turn was missed, to the next.
func (a *Actor) due() engine.Day {
	if a.fork.Past.Turn(a.W.S.Day) != nil {
		return a.W.S.Day + 1
	}
	return a.W.S.Next
}

// impose makes it happen.
func (a *Actor) impose(n engine.Need, k int) {
	a.used[k] = true
	c := a.fork.Past.Decisions[k].Choice
	if !a.W.Intervene(n.Side, c) {
		a.W.Pass()
	}
}

// Legal says whether a choice is legal at the fork's decision.
func (f *Fork) Legal(c engine.Choice) engine.WhyNot {
	w := f.World
	n := w.Next()
	if n.Stage != engine.StageMove {
		c.Item = n.Item
		if c.Kind != engine.Answer && c.Kind != engine.Promise {
			return engine.Unfit
		}
	} else if c.Kind == engine.Answer || c.Kind == engine.Promise {
		return engine.Unfit
	}
	if d := f.Decision(); d.By == Imposed && c == d.Choice {
		return engine.Legal // it happened
	}
	return w.WhyNot(n.Side, &c)
}

// Faced is the decision of the play-through in the slot of a need, if what it
// is about is the same.
func (p *Past) Faced(w *engine.World, n engine.Need) (*Decision, bool) {
	d := p.at(w.Slot(n))
	if d == nil || d.about != aboutOf(w, n) {
		return nil, false
	}
	return d, true
}

// Ledger is the ledger of the play-through.
func (f *Fork) Ledger() []engine.Entry { return f.Past.Final.Audit.Ledger }

// Imposed is how many moves and events from the fork on happen in every world of
// same luck because the record has them, although the model cannot explain them.
func (f *Fork) Imposed() int {
	n := 0
	for k := f.At; k < len(f.Past.Decisions); k++ {
		if f.Past.Decisions[k].By == Imposed {
			n++
		}
	}
	for _, s := range f.Past.facts.imposed {
		if s.Day >= f.Decision().Day {
			n++
		}
	}
	return n
}

// Options are the threads that the mover's policy weighs at the fork, each with
// its best completion, and their odds against each other.
func (f *Fork) Options() ([]policy.Thread, []noise.Weight) {
	w := f.World
	n := w.Next()
	mind := policy.New(&w, n.Side)
	mind.Look(&w)
	threads := mind.Threads
	if n.Stage != engine.StageMove {
		threads = func() []policy.Thread { return mind.Answers(n, -1) }
	}
	list := append([]policy.Thread(nil), threads()...)
	return list, mind.Weights(list)
}
