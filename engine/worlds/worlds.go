// Package worlds runs whole play-throughs: free ones, on all cores, and
// replays of choices that were made. Counting is its business; rules are not.
package worlds

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
)

// Player makes a side's choices.
type Player interface {
	Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason)
}

// Chooser is a person, or who stands in for one.
type Chooser interface {
	Decide(w *engine.World, n engine.Need) engine.Choice
}

// Run plays a world to its end with a player a side.
func Run(w *engine.World, players [2]Player) {
	for {
		n := w.Next()
		if n.Over {
			return
		}
		c, why := players[n.Side].Decide(w, n)
		if w.Choose(c, why) != engine.Legal {
			fallBack(w, n)
		}
	}
}

// fallBack is silence: what a side does whose choice was not legal after all.
func fallBack(w *engine.World, n engine.Need) {
	w.Seen.Mark(engine.MechIllegal)
	if why := w.Choose(Silence(n), [2]engine.Reason{}); why != engine.Legal {
		panic("worlds: silence is not legal") // cannot be: silence always is
	}
}

// Free is a world with the policy in both chairs, kept for run after run.
type Free struct {
	W     *engine.World
	Minds [2]*policy.Mind
}

// NewFree makes one.
func NewFree(m *engine.Model) *Free {
	w := engine.NewWorld(m, engine.FreeSetup(0))
	return &Free{W: w, Minds: [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}}
}

// Run plays the world of one seed.
func (f *Free) Run(set engine.Setup) {
	f.W.Reset(set, noise.Free(set.Seed))
	Run(f.W, [2]Player{f.Minds[0], f.Minds[1]})
}

// Silence is what a side does that does nothing: it holds, lets a message lie,
// lets a promise pass.
func Silence(n engine.Need) engine.Choice {
	c := engine.HoldChoice
	switch n.Stage {
	case engine.StageAnswer:
		c = engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: n.Item, Answer: engine.Silence}
	case engine.StagePromise:
		c = engine.Choice{Kind: engine.Promise, Move: -1, Issue: -1, Channel: -1, Item: n.Item, Answer: engine.Deny}
	}
	return c
}
