package noise

// Trace is what came out in a play-through: who won which race, and how many
// occurrences each clock passed on its way. Only audited worlds keep one. The
// zero Trace is empty and ready; recording reuses its capacity.
type Trace struct {
	races    []tracedRace
	contents []uint64 // of all races, one after the other
	weights  []Weight
	clocks   []tracedClock
}

type tracedRace struct {
	slot   Slot
	end    int // of its options in contents and weights; they begin where the race before ends
	winner int
}

type tracedClock struct {
	event, from, to uint64
	points          int
}

// Reset empties the trace.
func (t *Trace) Reset() {
	t.races = t.races[:0]
	t.contents = t.contents[:0]
	t.weights = t.weights[:0]
	t.clocks = t.clocks[:0]
}

// Len counts the entries so far, races and clock segments; see
// [ConditionBefore].
func (t *Trace) Len() (races, clocks int) {
	return len(t.races), len(t.clocks)
}

// Race records that the option at index winner won the race in a slot. Contents
// and weights are those given to [Source.Race]; they are copied. If a slot is
// recorded twice the first holds. A race without options is not recorded.
func (t *Trace) Race(slot Slot, contents []uint64, weights []Weight, winner int) {
	if len(contents) == 0 {
		return
	}
	if len(weights) != len(contents) {
		panic("noise: Trace.Race: contents and weights differ in length")
	}
	if winner < 0 || winner >= len(contents) {
		panic("noise: Trace.Race: winner is not an option")
	}
	t.contents = append(t.contents, contents...)
	t.weights = append(t.weights, weights...)
	t.races = append(t.races, tracedRace{slot: slot, end: len(t.contents), winner: winner})
}

// Clocks tells every segment of a clock that was recorded, in order.
func (t *Trace) Clocks(see func(event, from, to uint64, points int)) {
	for k := range t.clocks {
		c := &t.clocks[k]
		see(c.event, c.from, c.to, c.points)
	}
}

// Clock records that the clock of an event moved on from one position to another
// (Q32) and that so many points of the event lay in (from, to]. The calls for one
// event are in order, begin at 0, and each starts where the one before ended; a
// gap counts as passed without a point. One call a day makes the sample keep the
// day of each strike. Points in a segment of no length are not kept: what
// happened while the clock stood was not the hazard's doing.
func (t *Trace) Clock(event uint64, from, to uint64, points int) {
	if to < from || points < 0 {
		panic("noise: Trace.Clock: the clock runs backwards")
	}
	t.clocks = append(t.clocks, tracedClock{event: event, from: from, to: to, points: points})
}
