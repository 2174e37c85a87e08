// Package policy is the one player of the game. It plays either side of any
// era from an observation and a briefing, and nothing else: one ply ahead, by
// the expected change of its score and what meters are worth as means. It
// also speaks for the advisers, who see the same desk with beliefs and
// interests of their own.
//
// A decision is made in up to three small races: the thread (kind of move and
// issue), its terms, its carriage. A thread weighs as much as its best
// package, so that the number of variants never changes how often it is chosen.
package policy

import (
	"backchannel/engine"
	"backchannel/engine/noise"
)

// Limits of what is weighed at once.
const (
	MaxThreads  = 36 // in the race, hold among them
	maxRaw      = engine.MaxMoves + engine.MaxIssues*2 + 2
	maxPackages = 10 // a thread
)

// Mind plays one side. It keeps its buffers from decision to decision and is
// not safe for concurrent use.
type Mind struct {
	B *engine.Briefing
	O engine.Observation

	lens    lens
	memo    memo
	quoted  quote
	threads [maxRaw]Thread
	n       int
	kept    [MaxThreads]Thread // while the best are picked
	packs   [maxPackages]Option
	nPacks  int
	ways    [engine.MaxChannels + 1]Option
	nWays   int

	contents [maxRaw]uint64
	scores   [maxRaw]int64
	weights  [maxRaw]noise.Weight

	Memory *Memory // nil: none

	judging bool // Surprise is at work: nothing is noted
	loss    uint64
}

// Option is a choice with its score, in thousandths of a point of the side's
// score, and the two reasons that weighed most.
type Option struct {
	Choice  engine.Choice
	Content uint64
	Score   int64
	Why     [2]engine.Reason
}

// Thread is a kind of move and its issue, with its best completion.
type Thread struct {
	Option
	Issue int8
}

// New makes a mind for a side of a world.
func New(w *engine.World, side engine.Side) *Mind { return &Mind{B: w.Brief(side)} }

// Look takes in the world as the side sees it.
func (m *Mind) Look(w *engine.World) {
	w.Rebrief(m.B)
	w.Observe(m.B.Side, &m.O)
}

// Decide makes the choice that the world needs by racing the side's options.
func (m *Mind) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	return m.decide(w, n, nil, false)
}

// DecideAmong is Decide with one more option in the race: a package that
// somebody composed and that the rule does not generate.
func (m *Mind) DecideAmong(w *engine.World, n engine.Need, extra *engine.Choice) (engine.Choice, [2]engine.Reason) {
	return m.decide(w, n, extra, false)
}

// Record weighs the options of a decision that was made by somebody else and
// notes the choice as the winner of its races.
func (m *Mind) Record(w *engine.World, n engine.Need, made engine.Choice) {
	m.decide(w, n, &made, true)
}

func (m *Mind) decide(w *engine.World, n engine.Need, extra *engine.Choice, made bool) (engine.Choice, [2]engine.Reason) {
	slot := w.Slot(n)
	if r, ok := m.Memory.recall(w.Path ^ uint64(slot)); ok && !made {
		return m.recalled(w, n, slot, r, extra)
	}
	m.Look(w)
	if n.Stage != engine.StageMove {
		m.answers(m.own(), n)
		if extra != nil {
			m.join(extra)
		}
		if m.keeps(w, slot, made) {
			m.remember(w, slot, m.n, func(k int) *Option { return &m.threads[k].Option })
		}
		o := m.pick(w, slot, m.threadIndex(extra), made)
		return o.Choice, o.Why
	}
	l := m.own()
	m.weighThreads(l)
	if extra != nil {
		m.join(extra)
	}
	if m.keeps(w, slot, made) {
		m.explain(l)
		m.remember(w, slot, m.n, func(k int) *Option { return &m.threads[k].Option })
	}
	t := m.pick(w, slot, m.threadIndex(extra), made)
	if t.Choice.Kind != engine.Offer && t.Choice.Kind != engine.Probe {
		return t.Choice, m.reasons(l, &t.Choice)
	}
	return m.complete(w, slot.After(t.Content), t, extra, made)
}

