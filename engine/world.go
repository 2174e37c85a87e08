package engine

import "backchannel/engine/noise"

type slotKey = noise.Slot

// Stage is a part of a turn in which a side chooses.
type Stage uint8

// The stages; their numbers are part of every noise key.
const (
	StageDraw    Stage = iota // types, before the first turn
	StagePromise              // promises that are due
	StageAnswer               // what waits for an answer
	StageMove                 // moves, until hold wins
	StageLeak                 // what a leak does
)

// MostMoves is the number of moves a side can make in a turn.
const MostMoves = 10

// Setup is what a world is made with.
type Setup struct {
	Seed          uint64
	Types         [2]int8    // −1: drawn
	Goals         [2][2]int8 // −1: the type's own
	UnknownFuture bool
}

// FreeSetup draws everything.
func FreeSetup(seed uint64) Setup {
	return Setup{Seed: seed, Types: [2]int8{-1, -1}, Goals: [2][2]int8{{-1, -1}, {-1, -1}}}
}

// Forced makes a world follow a record: its strikes, who moves first, and where a
// turn ends. In a forced world messages arrive as sent, nothing leaks unless an
// event says so, and, if Rich says so, nobody lacks the capital for what was
// really done.
type Forced interface {
	Strikes(m *Model, event int, day Day) int
	First(m *Model, from, to Day) Side
	End(from, to Day) Day
	Rich() bool
}

// Chances may be added to a Forced that knows what came out between the moves,
// as in a game that was played: whether the chance of that content in a slot
// came true. One that was not drawn is not known.
type Chances interface {
	Chance(slot noise.Slot, content uint64) (came, known bool)
}

// Given is what a sampled world takes over from a play-through since no noise
// gives it again: who moved first where a record says so, where its turns ended,
// that nobody lacked capital, and recorded events that the model holds to be
// impossible.
type Given interface {
	First(m *Model, from, to Day) Side // NoSide: as the rule has it
	End(from, to Day) Day
	Rich() bool
	Imposed(event int, day Day) bool
	Imposes(from, to Day) bool // whether any event is imposed on a day before to
}

// rich says whether this world follows a record, in which nobody lacked capital and
// messages came on the day that the record gives.
func (w *World) rich() bool {
	return w.Forced != nil && w.Forced.Rich() || w.Given != nil && w.Given.Rich()
}

// World is one play-through in progress. It is not safe for concurrent use;
// any number of worlds may share a Model.
type World struct {
	M      *Model
	S      State
	Setup  Setup
	Noise  noise.Source
	Audit  *Audit // nil: nothing is kept
	Forced Forced
	Given  Given // nil: nothing is taken over
	Seen   Mechanisms

	Interventions int // recorded events that the model cannot explain

	// Path names how the world came to be as it is: worlds that began alike, by
	// one Path, are in one state as long as their paths are equal.
	Path uint64

	phase   phase
	stage   Side
	queue   [MaxItems + MaxPromises]int32
	queued  int
	pledges int // the first so many of the queue are promises
	at      int
	ordinal uint8
	opening State
	scratch State
	past    [MaxSeries]SeriesState // while a condition is tried
	on      Day                    // of the event whose effects are being made, else 0
	live    [MaxEvents]bool        // hazards whose premise held after the turn's moves
	due     [MaxEvents]uint64      // where on their clocks these strike next
	imposes bool                   // something is imposed in this turn
}

type phase uint8

const (
	phaseOpen phase = iota
	phaseFirst
	phaseSecond
	phaseClose
	phaseOver
)

// NewWorld opens a world of a model.
func NewWorld(m *Model, set Setup) *World {
	w := &World{M: m}
	w.Reset(set, noise.Free(set.Seed))
	return w
}

// Reset opens the world again under another setup and source of noise,
// without allocating.
func (w *World) Reset(set Setup, src noise.Source) {
	w.Setup, w.Noise, w.phase, w.Seen, w.Interventions, w.Path = set, src, phaseOpen, Mechanisms{}, 0, 0
	if w.Audit != nil {
		w.Audit.Reset()
	}
	m, s := w.M, &w.S
	*s = m.start
	for side := Washington; side <= Havana; side++ {
		s.Type[side] = w.drawType(side)
	}
	w.opening = *s
}

// drawType draws a side's private facts by their odds.
func (w *World) drawType(side Side) int8 {
	if t := w.Setup.Types[side]; t >= 0 {
		return t
	}
	if w.Forced != nil {
		return w.M.Sides[side].HistoryType
	}
	var contents [MaxTypes]uint64
	var weights [MaxTypes]noise.Weight
	types := w.M.Sides[side].Types
	for k := range types {
		contents[k] = w.M.typeHash[side][k]
		weights[k] = noise.Weight(types[k].Weight) << 28
	}
	slot := noise.SlotOf(int32(w.S.Day), uint8(side), uint8(StageDraw), 0)
	return int8(w.race(slot, contents[:len(types)], weights[:len(types)]))
}

