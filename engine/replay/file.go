// Package replay writes play-throughs down as the choices that were made,
// reads them again, and verifies them: a saved game is a replay. State is
// never saved.
package replay

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/BurntSushi/toml"

	"backchannel/engine"
	"backchannel/engine/play"
)

// Format is the version of the file's form; Engine that of the rules in Go.
// Engine is raised by every change that lets the same choices end otherwise.
const (
	Format = 1
	Engine = 1
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 1 << 20

// File is one play-through.
type File struct {
	Format          int      `toml:"backchannel"`
	Engine          int      `toml:"engine"`
	Scenario        string   `toml:"scenario"`
	Cut             string   `toml:"cut"`
	ScenarioVersion string   `toml:"scenario_version"`
	ScenarioHash    string   `toml:"scenario_hash"`
	TheoryVersion   string   `toml:"theory_version"`
	TheoryHash      string   `toml:"theory_hash"`
	Seed            int64    `toml:"seed"`
	Side            string   `toml:"side"`
	Goals           []string `toml:"goals"` // letters; none: the type's own
	UnknownFuture   bool     `toml:"unknown_future"`
	EveryTurn       bool     `toml:"every_turn"` // quiet turns were not passed over
	Branch          *Branch  `toml:"branch,omitempty"`
	Turns           []Turn   `toml:"turn"`
}

// Branch marks a play-through that is not the game: it leaves a game that was
// over, or the record, on a day.
type Branch struct {
	From string `toml:"from"` // "game" or "record"
	On   string `toml:"on"`
}

// Turn is one turn's choices, both sides', and the state's hash at its close.
type Turn struct {
	Day        string   `toml:"day"`
	Washington []string `toml:"washington"`
	Havana     []string `toml:"havana"`
	Hash       string   `toml:"hash"`
	Forecasts  []string `toml:"forecasts,omitempty"` // the person's own, if there are any
	Reasons    []string `toml:"reasons,omitempty"`   // one for each of Forecasts, where any was given; "" for none
	Marks      string   `toml:"marks"`               // a letter each quantity and ladder, to name what differs
}

// Of is the play-through of a game, as far as its turns are closed.
func Of(g *play.Game) *File {
	m, a := g.W.M, g.W.Audit
	f := &File{Format: Format, Engine: Engine, Scenario: m.ID, Cut: m.Cut.ID, ScenarioVersion: m.Version, ScenarioHash: hex(m.ScenarioHash),
		TheoryVersion: m.Theory.Version, TheoryHash: hex(m.TheoryHash), Seed: int64(g.Settings.Seed), Side: g.Settings.Side.String(),
		Goals: []string{}, UnknownFuture: g.Settings.UnknownFuture, EveryTurn: g.Settings.NoQuiet}
	if goals := g.Settings.Goals; goals[0] >= 0 {
		for _, k := range goals {
			f.Goals = append(f.Goals, m.Sides[g.Settings.Side].Goals[k].Letter)
		}
	}
	if b := g.Settings.Branch; b.From != play.NoBranch {
		f.Branch = &Branch{From: origins[b.From], On: b.On.String()}
	}
	f.Turns = turns(m, a)
	for _, s := range g.Foretold() {
		for k := range a.Hashes {
			if a.Hashes[k].Day >= s.Day {
				f.Turns[k].foretold(formatForecast(m, s.Thing, s.Odds), s.Reason)
				break
			}
		}
	}
	return f
}

// turns groups what was chosen by the turns that have closed.
func turns(m *engine.Model, a *engine.Audit) []Turn {
	var out []Turn
	at := 0
	for _, h := range a.Hashes {
		t := Turn{Washington: []string{}, Havana: []string{}, Hash: hex(h.Hash), Marks: h.MarkText(m)}
		for ; at < len(a.Choices) && a.Choices[at].Day <= h.Day; at++ {
			l := &a.Choices[at]
			t.Day = l.Day.String()
			text := engine.FormatChoice(m, l.Side, l.Choice)
			if l.Side == engine.Washington {
				t.Washington = append(t.Washington, text)
			} else {
				t.Havana = append(t.Havana, text)
			}
		}
		out = append(out, t)
	}
	return out
}

// origins are the words for what a branch leaves.
var origins = [...]string{play.FromGame: "game", play.FromRecord: "record"}

// read is a branch's place.
func (b *Branch) read() (out play.Branch, err error) {
	switch b.From {
	case origins[play.FromGame]:
		out.From = play.FromGame
	case origins[play.FromRecord]:
		out.From = play.FromRecord
	default:
		return out, fmt.Errorf("branch.from %q is neither game nor record", b.From)
	}
	if out.On, err = engine.ParseDay(b.On); err != nil {
		return out, fmt.Errorf("branch.on: %w", err)
	}
	return out, nil
}

func hex(h uint64) string { return fmt.Sprintf("%016x", h) }

// Encode is the file's text.
func Encode(f *File) []byte {
	var b bytes.Buffer
	e := toml.NewEncoder(&b)
	e.Indent = ""
	if err := e.Encode(f); err != nil {
		panic(fmt.Sprintf("replay: encoding a struct of strings: %v", err)) // cannot fail
	}
	return b.Bytes()
}

// Decode reads a file's text. A damaged or foreign file is refused with the
// reason.
func Decode(name string, data []byte) (*File, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%s: %d bytes, more than the %d that a replay may have", name, len(data), MaxSize)
	}
	var f File
	meta, err := toml.Decode(string(data), &f)
	if err != nil {
		if pe, ok := err.(toml.ParseError); ok {
			return nil, fmt.Errorf("%s:%d:%d: %s", name, pe.Position.Line, pe.Position.Col, pe.Message)
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if !meta.IsDefined("backchannel") {
		return nil, fmt.Errorf("%s: not a replay of this program: it does not say backchannel = %d", name, Format)
	}
	if f.Format != Format {
		return nil, fmt.Errorf("%s: form %d of a replay; this program reads form %d", name, f.Format, Format)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return nil, fmt.Errorf("%s: unknown key %q", name, extra[0].String())
	}
	if f.Side != "washington" && f.Side != "havana" {
		return nil, fmt.Errorf("%s: side %q is neither washington nor havana", name, f.Side)
	}
	if f.Branch != nil {
		if _, err := f.Branch.read(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for k := range f.Turns {
		if _, err := strconv.ParseUint(f.Turns[k].Hash, 16, 64); err != nil || len(f.Turns[k].Hash) != 16 {
			return nil, fmt.Errorf("%s: turn %d: hash %q is not 16 hexadecimal digits", name, k+1, f.Turns[k].Hash)
		}
		if err := checkForecasts(&f.Turns[k]); err != nil {
			return nil, fmt.Errorf("%s: turn %d: %w", name, k+1, err)
		}
	}
	return &f, nil
}

// Fits says why a file cannot be replayed under a model as it is, or nil.
func (f *File) Fits(m *engine.Model) error {
	switch {
	case f.Scenario != m.ID:
		return fmt.Errorf("it is of scenario %q, not %q", f.Scenario, m.ID)
	case f.Cut != m.Cut.ID:
		return fmt.Errorf("it is of cut %q, not %q", f.Cut, m.Cut.ID)
	case f.Engine != Engine:
		return fmt.Errorf("it was made by rules version %d; this program has %d", f.Engine, Engine)
	case f.ScenarioHash != hex(m.ScenarioHash):
		return fmt.Errorf("it was made with scenario %s version %s (%s); this is version %s (%s)", m.ID, f.ScenarioVersion, f.ScenarioHash, m.Version, hex(m.ScenarioHash))
	case f.TheoryHash != hex(m.TheoryHash):
		return fmt.Errorf("it was made under theory version %s (%s); this is version %s (%s)", f.TheoryVersion, f.TheoryHash, m.Theory.Version, hex(m.TheoryHash))
	}
	return nil
}

// settings are those of the game that the file holds.
func (f *File) settings(m *engine.Model) (play.Settings, error) {
	set := play.Settings{Seed: uint64(f.Seed), Goals: [2]int8{-1, -1}, UnknownFuture: f.UnknownFuture, NoQuiet: true}
	if f.Side == "havana" {
		set.Side = engine.Havana
	}
	if f.Branch != nil {
		var err error
		if set.Branch, err = f.Branch.read(); err != nil {
			return set, err
		}
	}
	if len(f.Goals) == 0 {
		return set, nil
	}
	if len(f.Goals) != 2 || f.Goals[0] == f.Goals[1] {
		return set, fmt.Errorf("goals %q: two different goals are played for", f.Goals)
	}
	for k, letter := range f.Goals {
		set.Goals[k] = -1
		for i := range m.Sides[set.Side].Goals {
			if m.Sides[set.Side].Goals[i].Letter == letter {
				set.Goals[k] = int8(i)
			}
		}
		if set.Goals[k] < 0 {
			return set, fmt.Errorf("goal %q is none of %s's", letter, f.Side)
		}
	}
	return set, nil
}