// complete races the terms and the carriage of a thread that has won.
func (m *Mind) complete(w *engine.World, slot noise.Slot, t *Thread, extra *engine.Choice, made bool) (engine.Choice, [2]engine.Reason) {
	l := &m.lens
	mine := m.mine(t, extra)
	best := Option{Choice: t.Choice, Content: t.Content, Score: t.Score, Why: t.Why}
	if t.Choice.Kind == engine.Offer {
		m.packages(l, t.Choice.Package.Subject(), len(t.Choice.Package.Ask) > 0 && t.Choice.Package.NAsk > 0)
		if mine {
			m.joinPackage(l, extra)
		}
		if m.keeps(w, slot, made) {
			m.remember(w, slot, m.nPacks, func(k int) *Option { return &m.packs[k] })
		}
		i := m.race(w, slot, m.packs[:m.nPacks], m.packIndex(extra, mine), made && mine)
		best = m.packs[i]
		slot = slot.After(best.Content)
	}
	return m.carry(w, slot, &best, extra, mine, made)
}

// mine says whether a choice is of a thread.
func (m *Mind) mine(t *Thread, extra *engine.Choice) bool {
	return extra != nil && m.B.ThreadContent(extra) == t.Content
}

// carry races the carriage.
func (m *Mind) carry(w *engine.World, slot noise.Slot, best *Option, extra *engine.Choice, mine, made bool) (engine.Choice, [2]engine.Reason) {
	l := &m.lens
	m.carriages(l, best)
	if mine && sameTerms(extra, &best.Choice) {
		m.joinWay(l, extra)
	}
	if m.keeps(w, slot, made) {
		m.remember(w, slot, m.nWays, func(k int) *Option { return &m.ways[k] })
	}
	i := m.race(w, slot, m.ways[:m.nWays], m.wayIndex(extra, mine), made && mine)
	return m.ways[i].Choice, m.ways[i].Why
}

func sameTerms(a, b *engine.Choice) bool {
	return a.Kind == b.Kind && a.Issue == b.Issue && a.Package == b.Package
}

// pick races the threads.
func (m *Mind) pick(w *engine.World, slot noise.Slot, index int, made bool) *Thread {
	for k := 0; k < m.n; k++ {
		m.contents[k], m.scores[k] = m.threads[k].Content, m.threads[k].Score
	}
	return &m.threads[m.draw(w, slot, m.n, index, made)]
}

func (m *Mind) race(w *engine.World, slot noise.Slot, options []Option, index int, made bool) int {
	for k := range options {
		m.contents[k], m.scores[k] = options[k].Content, options[k].Score
	}
	return m.draw(w, slot, len(options), index, made)
}

func (m *Mind) draw(w *engine.World, slot noise.Slot, n, index int, made bool) int {
	if n == 1 {
		return 0
	}
	weights := m.weights[:n]
	m.Weigh(weights, m.scores[:n])
	if m.judging {
		return m.judge(weights, index, made)
	}
	if made && index >= 0 {
		w.Recorded(slot, m.contents[:n], weights, index)
		return index
	}
	return w.Race(slot, m.contents[:n], weights)
}

// Weigh turns scores into the weights of a race. Stakes are felt with
// diminishing sensitivity (Kahneman and Tversky 1979): a score of the theory's
// stake as half of it.
func (m *Mind) Weigh(weights []noise.Weight, scores []int64) {
	t := &m.B.Theory.Choice
	for k, s := range scores {
		scores[k] = felt(s, t.Stake)
	}
	noise.WeightsInto(weights, scores, t.Tau)
}

// felt is a score as it is felt; meant is the score that is felt so.
func felt(score, stake int64) int64 { return score * stake / (stake + abs(score)) }

func meant(feeling, stake int64) int64 {
	return feeling * stake / max(stake-abs(feeling), 1)
}