// GoalsOf are the two goals that a side plays for.
func (w *World) GoalsOf(side Side) [2]int8 {
	if g := w.Setup.Goals[side]; g[0] >= 0 {
		return g
	}
	return w.M.Sides[side].Types[w.S.Type[side]].Goals
}

// Opening is the state in which the cut opened.
func (w *World) Opening() *State { return &w.opening }

// Need is a choice that the world waits for.
type Need struct {
	Over    bool
	Side    Side
	Stage   Stage
	Ordinal uint8
	Item    int32 // of an answer or a promise
}

// Slot is the name of the choice in the noise.
func (w *World) Slot(n Need) noise.Slot { return w.slot(n.Side, n.Stage, n.Ordinal) }

func (w *World) slot(side Side, stage Stage, ordinal uint8) noise.Slot {
	return noise.SlotOf(int32(w.S.Day), uint8(side), uint8(stage), ordinal)
}

// Next runs the world to the next choice and says whose it is.
func (w *World) Next() Need {
	for {
		switch w.phase {
		case phaseOpen:
			w.openTurn()
			w.phase = phaseFirst
			w.openStage(w.S.First)
		case phaseFirst, phaseSecond:
			return w.need()
		case phaseClose:
			w.closeTurn()
		case phaseOver:
			return Need{Over: true}
		}
	}
}

func (w *World) need() Need {
	for ; w.at < w.queued; w.at++ {
		n := Need{Side: w.stage, Item: w.queue[w.at]}
		if w.at < w.pledges {
			n.Stage, n.Ordinal = StagePromise, uint8(w.at)
			if w.pledge(n.Item) != nil {
				return n
			}
			continue
		}
		n.Stage, n.Ordinal = StageAnswer, uint8(w.at-w.pledges)
		if it := w.item(n.Item); it != nil && it.Status == Waiting {
			return n
		}
	}
	return Need{Side: w.stage, Stage: StageMove, Ordinal: w.ordinal}
}

// Choose makes the choice that the world waits for. A choice that is not
// legal changes nothing and says why.
func (w *World) Choose(c Choice, why [2]Reason) WhyNot {
	n := w.need()
	if n.Stage != StageMove && c.Item != n.Item || n.Stage == StageMove && (c.Kind == Answer || c.Kind == Promise) {
		return Unfit
	}
	if bad := w.WhyNot(n.Side, &c); bad != Legal {
		return bad
	}
	if w.Audit != nil {
		w.Audit.Choices = append(w.Audit.Choices, Logged{Day: w.S.Day, Side: n.Side, Choice: c, Reasons: why})
	}
	slot := w.Slot(n)
	w.Path = noise.Mix(w.Path^uint64(slot), w.M.Content(&c))
	w.Seen.Mark(Mechanism(c.Kind))
	switch c.Kind {
	case Promise:
		w.settle(w.pledge(c.Item), c.Answer, slot)
		w.at++
	case Answer:
		w.answer(n.Side, w.item(c.Item), c, slot, why)
		w.at++
	case Hold:
		w.closeStage()
	default:
		w.spend(n.Side, &c, slot)
		w.ordinal++
		if w.ordinal >= MostMoves {
			w.closeStage()
		}
	}
	return Legal
}

// contentPass stands for a slot left empty in the name of a world's way; any number
// that is no choice's content would do.
const contentPass uint64 = 0x2545f4914f6cdd1d

// Pass leaves a slot of the moving stage empty and goes on to the next, which
// hold would not: one move is left out, the others of the turn may still come.
func (w *World) Pass() {
	w.Path = noise.Mix(w.Path, contentPass)
	w.ordinal++
	if w.ordinal >= MostMoves {
		w.closeStage()
	}
}

func (w *World) spend(side Side, c *Choice, slot slotKey) {
	if !w.rich() {
		w.add(QCapitalW+int(side), -w.M.Price(c)*Point, Cause{Rule: RulePrice, Side: side, Index: c.Move})
	}
	slot = slot.After(w.M.Content(c))
	if c.Move >= 0 {
		w.make(side, int(c.Move), slot)
		return
	}
	w.send(side, *c, slot, false)
}

// openTurn is the calendar, what waits since, and what brews.
func (w *World) openTurn() {
	s := &w.S
	s.Next = w.turnEnd()
	if w.Forced != nil {
		s.Next = w.Forced.End(s.Day, s.Next)
	}
	if w.Given != nil {
		s.Next = w.Given.End(s.Day, s.Next)
	}
	s.Turn++
	w.dated(s.Day + 1)
	w.laws()
	w.windows()
	s.First = w.initiative()
	w.latch()
}

// initiative is with the side that owes the older unanswered message, else
// with the one that did not have it last.
func (w *World) initiative() Side {
	if w.Forced != nil {
		if side := w.Forced.First(w.M, w.S.Day, w.S.Next); side != NoSide {
			return side
		}
	}
	if w.Given != nil {
		if side := w.Given.First(w.M, w.S.Day, w.S.Next); side != NoSide {
			return side
		}
	}
	owes, oldest := NoSide, Day(1<<30)
	for k := range w.S.Items {
		it := &w.S.Items[k]
		if it.Status == NoItem || it.Arrives >= w.S.Next {
			continue
		}
		if it.Sent < oldest {
			owes, oldest = it.From.Other(), it.Sent
		} else if it.Sent == oldest && it.From.Other() != owes {
			owes = NoSide
		}
	}
	if owes != NoSide {
		return owes
	}
	return w.S.First.Other()
}

