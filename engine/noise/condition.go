package noise

import "math/bits"

// Conditions is a trace made ready for sampling. It does not change.
type Conditions struct {
	slots   table // slot to index in races
	races   []observedRace
	options []observedOption

	events   table // event to index in clocks
	clocks   []observedClock
	segments []segment // those with points, event by event
}

// observedRace is a race whose winner is known. Its time unit is 2^-shift of the
// unit in which an option of weight 1 and noise 1 runs for the time 1.
type observedRace struct {
	first, end int    // of its options
	winner     uint64 // content hash
	sum        uint64 // Λ, shifted up to 64 bits
	shift      uint   // bits of Λ
	least      uint64 // shortest time at which the winner's noise is at least 1
	from       uint64 // the winner's stretch under the second coupling, of 2⁶⁴
	length     uint64
}

type observedOption struct {
	content uint64
	weight  Weight
}

type observedClock struct {
	points     int // in all
	end        uint64
	first, cut int // of its segments
}

// segment is a stretch (from, to] of a clock with points in it; before counts
// those that came earlier on the same clock.
type segment struct {
	from, to       uint64
	before, points int
}

// Condition prepares sampling given everything in the trace. It copies what it
// needs; the trace may be reset afterwards.
func Condition(t *Trace) *Conditions {
	races, clocks := t.Len()
	return ConditionBefore(t, races, clocks)
}

// ConditionBefore is [Condition] on the first entries only: on nRaces races and
// nClocks clock segments, as [Trace.Len] counted them at a moment of the
// play-through, so on what had come out by then.
func ConditionBefore(t *Trace, nRaces, nClocks int) *Conditions {
	c := &Conditions{}
	c.addRaces(t, nRaces)
	c.addClocks(t.clocks[:nClocks])
	return c
}

func (c *Conditions) addRaces(t *Trace, n int) {
	c.slots = newTable(n)
	c.races = make([]observedRace, 0, n)
	start := 0
	for _, r := range t.races[:n] {
		contents, weights := t.contents[start:r.end], t.weights[start:r.end]
		start = r.end
		if _, seen := c.slots.put(uint64(r.slot), len(c.races)); seen {
			continue
		}
		race := observedRace{first: len(c.options), winner: contents[r.winner]}
		var sum uint64
		for i, content := range contents {
			w := max(weights[i], 1)
			sum += uint64(w)
			c.options = append(c.options, observedOption{content: content, weight: w})
		}
		race.end = len(c.options)
		race.shift = uint(bits.Len64(sum))
		race.sum = sum << (64 - race.shift)
		w := uint64(c.options[race.first+r.winner].weight)
		race.least = (1<<race.shift + w - 1) / w
		race.from, race.length = stretch(contents, weights, r.winner)
		c.races = append(c.races, race)
	}
}

func (c *Conditions) addClocks(trace []tracedClock) {
	// First the totals of each event, so that its segments can lie together.
	c.events = newTable(len(trace))
	for _, e := range trace {
		i, seen := c.events.put(e.event, len(c.clocks))
		if !seen {
			c.clocks = append(c.clocks, observedClock{})
		}
		if e.holdsPoints() {
			c.clocks[i].cut++
		}
	}
	total := 0
	for i := range c.clocks {
		clock := &c.clocks[i]
		n := clock.cut
		clock.first, clock.cut = total, total
		total += n
	}
	c.segments = make([]segment, total)
	for _, e := range trace {
		i, _ := c.events.get(e.event)
		clock := &c.clocks[i]
		clock.end = e.to
		if e.holdsPoints() {
			c.segments[clock.cut] = segment{from: e.from, to: e.to, before: clock.points, points: e.points}
			clock.cut++
			clock.points += e.points
		}
	}
}

func (e *tracedClock) holdsPoints() bool {
	return e.points > 0 && e.to > e.from
}

// Sample is noise drawn, by the seed, from all the noise that would have brought
// out what was observed. Different seeds give independent samples.
func (c *Conditions) Sample(seed uint64) Source {
	return Source{Seed: seed, cond: c}
}

// Winner is who won an observed race, by content.
func (c *Conditions) Winner(slot Slot) (content uint64, seen bool) {
	i, seen := c.slots.get(uint64(slot))
	if !seen {
		return 0, false
	}
	return c.races[i].winner, true
}

// prepare looks up what was observed in a slot and draws the time of its winner.
//
// Times T = E/λ are exponential with rate λ; their minimum has rate Λ, whoever
// wins, so it is E₀/Λ with E₀ fresh. The winner's noise is then λ_w·T; a loser
// is known to have run longer than T and is otherwise as before, so its noise is
// λ_i·T plus a fresh exponential.
//
// Products are rounded down, and a fresh exponential is at least 1, which by
// itself makes the winner win again: E_w·λ_i ≤ T·λ_w·λ_i < E_i·λ_w. To keep that
// for a winner so light that its noise would round to 0, T is not let below
// 1/λ_w, the shortest time in which it can run.
func (c *Conditions) prepare(h *heat, slot Slot) {
	i, seen := c.slots.get(uint64(slot))
	if !seen {
		return
	}
	r := &c.races[i]
	h.observed, h.options = r, c.options[r.first:r.end]
	e := uint64(ExpFrom(Mix(h.key, domainMinimum)))
	time, _ := bits.Div64(e, 0, r.sum)
	h.time = max(time, r.least)
}

// given is the noise of an option given the observed race, from its fresh noise.
func (h *heat) given(content uint64, fresh Exp) Exp {
	weight, raced := h.find(content)
	if !raced {
		return fresh
	}
	hi, lo := bits.Mul64(uint64(weight), h.time)
	shift := h.observed.shift
	ran := Exp(hi<<(64-shift) | lo>>shift)
	if content == h.observed.winner {
		return ran
	}
	return ran + fresh
}

// find is the weight that an option had when observed. Options mostly come in
// the order in which they raced, so it begins after the last one found.
func (h *heat) find(content uint64) (Weight, bool) {
	for i := h.next; i < len(h.options); i++ {
		if h.options[i].content == content {
			h.next = i + 1
			return h.options[i].weight, true
		}
	}
	for i := range h.options[:h.next] {
		if h.options[i].content == content {
			h.next = i + 1
			return h.options[i].weight, true
		}
	}
	return 0, false
}

// clock is what was observed of an event's clock, or nil.
func (c *Conditions) clock(event uint64) *observedClock {
	i, seen := c.events.get(event)
	if !seen {
		return nil
	}
	return &c.clocks[i]
}

// segment is the one that holds the k-th point, for k from 1 to the
// clock's points.
func (c *Conditions) segment(clock *observedClock, k int) *segment {
	low, high := clock.first, clock.cut-1
	for low < high {
		mid := int(uint(low+high+1) / 2)
		if c.segments[mid].before < k {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return &c.segments[low]
}
