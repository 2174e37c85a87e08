package desk

import (
	"slices"

	"backchannel/engine"
)

// BrewView is something that may strike before the turn ends.
type BrewView struct {
	Title   string
	Text    string
	Odds    string // in words
	Number  string // "20 in 100"
	Chance  int64  // of 100
	Latest  string
	Touches []string // what of one's own touches it
	Moves   []int16  // the moves of Touches
	Event   int16
}

// leastBrew are the lowest odds that are shown, in thousandths.
const leastBrew = 10

func (r *Reader) brewing(o *engine.Observation) []BrewView {
	var out []BrewView
	for k := int8(0); k < o.NBrews; k++ {
		b := o.Brews[k]
		e := &r.M.Events[b.Event]
		odds := b.Odds * 1000 >> 16
		if odds < leastBrew {
			continue
		}
		v := BrewView{Title: e.Title, Text: e.Warning[r.side], Odds: r.oddsWord(odds), Event: b.Event, Chance: (odds + 5) / 10,
			Number: r.C.T("odds.number", "N", (odds+5)/10), Latest: r.C.T("brew.latest", "Date", r.Short(b.Until))}
		if v.Text == "" {
			v.Text = end(e.Title)
		}
		v.Touches, v.Moves = r.touching(o, int8(b.Event))
		out = append(out, v)
	}
	return out
}

// touching are the titles of one's own moves, legal now, that touch an event:
// two at most.
func (r *Reader) touching(o *engine.Observation, event int8) (titles []string, moves []int16) {
	for k := range r.M.Moves {
		mv := &r.M.Moves[k]
		if mv.Side == r.side && o.Moves[k] == engine.Legal && slices.Contains(mv.Touches, event) && len(titles) < 2 {
			titles, moves = append(titles, trimDot(mv.Title)), append(moves, int16(k))
		}
	}
	return titles, moves
}