// join adds a choice that the rule did not generate to the threads, or
// nothing where its thread is there.
func (m *Mind) join(c *engine.Choice) {
	if m.threadIndex(c) >= 0 {
		if (c.Kind == engine.Answer) && c.Answer == engine.Counter {
			m.threads[m.threadIndex(c)].Choice = *c
		}
		return
	}
	t := m.scoreChoice(&m.lens, c)
	at := m.n
	if at >= MaxThreads+1 {
		at = m.n - 1
	} else {
		m.n++
	}
	m.threads[at] = t
}

func (m *Mind) threadIndex(c *engine.Choice) int {
	if c == nil {
		return -1
	}
	content := m.B.ThreadContent(c)
	for k := 0; k < m.n; k++ {
		if m.threads[k].Content == content {
			return k
		}
	}
	return -1
}

func (m *Mind) packIndex(c *engine.Choice, mine bool) int {
	if !mine {
		return -1
	}
	for k := 0; k < m.nPacks; k++ {
		if m.packs[k].Choice.Package == c.Package {
			return k
		}
	}
	return -1
}

func (m *Mind) wayIndex(c *engine.Choice, mine bool) int {
	if !mine {
		return -1
	}
	for k := 0; k < m.nWays; k++ {
		if m.ways[k].Choice.Channel == c.Channel {
			return k
		}
	}
	return -1
}

// ScoreOf scores any legal choice of a moving stage as the side sees it.
func (m *Mind) ScoreOf(c *engine.Choice) Thread {
	return m.scoreChoice(m.own(), c)
}

func (m *Mind) scoreChoice(l *lens, c *engine.Choice) Thread {
	var t tally
	issue := m.score(l, c, &t)
	return Thread{Option{Choice: *c, Content: m.B.ThreadContent(c), Score: t.total, Why: t.why}, issue}
}

// score adds up what a choice is worth and says which issue it is about.
func (m *Mind) score(l *lens, c *engine.Choice, t *tally) (issue int8) {
	issue = c.Issue
	switch {
	case c.Kind == engine.Hold:
		t.total = m.holdScore()
	case c.Move >= 0:
		m.scoreMove(l, int(c.Move), t)
		issue = m.B.Moves[c.Move].Issue
	case c.Kind == engine.Probe:
		m.scoreProbe(l, c.Issue, c.Channel, t)
	case c.Kind == engine.Offer:
		m.scoreOffer(l, &c.Package, c.Channel, t)
		t.total += l.taste[engine.Offer]
		issue = c.Package.Subject()
	}
	if c.Kind != engine.Hold {
		t.total += m.routine(c.Kind)
	}
	return issue
}

// routine is what the theory adds to a kind of act, less what the moves already
// made in the stage take.
func (m *Mind) routine(k engine.Kind) int64 {
	t := &m.B.Theory.Choice
	return t.Kinds.Of(k) - int64(m.O.Moved)*t.Again
}

// holdScore is the weight of hold: its own, less impatience, times 30 days over
// the length of the turn, so that as much is done in a month whatever the pace.
func (m *Mind) holdScore() int64 {
	t := &m.B.Theory.Choice
	patience := int64(m.B.Type.Patience+m.B.Leaders[m.O.Leader].Patience) / 2
	return meant(felt(t.Hold-t.Restless*(4-patience), t.Stake)+t.Tau*lnMonths(m.O.Next-m.O.Day)/1000, t.Stake)
}

// lnMonths is ln(30 ÷ days) in thousandths, for the lengths of turns.
func lnMonths(days engine.Day) int64 {
	table := [...]struct {
		days engine.Day
		ln   int64
	}{{1, 3401}, {2, 2708}, {3, 2303}, {4, 2_015}, {5, 1792}, {6, 1609}, {7, 1455}, {10, 1099}, {13, 836}, {15, 693}, {20, 405}, {28, 69}, {31, -33}, {60, -693}, {92, -1120}}
	for _, e := range table {
		if days <= e.days {
			return e.ln
		}
	}
	return -1800
}
