package phenomena

import (
	"fmt"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// Stage is where phenomena are shown: it loads eras under one theory and plays
// worlds of them.
type Stage struct {
	Premises *Premises
	Load     func(era, cut string) (*engine.Model, error) // a model of its own each time
	Part     int                                          // how many of a hundred worlds that a phenomenon asks for are played
}

// failure is a premise that the era does not have; [Stage.Claims] makes an error
// of it.
type failure struct{ err error }

func fail(format string, args ...any) { panic(failure{fmt.Errorf(format, args...)}) }

// as leaves the theory as it is.
func as(*engine.Theory) {}

// era loads an era and changes its theory.
func (s *Stage) era(id, cut string, change func(t *engine.Theory)) *engine.Model {
	m, err := s.Load(id, cut)
	if err != nil {
		panic(failure{err})
	}
	change(&m.Theory)
	return m
}

// enough is how many worlds of those wanted are played.
func (s *Stage) enough(n uint64) uint64 { return max(n*uint64(s.Part)/100, 1) }

// share is in how many of a thousand free worlds something comes about.
func (s *Stage) share(m *engine.Model, n uint64, is func(w *engine.World) bool) int64 {
	return s.shareOf(m, n, asTheyAre, is)
}

// shareOf is share with other players: they are made of the two policies.
func (s *Stage) shareOf(m *engine.Model, n uint64, players func([2]worlds.Player) [2]worlds.Player, is func(w *engine.World) bool) int64 {
	hits := int64(0)
	s.each(m, n, players, func(w *engine.World) {
		if is(w) {
			hits++
		}
	})
	return hits * 1000 / int64(s.enough(n))
}

// each plays worlds to their end and looks at every one.
func (s *Stage) each(m *engine.Model, n uint64, players func([2]worlds.Player) [2]worlds.Player, look func(w *engine.World)) {
	w := engine.NewWorld(m, engine.FreeSetup(0))
	p := players([2]worlds.Player{policy.New(w, engine.Washington), policy.New(w, engine.Havana)})
	for seed := range s.enough(n) {
		w.Reset(engine.FreeSetup(seed), noise.Free(seed))
		worlds.Run(w, p)
		look(w)
	}
}

// asTheyAre leaves both chairs to the policy.
func asTheyAre(p [2]worlds.Player) [2]worlds.Player { return p }

// scripted makes a move on each of some turns and else does nothing.
type scripted map[int16]string

func (s scripted) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	if id, ok := s[w.S.Turn]; ok && n.Stage == engine.StageMove && n.Ordinal == 0 {
		for k := range w.M.Moves {
			if mv := &w.M.Moves[k]; mv.ID == id && mv.Side == n.Side {
				return engine.Choice{Kind: mv.Kind, Move: int16(k), Issue: -1, Channel: -1}, [2]engine.Reason{}
			}
		}
	}
	return worlds.Silence(n), [2]engine.Reason{}
}

// holds is a side that never does anything.
var holds = scripted{}

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

// noting lets another play and looks at each choice before it is made.
type noting struct {
	worlds.Player
	look func(w *engine.World, c *engine.Choice)
}

func (p noting) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	c, why := p.Player.Decide(w, n)
	p.look(w, &c)
	return c, why
}

// after plays scripts to the end of a turn and gives the state.
func after(m *engine.Model, turn int16, washington, havana scripted) engine.State {
	w := engine.NewWorld(m, engine.FreeSetup(4))
	players := [2]worlds.Player{washington, havana}
	for {
		n := w.Next()
		if n.Over || w.S.Turn > turn {
			return w.S
		}
		c, why := players[n.Side].Decide(w, n)
		if bad := w.Choose(c, why); bad != engine.Legal {
			fail("%s, turn %d: %s is refused (%d)", m.ID, w.S.Turn, engine.FormatChoice(m, n.Side, c), bad)
		}
	}
}

// idle plays a world in which nobody does anything to its end.
func idle(m *engine.Model) *engine.World {
	w := engine.NewWorld(m, engine.FreeSetup(1))
	worlds.Run(w, [2]worlds.Player{holds, holds})
	return w
}

// move is a move of the scenario's.
func move(m *engine.Model, id string) *engine.Move {
	for k := range m.Moves {
		if m.Moves[k].ID == id {
			return &m.Moves[k]
		}
	}
	fail("%s has no move %q", m.ID, id)
	return nil
}

// ready lets a move be made at any time and price, with all that it does.
func ready(m *engine.Model, id string) *engine.Move {
	mv := move(m, id)
	mv.When, mv.Price, mv.Once, mv.Every = nil, 0, false, 0
	return mv
}

// free lets a move be made at any time and price, so that its rule stands alone.
func free(m *engine.Model, id string) *engine.Move {
	mv := ready(m, id)
	mv.Effects = nil
	return mv
}

// ladder is the number of a ladder.
func ladder(m *engine.Model, id string) int8 {
	for k := range m.Issues {
		if m.Issues[k].ID == id {
			return int8(k)
		}
	}
	fail("%s has no ladder %q", m.ID, id)
	return -1
}

// channel is the number of a channel.
func channel(m *engine.Model, id string) int8 {
	for k := range m.Channels {
		if m.Channels[k].ID == id {
			return int8(k)
		}
	}
	fail("%s has no channel %q", m.ID, id)
	return -1
}

// event is the number of an event.
func event(m *engine.Model, id string) int {
	for k := range m.Events {
		if m.Events[k].ID == id {
			return k
		}
	}
	fail("%s has no event %q", m.ID, id)
	return -1
}

// quantity is the number of a quantity.
func quantity(m *engine.Model, name string) int {
	for k := range m.Quantities {
		if m.Quantities[k].Name == name {
			return k
		}
	}
	fail("%s has no quantity %q", m.ID, name)
	return -1
}

// opensOn puts a ladder elsewhere at the opening.
func opensOn(m *engine.Model, issue int8, rung int) {
	m.OpenWith([]engine.Setting{{Kind: engine.SetRung, Index: int16(issue), Amount: int64(rung)}})
}

// dealt says whether the sides have agreed on a ladder since the opening.
func dealt(w *engine.World, issue int8) bool { return w.S.Bargained[issue] > 0 }

// struck says whether anything at all has been agreed.
func struck(w *engine.World) bool {
	for i := range w.M.Issues {
		if dealt(w, int8(i)) {
			return true
		}
	}
	return false
}

// settled says whether each side has given way to the other by agreement.
func settled(w *engine.World) bool {
	return gaveWay(w, engine.Washington, all) && gaveWay(w, engine.Havana, all)
}

func all(*engine.Issue) bool     { return true }
func grand(i *engine.Issue) bool { return i.Grand }
func small(i *engine.Issue) bool { return !i.Grand }

// gaveWay says whether an agreement has made a side give way on a ladder of a kind.
func gaveWay(w *engine.World, side engine.Side, of func(*engine.Issue) bool) bool {
	for i := range w.M.Issues {
		if of(&w.M.Issues[i]) && w.S.Bargained[i] > 0 && w.S.Agreed[i].By == side {
			return true
		}
	}
	return false
}

func one(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
