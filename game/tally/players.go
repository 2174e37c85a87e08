package tally

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/record"
	"backchannel/engine/worlds"
)

// table is one world with everyone who may sit down at it, kept for run
// after run.
type table struct {
	free   *worlds.Free
	random [2]*policy.Random
	follow [2]record.Follower
	watch  func(w *engine.World, side engine.Side) // before every choice, or nil
}

func newTable(m *engine.Model) *table {
	t := &table{free: worlds.NewFree(m)}
	for side := range t.random {
		t.random[side] = policy.NewRandom(t.free.W, engine.Side(side), 0)
		t.follow[side].Side = engine.Side(side)
	}
	return t
}

// play plays the world of one seed to its end.
func (t *table) play(o *Options, seed uint64) *engine.World {
	w := t.free.W
	w.Reset(engine.Setup{Seed: seed, Types: o.Types, Goals: o.Goals, UnknownFuture: o.UnknownFuture}, noise.Free(seed))
	var players [2]worlds.Player
	for side, chair := range o.Chairs {
		players[side] = t.free.Minds[side]
		switch chair {
		case OtherGoals:
			w.Setup.Goals[side] = others(w.GoalsOf(engine.Side(side)), len(w.M.Sides[side].Goals))
		case Holds:
			players[side] = holder{}
		case Random:
			t.random[side].Seed = seed
			players[side] = random{t.random[side]}
		case Follows:
			t.follow[side].Open(w.M)
			players[side] = &t.follow[side]
		}
		if t.watch != nil {
			players[side] = watched{players[side], t.watch}
		}
	}
	worlds.Run(w, players)
	return w
}

// others are the first two of n goals that are not in a pair.
func others(pair [2]int8, n int) [2]int8 {
	out, at := pair, 0
	for g := int8(0); int(g) < n && at < len(out); g++ {
		if g != pair[0] && g != pair[1] {
			out[at] = g
			at++
		}
	}
	return out
}

// holder lets everything lie.
type holder struct{}

// Decide is silence.
func (holder) Decide(_ *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	return worlds.Silence(n), [2]engine.Reason{}
}

// random plays at random, without reasons.
type random struct{ *policy.Random }

// Decide draws a legal choice.
func (r random) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	return r.Random.Decide(w, n), [2]engine.Reason{}
}

// watched lets somebody look before every choice.
type watched struct {
	worlds.Player
	look func(w *engine.World, side engine.Side)
}

// Decide looks, then decides.
func (p watched) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	p.look(w, n.Side)
	return p.Player.Decide(w, n)
}
