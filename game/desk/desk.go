// Package desk turns a play-through into what a screen shows: words, numbers
// and choices, with no reading, writing or drawing. The window and the text
// game read the same desk.
package desk

import (
	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/lang"
)

// Reader reads one game for the person who plays it.
type Reader struct {
	G *play.Game
	M *engine.Model
	C *lang.Catalog

	HideHistory bool // nothing on the desk tells what really happened

	side engine.Side
	mark int        // ledger entries that the person had seen at the last commit
	from engine.Day // the day of the last commit
	done bool       // there was one
	own  bool       // reasons are said in one's own people's mouth

	fast   bool  // the turns were quick at the last commit
	crises uint8 // those that were on at the last commit
}

// Desk is everything that one stop of the game shows.
type Desk struct {
	Date     string // "Week of Monday 2 September 1963"
	Turn     string // "Turn 1 of 17"
	Branch   string // that this is not the game but a branch, and of what; "" if it is the game
	Pace     string // that a crisis has quickened the turns, or has ended; "" if all is as usual
	PaceNew  bool   // it was not so at the last commit
	Capital  string
	Units    int64 // of capital
	Meters   []Meter
	Cables   []Cable
	Cards    []CardView
	Brewing  []BrewView
	Eve      []string // before a shock that everyone knows: what stands and who knows; else nil
	Promises []string
	Waiting  []string // what one has sent and nobody has answered
	Unread   []string // what waits for an answer beyond the hand: it stands first in the drawer
	Planned  []string
	Silence  string // what it means now to do nothing
	Channels []ChannelView
	Ladders  []Ladder
	Goals    []GoalView
	Score    int64 // 0–100
	Skipped  int   // quiet turns that ran by
	Over     bool
}

// New reads a game. The catalogue says in which language.
func New(g *play.Game, m *engine.Model, c *lang.Catalog) *Reader {
	r := &Reader{G: g, M: m, C: c, side: g.Settings.Side, from: m.Cut.First, fast: g.W.S.Fast, crises: g.W.S.Crises}
	if g.Settings.Branch.From != play.NoBranch {
		r.from, r.mark = g.W.S.Day, g.SeenLedger()
	}
	return r
}

// Commit ends the person's stage and remembers what had been seen by then.
func (r *Reader) Commit() {
	s := &r.G.W.S
	r.mark, r.from, r.done, r.fast, r.crises = r.G.SeenLedger(), s.Day, true, s.Fast, s.Crises
	r.G.Commit()
}

// View is the desk as it lies now, the plan included.
func (r *Reader) View() Desk {
	o := r.G.Observe()
	v := Desk{
		Date: r.Span(o.Day, o.Next), Turn: r.turn(o), Units: o.Q[r.capital()] / engine.Point,
		Meters: r.meters(o), Cables: r.Cables(), Brewing: r.brewing(o), Eve: r.eve(o), Promises: r.promises(o), Waiting: r.unanswered(o),
		Channels: r.channels(o), Ladders: r.ladders(o), Goals: r.goals(), Score: (r.G.W.Score(r.side) + 500) / 1000,
		Skipped: len(r.G.Skips), Over: r.G.Over,
	}
	v.Pace, v.PaceNew = r.pace(o)
	v.Branch = r.Branch()
	v.Capital = r.C.T("meter.capital_line", "Influence", r.C.T("unit.influence", "Count", v.Units), "Month", r.income(o))
	if r.G.Over {
		return v
	}
	v.Cards = r.cards()
	v.Unread = r.unread(v.Cards)
	v.Silence = r.silence(o)
	for _, c := range r.G.Planned() {
		v.Planned = append(v.Planned, r.ChoiceText(c))
	}
	return v
}

// Branch says that this is no game but a branch, and from where it is played
// on; "" for a game.
func (r *Reader) Branch() string {
	switch b := r.G.Settings.Branch; b.From {
	case play.FromGame:
		return r.C.T("branch.game", "Date", r.Day(b.On))
	case play.FromRecord:
		return r.C.T("branch.record", "Date", r.Day(b.On))
	}
	return ""
}

// income is what a month brings to spend, less what one's standing orders take.
func (r *Reader) income(o *engine.Observation) int64 {
	month := r.M.Theory.Capital.Month
	for k := range r.M.Orders {
		if or := &r.M.Orders[k]; or.Side == r.side && o.Orders[k].Running {
			month -= int64(or.Price)
		}
	}
	return month
}

func (r *Reader) capital() int { return engine.QCapitalW + int(r.side) }

// SideName is a side's name as the scenario gives it.
func (r *Reader) SideName(s engine.Side) string { return r.M.Sides[s].Name }

func (r *Reader) me() string    { return r.SideName(r.side) }
func (r *Reader) other() string { return r.SideName(r.side.Other()) }