func (w *World) openStage(side Side) {
	w.stage, w.at, w.queued, w.ordinal = side, 0, 0, 0
	w.deliver(side)
	w.overtake()
	for k := range w.S.Pledges {
		p := &w.S.Pledges[k]
		if p.Serial != 0 && p.Debtor == side && w.overtaken(p) {
			w.S.Kept[side]++
			w.S.Agreed[p.Issue] = Agreed{w.S.Day, side, p.Rung}
			w.news(News{Kind: NewsPromise, To: both, Side: side, Pledge: *p, Answer: Keep})
			p.Serial = 0
		}
		if p.Serial != 0 && p.Debtor == side && p.Due < w.S.Next {
			w.queue[w.queued] = p.Serial
			w.queued++
			w.news(News{Kind: NewsPromiseDue, To: only(side), Side: side, Pledge: *p})
		}
	}
	w.pledges = w.queued
	for k := range w.S.Items {
		if it := &w.S.Items[k]; it.Status == Waiting && it.From == side.Other() {
			w.queue[w.queued] = it.Serial
			w.queued++
		}
	}
	sortSerials(w.queue[w.pledges:w.queued])
}

// sortSerials puts the older message first.
func sortSerials(q []int32) {
	for i := 1; i < len(q); i++ {
		for j := i; j > 0 && q[j] < q[j-1]; j-- {
			q[j], q[j-1] = q[j-1], q[j]
		}
	}
}

func (w *World) closeStage() {
	if w.phase == phaseFirst {
		w.phase = phaseSecond
		w.openStage(w.stage.Other())
		return
	}
	w.phase = phaseClose
}

// closeTurn is the rest of the turn after both sides have moved.
func (w *World) closeTurn() {
	s := &w.S
	w.runDays()
	days := s.Next - s.Day
	w.lapse()
	w.overdue()
	w.triggers()
	w.laws()
	w.redLines(Washington)
	w.redLines(Havana)
	w.income(days)
	w.keepTests()
	s.Day = s.Next
	s.Over = s.Day > w.M.Cut.Last
	if w.Audit != nil {
		w.Audit.Hash = s.hash(w.M, w.Audit.Hash)
		w.Audit.Hashes = append(w.Audit.Hashes, TurnHash{s.Day - 1, w.Audit.Hash, s.marks(w.M)})
	}
	w.phase = phaseOpen
	if s.Over {
		w.phase = phaseOver
	}
}

// overdue: a promise that its debtor let pass in silence is broken.
func (w *World) overdue() {
	for k := range w.S.Pledges {
		p := &w.S.Pledges[k]
		if p.Serial != 0 && p.Due < w.S.Day {
			w.news(News{Kind: NewsPromise, To: both, Side: p.Debtor, Pledge: *p, Answer: Deny})
			w.breakPromise(p, Cause{Rule: RulePromise, Side: p.Debtor, Index: int16(p.Issue)})
		}
	}
}

// NewForced opens a world that follows a record, audited.
func NewForced(m *Model, set Setup, f Forced) *World {
	w := &World{M: m, Forced: f, Audit: &Audit{}}
	w.Reset(set, noise.Free(set.Seed))
	return w
}

// Touches says whether a waiting thing concerns an issue of that id; "" is any.
func (w *World) Touches(n Need, issue string) bool {
	if issue == "" {
		return true
	}
	i := int8(-1)
	for k := range w.M.Issues {
		if w.M.Issues[k].ID == issue {
			i = int8(k)
		}
	}
	if n.Stage == StagePromise {
		p := w.pledge(n.Item)
		return p != nil && p.Issue == i
	}
	it := w.item(n.Item)
	if it == nil {
		return false
	}
	if it.Kind == Probe {
		return it.Issue == i
	}
	return it.Heard.Names(i)
}

// Names says whether a package has a term on an issue.
func (p *Package) Names(issue int8) bool {
	for k := int8(0); k < p.NGive; k++ {
		if p.Give[k].Issue == issue {
			return true
		}
	}
	for k := int8(0); k < p.NAsk; k++ {
		if p.Ask[k].Issue == issue {
			return true
		}
	}
	return false
}

// Intervene makes an authored move although it is not legal, as a record
// demands; it says whether the move could be made at all.
func (w *World) Intervene(side Side, c Choice) bool {
	if c.Move < 0 || w.M.Moves[c.Move].Side != side || w.ordinal >= MostMoves-1 {
		return false
	}
	n := w.need()
	w.Path = noise.Mix(w.Path, w.M.Content(&c)^1)
	w.Interventions++
	if w.Audit != nil {
		w.Audit.Choices = append(w.Audit.Choices, Logged{Day: w.S.Day, Side: side, Choice: c})
	}
	w.make(side, int(c.Move), w.Slot(n).After(w.M.Content(&c)))
	w.ordinal++
	return true
}
