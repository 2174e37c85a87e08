package whatif

import "backchannel/engine"

// Fans count how high each meter stands at the turns after the changed move, in
// same luck: worlds by turn, meter and whole points.
type Fans struct {
	Days   []engine.Day // of the play-through's turns from the move's on
	Meters []int16      // quantities

	first  int
	counts []uint32 // [day][meter][101]
	days   []engine.Day
}

// points is how many heights a meter has: 0 to 100.
const points = 101

func newFans(q *Question) *Fans {
	p := q.Fork.Past
	f := &Fans{}
	for k := range p.Turns {
		f.days = append(f.days, p.Turns[k].Day)
		if p.Turns[k].Day <= q.Fork.Decision().Day {
			f.first = k + 1
		}
	}
	f.days = append(f.days, p.M.Cut.Last+1)
	f.Days = f.days[f.first:]
	for k := range p.M.Quantities {
		if !p.M.Quantities[k].Counter {
			f.Meters = append(f.Meters, int16(k))
		}
	}
	f.counts = make([]uint32, len(f.Days)*len(f.Meters)*points)
	return f
}

// fill notes how things stand for the days that a world has reached, from the
// next one on, and gives the next one after.
func (f *Fans) fill(next int, w *engine.World) int {
	if f == nil {
		return 0
	}
	for ; next < len(f.days) && f.days[next] <= w.S.Day; next++ {
		for k, q := range f.Meters {
			height := min(max((w.S.Q[q]+engine.Point/2)/engine.Point, 0), points-1)
			f.counts[((next-f.first)*len(f.Meters)+k)*points+int(height)]++
		}
	}
	return next
}

func (f *Fans) add(g *Fans) {
	if f == nil {
		return
	}
	for k := range f.counts {
		f.counts[k] += g.counts[k]
	}
}

// Height is the height below or at which a share of the worlds lies, in
// thousandths, on the day and for the meter of those indices; −1 without worlds.
func (f *Fans) Height(day, meter int, share int64) int {
	cells := f.counts[(day*len(f.Meters)+meter)*points:][:points]
	var sum, total int64
	for _, n := range cells {
		total += int64(n)
	}
	for k, n := range cells {
		if sum += int64(n); total > 0 && sum*1000 >= share*total {
			return k
		}
	}
	return -1
}
