package replay

import (
	"fmt"

	"backchannel/engine"
	"backchannel/engine/play"
)

// Result is what replaying a file gave.
type Result struct {
	Turns   int
	Hash    uint64
	Outcome string // id of the headline's outcome; "" where the play-through is not over
	OK      bool
	// Of the first divergence:
	Day      string
	Quantity string
	Detail   string
}

// Verify replays a file and compares every choice and every hash. A file made
// under other rules is refused unless force says to try; the result then names
// the first thing that differs.
func Verify(m *engine.Model, f *File, force bool) (Result, error) {
	if err := f.Fits(m); err != nil && !force {
		return Result{}, err
	}
	g, res, err := run(m, f, nil)
	if err != nil {
		return res, err
	}
	res.Turns = len(g.W.Audit.Hashes)
	res.Hash = g.W.Audit.Hash
	if g.Over {
		res.Outcome = m.Headline.Outcomes[g.W.Outcome()].ID
	}
	return res, nil
}

// Open loads a save: the game at the desk that follows its last closed turn.
func Open(m *engine.Model, f *File) (*play.Game, error) { return Walk(m, f, nil) }

// Walk is Open with somebody looking on: at the first desk, and at each that
// follows a turn.
func Walk(m *engine.Model, f *File, look func(*play.Game)) (*play.Game, error) {
	if err := f.Fits(m); err != nil {
		return nil, err
	}
	g, res, err := run(m, f, look)
	if err != nil {
		return nil, err
	}
	if !res.OK {
		return nil, fmt.Errorf("%s: %s: the replay parts from what was saved: %s", res.Day, res.Quantity, res.Detail)
	}
	g.Settings.NoQuiet = f.EveryTurn
	return g, nil
}

// Again plays the person's choices of a file under today's rules and texts,
// whatever hashes the file has. It is an error if one of them is no longer legal.
// The other side chooses anew.
func Again(m *engine.Model, f *File) (*play.Game, error) {
	return Each(m, f, func(*engine.World) {})
}

// Each is [Again] with a look at the world at the close of every turn.
func Each(m *engine.Model, f *File, look func(*engine.World)) (*play.Game, error) {
	set, err := f.settings(m)
	if err != nil {
		return nil, err
	}
	g := play.New(m, set)
	for k := len(g.W.Audit.Hashes); k < len(f.Turns); k++ {
		if t := &f.Turns[k]; !g.Over {
			if bad := turn(m, g, t, set.Side); bad != "" {
				return nil, fmt.Errorf("%s: %s", t.Day, bad)
			}
			look(g.W)
		}
	}
	return g, nil
}

// run plays the person's choices turn by turn and stops at the first thing
// that differs from the file.
func run(m *engine.Model, f *File, look func(*play.Game)) (*play.Game, Result, error) {
	if look == nil {
		look = func(*play.Game) {}
	}
	set, err := f.settings(m)
	if err != nil {
		return nil, Result{}, err
	}
	g := play.New(m, set)
	look(g)
	opened := len(g.W.Audit.Hashes) // turns of the record, before a branch
	for k := range f.Turns {
		t := &f.Turns[k]
		if k < opened {
			if res, ok := compare(m, g, t, k); !ok {
				return g, res, nil
			}
			continue
		}
		if g.Over {
			return g, Result{Day: t.Day, Quantity: "turns", Detail: "the play-through is over before the file is"}, nil
		}
		if bad := turn(m, g, t, set.Side); bad != "" {
			return g, Result{Day: t.Day, Quantity: "choice", Detail: bad}, nil
		}
		if res, ok := compare(m, g, t, k); !ok {
			return g, res, nil
		}
		look(g)
	}
	return g, Result{OK: true}, nil
}

// turn plans and commits one turn of the file.
func turn(m *engine.Model, g *play.Game, t *Turn, side engine.Side) string {
	lines := t.Washington
	if side == engine.Havana {
		lines = t.Havana
	}
	for _, line := range lines {
		c, _, err := engine.ParseChoice(m, side, line)
		if err != nil {
			return fmt.Sprintf("%q: %v", line, err)
		}
		if c.Kind == engine.Hold {
			continue
		}
		if why := g.Plan(c); why != engine.Legal {
			return fmt.Sprintf("%q is not legal here", line)
		}
	}
	if bad := foretell(m, g, t); bad != "" {
		return bad
	}
	g.Commit()
	return ""
}

// compare holds a closed turn against the file.
func compare(m *engine.Model, g *play.Game, want *Turn, k int) (Result, bool) {
	got := turns(m, g.W.Audit)
	if k >= len(got) {
		return Result{Day: want.Day, Quantity: "turns", Detail: "the turn did not close"}, false
	}
	have := &got[k]
	if have.Day != want.Day {
		return Result{Day: want.Day, Quantity: "calendar", Detail: "the turn begins on " + have.Day}, false
	}
	for _, pair := range [2][2][]string{{want.Washington, have.Washington}, {want.Havana, have.Havana}} {
		if d := differs(pair[0], pair[1]); d != "" {
			return Result{Day: want.Day, Quantity: "choice", Detail: d}, false
		}
	}
	if have.Hash == want.Hash {
		return Result{}, true
	}
	return Result{Day: want.Day, Quantity: quantity(m, want.Marks, have.Marks), Detail: "hash " + have.Hash + ", the file has " + want.Hash}, false
}

func differs(want, have []string) string {
	for i := range max(len(want), len(have)) {
		switch {
		case i >= len(want):
			return fmt.Sprintf("%q was not in the file", have[i])
		case i >= len(have):
			return fmt.Sprintf("%q of the file was not chosen", want[i])
		case want[i] != have[i]:
			return fmt.Sprintf("%q, the file has %q", have[i], want[i])
		}
	}
	return ""
}

// quantity names the first quantity or ladder whose mark differs.
func quantity(m *engine.Model, want, have string) string {
	for i := 0; i < min(len(want), len(have)); i++ {
		if want[i] == have[i] {
			continue
		}
		if i < len(m.Quantities) {
			return m.Quantities[i].Name
		}
		return "the ladder " + m.Issues[i-len(m.Quantities)].ID
	}
	return "something that has no mark (a message, a channel, a belief)"
}
