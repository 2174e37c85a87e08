// Package play is one play-through by a person in one chair: what lies on the
// desk, what is planned for the turn, what can be taken back, and what the
// policy in the other chair does after the commit. It decides no rule.
package play

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// Settings are what a person chooses before the first turn.
type Settings struct {
	Seed          uint64
	Side          engine.Side
	Goals         [2]int8 // −1: the type's own
	UnknownFuture bool
	NoQuiet       bool // stop at every turn, also where nothing needs the side
	Branch        Branch
}

// Game is a play-through in progress.
type Game struct {
	W        *engine.World
	Settings Settings
	Over     bool

	mind     *policy.Mind
	other    *policy.Mind
	desk     snapshot
	plan     []engine.Choice
	seen     int // news read before the last commit
	forms    []Forecast
	says     []said     // of this turn's things
	foretold []Foretold // in the turns before
	before   []Thread   // each adviser's best thread at the last stop
	opened   [engine.MaxMoves]bool
	crises   uint8        // that were on at the last stop
	earlier  uint8        // and at the one before
	Skips    []engine.Day // quiet turns that ran by since the last stop
}

type snapshot struct {
	w     engine.World
	audit [4]int
	hash  uint64
}

// New opens a game and runs it to the person's first desk.
func New(m *engine.Model, set Settings) *Game {
	w := opened(m, set)
	g := &Game{W: w, Settings: set, mind: policy.New(w, set.Side), other: policy.New(w, set.Side.Other())}
	g.seen = len(w.Audit.News)
	g.run()
	g.stop()
	return g
}

// opened is the world of a game before its first choice.
func opened(m *engine.Model, set Settings) *engine.World {
	if set.Branch.From == FromRecord {
		return set.Branch.open(m, set)
	}
	w := engine.NewWorld(m, engine.FreeSetup(set.Seed))
	w.Audit = &engine.Audit{}
	s := engine.FreeSetup(set.Seed)
	s.UnknownFuture = set.UnknownFuture
	s.Goals[set.Side] = set.Goals
	w.Reset(s, noise.Free(set.Seed))
	return w
}

// run lets the other side play until the person's stage or the end.
func (g *Game) run() {
	for {
		n := g.W.Next()
		if n.Over {
			g.Over = true
			return
		}
		if n.Side == g.Settings.Side {
			return
		}
		c, why := g.other.Decide(g.W, n)
		if g.W.Choose(c, why) != engine.Legal {
			g.W.Choose(worlds.Silence(n), [2]engine.Reason{})
		}
	}
}

// stop opens the desk: from here everything can be taken back until the commit.
func (g *Game) stop() {
	a := g.W.Audit
	g.desk = snapshot{w: *g.W, audit: [4]int{len(a.Ledger), len(a.News), len(a.Choices), len(a.Hashes)}, hash: a.Hash}
	g.plan = g.plan[:0]
	if g.Over {
		return
	}
	g.before = g.best()
	g.Observe()
	g.crises = g.mind.O.Crises
	for k := range g.opened {
		g.opened[k] = g.mind.O.Moves[k] == engine.Legal
	}
}

// restore takes the world back to the desk.
func (g *Game) restore() {
	a := g.W.Audit
	*g.W = g.desk.w
	a.Ledger, a.News = a.Ledger[:g.desk.audit[0]], a.News[:g.desk.audit[1]]
	a.Choices, a.Hashes = a.Choices[:g.desk.audit[2]], a.Hashes[:g.desk.audit[3]]
	a.Hash = g.desk.hash
}

// rebuild plays the plan from the desk, promises and answers first and in the
// order in which they wait, so that a replay meets the same choices in the
// same slots.
func (g *Game) rebuild() engine.WhyNot {
	g.restore()
	for {
		n := g.W.Next()
		if n.Over || n.Side != g.Settings.Side || n.Stage == engine.StageMove {
			break
		}
		c := g.planned(n)
		if why := g.W.Choose(c, [2]engine.Reason{}); why != engine.Legal {
			return why
		}
	}
	for _, c := range g.plan {
		if c.Kind == engine.Answer || c.Kind == engine.Promise {
			continue
		}
		if n := g.W.Next(); n.Over || n.Side != g.Settings.Side {
			return engine.BoxFull
		}
		if why := g.W.Choose(c, [2]engine.Reason{}); why != engine.Legal {
			return why
		}
	}
	return engine.Legal
}

