package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/scenario"
	"backchannel/engine/worlds"
	"backchannel/scenarios"
)

// What the tests of phenomena in free worlds share: eras, worlds under paired
// noise, and players who do one thing more than the policy, or one less.

// era loads a shipped era.
func era(t testing.TB, id, cut string) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, id, cut)
	if m == nil {
		t.Fatalf("loading %s: %v", id, problems)
	}
	return m
}

// enough is how many worlds of those wanted are played.
func enough(n uint64) uint64 {
	if testing.Short() {
		return n / 2
	}
	return n
}

// share is in how many of a thousand free worlds something comes about.
func share(m *engine.Model, n uint64, is func(w *engine.World) bool) int {
	return shareOf(m, n, asTheyAre, is)
}

// shareOf is share with other players: they are made of the two policies.
func shareOf(m *engine.Model, n uint64, players func([2]worlds.Player) [2]worlds.Player, is func(w *engine.World) bool) int {
	hits := 0
	each(m, n, players, func(w *engine.World) {
		if is(w) {
			hits++
		}
	})
	return hits * 1000 / int(enough(n))
}

// each plays worlds to their end and looks at every one.
func each(m *engine.Model, n uint64, players func([2]worlds.Player) [2]worlds.Player, look func(w *engine.World)) {
	w := engine.NewWorld(m, engine.FreeSetup(0))
	p := players([2]worlds.Player{policy.New(w, engine.Washington), policy.New(w, engine.Havana)})
	for seed := uint64(0); seed < enough(n); seed++ {
		w.Reset(engine.FreeSetup(seed), noise.Free(seed))
		worlds.Run(w, p)
		look(w)
	}
}

// also makes a script's moves where they are legal, and else what another does.
type also struct {
	worlds.Player
	script scripted
}

func (a also) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	if c, why := a.script.Decide(w, n); c.Move >= 0 && w.WhyNot(n.Side, &c) == engine.Legal {
		return c, why
	}
	return a.Player.Decide(w, n)
}

// without lets another play, but holds where a choice is not wanted.
type without struct {
	worlds.Player
	never func(c *engine.Choice) bool
}

func (p without) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	c, why := p.Player.Decide(w, n)
	if p.never(&c) {
		return worlds.Silence(n), why
	}
	return c, why
}

// ready lets a move be made at any time and price, with all that it does.
func ready(t testing.TB, m *engine.Model, id string) {
	t.Helper()
	for k := range m.Moves {
		if mv := &m.Moves[k]; mv.ID == id {
			mv.When, mv.Price, mv.Once, mv.Every = nil, 0, false, 0
			return
		}
	}
	t.Fatalf("no move %q", id)
}

// issueOf is the number of a ladder.
func issueOf(t testing.TB, m *engine.Model, id string) int8 {
	t.Helper()
	for k := range m.Issues {
		if m.Issues[k].ID == id {
			return int8(k)
		}
	}
	t.Fatalf("no ladder %q", id)
	return -1
}

// channelOf is the number of a channel.
func channelOf(t testing.TB, m *engine.Model, id string) int8 {
	t.Helper()
	for k := range m.Channels {
		if m.Channels[k].ID == id {
			return int8(k)
		}
	}
	t.Fatalf("no channel %q", id)
	return -1
}

// opensOn puts a ladder elsewhere at the opening.
func opensOn(m *engine.Model, issue int8, rung int) {
	m.OpenWith([]engine.Setting{{Kind: engine.SetRung, Index: int16(issue), Amount: int64(rung)}})
}

// dealt says whether the sides have agreed on a ladder since the opening.
func dealt(w *engine.World, issue int8) bool {
	return w.S.Bargained[issue] > 0
}

// asTheyAre leaves both chairs to the policy.
func asTheyAre(p [2]worlds.Player) [2]worlds.Player { return p }
