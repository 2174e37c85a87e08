package lab

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"backchannel/engine"
)

// Ranking are the turning points of a play-through, the decision on which most
// hung first.
type Ranking struct {
	Turning
	Points []TurningPoint
}

// TurningPoint is a decision with what could have been done.
type TurningPoint struct {
	Decision int
	Stop     *Stop
	Deed     *Deed
	Leverage float64 // 0–1: how much of the ending hung on it, as it could be judged at the time
	Options  []Turn  // those that would have moved the ending's odds most first
}

// Turn is what another move would have turned, counted in worlds.
type Turn struct {
	Choice     engine.Choice
	Text       string
	Documented bool
	Worlds     int
	Averted    int    // with the same luck what happened does not
	Outcome    string // the title of the ending that moves most with fresh luck
	Then, Now  int    // with fresh luck that comes: without the move, and with it
}

// MostNamed is how many points of a ranking are put into words.
const MostNamed = 8

// mostTurns is how many alternatives of a turning point are kept.
const mostTurns = 3

// rank puts turning points into words.
func (v *Visit) rank(t Turning) *Ranking {
	out := &Ranking{Turning: t}
	for k := range t.Alternatives {
		a := &t.Alternatives[k]
		n := len(out.Points)
		if n == 0 || out.Points[n-1].Decision != a.on {
			out.Points = append(out.Points, TurningPoint{Decision: a.on, Stop: v.Stop(a.on), Deed: v.Deed(a.on), Leverage: *a.Leverage})
			n++
		}
		p := &out.Points[n-1]
		if len(p.Options) == mostTurns {
			continue
		}
		p.Options = append(p.Options, v.turn(a))
	}
	return out
}

// turn reads what an alternative would have turned.
func (v *Visit) turn(a *Alternative) Turn {
	worlds := float64(a.Worlds)
	count := func(share float64) int { return int(math.Round(share * worlds)) }
	most := a.moved()
	return Turn{Choice: a.move, Documented: a.Documented, Worlds: int(a.Worlds), Averted: count(a.averts()), Outcome: v.titles[most],
		Then: count(a.FreshThen[most]), Now: count(a.Fresh[most])}
}

// moved is the outcome whose share an alternative moves most with fresh luck; of
// equal ones the first by name.
func (a *Alternative) moved() (id string) {
	most := -1.0
	for _, k := range slices.Sorted(maps.Keys(a.Fresh)) {
		if d := math.Abs(a.Fresh[k] - a.FreshThen[k]); d > most+1e-9 {
			id, most = k, d
		}
	}
	return id
}

// swing is how far an alternative moves the distribution of the headline with
// fresh luck, 0–1.
func (a *Alternative) swing() float64 {
	sum := 0.0
	for _, k := range slices.Sorted(maps.Keys(a.Fresh)) {
		sum += math.Abs(a.Fresh[k]-a.FreshThen[k]) / 2
	}
	return sum
}

// Text is a choice in a decision in words.
func (v *Visit) Text(decision int, c engine.Choice) string {
	f := v.Past.Fork(decision)
	d := f.Decision()
	return v.reader(&f.World, d.Need.Side).ChoiceText(whole(d, c))
}

// Name puts the alternatives of a turning point into words.
func (v *Visit) Name(p *TurningPoint) {
	for k := range p.Options {
		if o := &p.Options[k]; o.Text == "" {
			o.Text = v.Text(p.Decision, o.Choice)
		}
	}
}

// WriteEarly writes a line for each of so many turning points, as far as one world
// under each alternative can tell.
func (v *Visit) WriteEarly(w io.Writer, t *Turning, most int) {
	points := v.rank(*t).Points
	fmt.Fprintln(w, "\n"+v.C.T("lab.turning_early"))
	for k := range points[:min(most, len(points))] {
		p := &points[k]
		fmt.Fprintln(w, "  "+v.C.T("lab.turning_row", "Rank", k+1, "Leverage", hundred(p.Leverage), "Day", v.days.Short(p.Stop.Day), "Side", p.Deed.Who, "Done", p.Deed.Text))
	}
}

// WriteTurning writes the turning points, so many of them, the three alternatives
// of each that change most.
func (v *Visit) WriteTurning(w io.Writer, t *Turning, most int) {
	m := v.Past.M
	fmt.Fprintln(w, v.C.T("lab.title", "Era", m.Title, "Cut", m.Cut.Title))
	fmt.Fprintln(w)
	fmt.Fprintln(w, v.C.T("lab.turning", "Slots", t.Slots, "Exist", t.Exist, "Tried", t.Tried, "Worlds", t.Worlds))
	fmt.Fprintln(w, v.C.T("lab.happened", "Outcome", v.Outcome()))
	points := v.rank(*t).Points
	for k := range points[:min(most, len(points))] {
		p := &points[k]
		v.Name(p)
		fmt.Fprintln(w)
		fmt.Fprintln(w, v.C.T("lab.turning_row", "Rank", k+1, "Leverage", hundred(p.Leverage), "Day", v.days.Short(p.Stop.Day), "Side", p.Deed.Who, "Done", p.Deed.Text))
		for _, o := range p.Options {
			fmt.Fprintln(w, "   "+v.C.T("lab.turning_move", "Move", o.Text, "Averted", o.Averted, "Worlds", o.Worlds, "Outcome", o.Outcome, "Then", o.Then, "Now", o.Now))
		}
	}
}