func (g *Game) planned(n engine.Need) engine.Choice {
	for _, c := range g.plan {
		if (c.Kind == engine.Answer || c.Kind == engine.Promise) && c.Item == n.Item {
			return c
		}
	}
	c := worlds.Silence(n)
	if n.Stage == engine.StagePromise {
		if later := c; true {
			later.Answer = engine.Delay
			if g.W.WhyNot(n.Side, &later) == engine.Legal {
				return later
			}
		}
	}
	return c
}

// Plan adds a choice to the turn. An answer replaces an earlier answer to the
// same thing. What is not legal changes nothing and says why.
func (g *Game) Plan(c engine.Choice) engine.WhyNot {
	old := append([]engine.Choice(nil), g.plan...)
	if c.Kind == engine.Answer || c.Kind == engine.Promise {
		for k := range g.plan {
			if g.plan[k].Item == c.Item && (g.plan[k].Kind == engine.Answer || g.plan[k].Kind == engine.Promise) {
				g.plan = append(g.plan[:k], g.plan[k+1:]...)
				break
			}
		}
	}
	g.plan = append(g.plan, c)
	why := g.rebuild()
	if why != engine.Legal {
		g.plan = append(g.plan[:0], old...)
		g.rebuild()
	}
	g.follow()
	return why
}

// Undo takes back the last planned choice; it says whether there was one.
func (g *Game) Undo() bool {
	if len(g.plan) == 0 {
		return false
	}
	g.plan = g.plan[:len(g.plan)-1]
	g.rebuild()
	g.follow()
	return true
}

// Planned is what is planned for the turn, in the order of planning.
func (g *Game) Planned() []engine.Choice { return g.plan }

// Commit ends the person's stage. What is done is done. Where nothing then
// needs the side, the calendar runs on.
func (g *Game) Commit() {
	if g.Over {
		return
	}
	g.remember()
	g.foretell()
	g.rebuild()
	g.seen, g.earlier = g.desk.audit[1], g.crises
	g.Skips = g.Skips[:0]
	g.hold()
	for !g.Over && !g.Settings.NoQuiet && g.Quiet() {
		g.Skips = append(g.Skips, g.W.S.Day)
		g.plan = g.plan[:0]
		g.hold()
	}
	g.resolve()
	g.decide()
	g.stop()
}

// hold closes the person's stage and lets the world run on.
func (g *Game) hold() {
	for {
		n := g.W.Next()
		if n.Over || n.Side != g.Settings.Side {
			break
		}
		c := worlds.Silence(n)
		if n.Stage == engine.StageMove {
			c = engine.HoldChoice
		}
		g.W.Choose(c, [2]engine.Reason{})
		if n.Stage == engine.StageMove {
			break
		}
	}
	g.run()
}

// News is what the person's side has learned since its last commit.
func (g *Game) News() []engine.News {
	var out []engine.News
	for _, n := range g.W.Audit.News[min(g.seen, len(g.W.Audit.News)):] {
		if n.To[g.Settings.Side] {
			out = append(out, n)
		}
	}
	return out
}

// Observe is what the person's side sees now, the plan included.
func (g *Game) Observe() *engine.Observation {
	g.mind.Look(g.W)
	return &g.mind.O
}

// Mind is the policy's look at the person's desk: it speaks for the advisers.
func (g *Game) Mind() *policy.Mind { return g.mind }

// Briefing is what the person's side may know of the scenario.
func (g *Game) Briefing() *engine.Briefing { return g.mind.B }

// At is the desk of a world that stands at a side's choice, as it can be read
// when all is over; it is not to be played on.
func At(w *engine.World, side engine.Side) *Game {
	if w.Audit == nil {
		w.Audit = &engine.Audit{}
	}
	return &Game{W: w, Settings: Settings{Side: side}, Over: true, mind: policy.New(w, side)}
}
