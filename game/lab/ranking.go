package lab

import (
	"fmt"
	"io"

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
	Options  []Turn  // those that change most first
}

// Turn is what another move would have turned. Shares are of 100 worlds.
type Turn struct {
	Choice      engine.Choice
	Text        string
	Documented  bool
	Averted     int // with the same luck what happened does not
	Fresh, Then int // with fresh luck it does: with the move, and as it was
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
		p.Options = append(p.Options, Turn{Choice: a.move, Documented: a.Documented, Averted: hundred(a.averts()),
			Fresh: hundred(a.Fresh[a.Historical]), Then: hundred(a.FreshThen[a.Historical])})
	}
	return out
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
			fmt.Fprintln(w, "   "+v.C.T("lab.turning_move", "Move", o.Text, "Averted", o.Averted, "Fresh", o.Fresh, "Then", o.Then))
		}
	}
}
