package lab

import (
	"cmp"
	"slices"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/game/desk"
)

// Fan is how a meter goes over the worlds of same luck, beside the play-through
// and the record.
type Fan struct {
	Title   string            `json:"title"`
	Was     []desk.CurvePoint `json:"was"`               // in the play-through, turn by turn
	History []desk.CurvePoint `json:"history,omitempty"` // in the record; none where that is the play-through
	Low     []desk.CurvePoint `json:"low"`               // eight worlds in ten lie between Low and High
	Middle  []desk.CurvePoint `json:"middle"`
	High    []desk.CurvePoint `json:"high"`
	Moved   int               `json:"moved"` // points, for the order: how far the middle leaves what was, and a little for the width
}

// fans are the meters that move, those that move most first.
func (v *Visit) fans(q *Inquiry, meters map[string][]Point) []Fan {
	var out []Fan
	fork := q.base().Fork
	r := v.reader(&fork.World, fork.Decision().Need.Side)
	for k := range v.Past.M.Quantities {
		list := meters[v.Past.M.Quantities[k].Name]
		if len(list) == 0 {
			continue
		}
		f := Fan{Title: r.QuantityTitle(k), Was: line(v.Past, k)}
		if v.history != v.Past {
			f.History = line(v.history, k)
		}
		for _, p := range list {
			point := func(height int) desk.CurvePoint { return desk.CurvePoint{Day: p.day, Value: int64(height)} }
			f.Low, f.Middle, f.High = append(f.Low, point(p.Low)), append(f.Middle, point(p.Middle)), append(f.High, point(p.High))
			f.Moved = max(f.Moved, abs(p.Was-p.Middle)+(p.High-p.Low)/4)
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b Fan) int { return cmp.Compare(b.Moved, a.Moved) })
	return out
}

// line is how a meter stood when each turn of a play-through began, and at the
// end.
func line(p *abduct.Past, quantity int) []desk.CurvePoint {
	var out []desk.CurvePoint
	for k := range p.Turns {
		out = append(out, desk.CurvePoint{Day: p.Turns[k].Day, Value: points(p.Turns[k].Q[quantity])})
	}
	return append(out, desk.CurvePoint{Day: p.M.Cut.Last + 1, Value: points(p.Final.S.Q[quantity])})
}

// points is a height in whole points.
func points(v engine.Milli) int64 { return (v + engine.Point/2) / engine.Point }

// At is a line's height on a day: that of the last point by then, 0 before the
// first.
func At(line []desk.CurvePoint, day engine.Day) int64 {
	height := int64(0)
	for _, p := range line {
		if p.Day <= day {
			height = p.Value
		}
	}
	return height
}
