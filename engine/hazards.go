package engine

import "backchannel/engine/noise"

// rate is an event's intensity now, in thousandths of an occurrence each 30
// days: the kind's rate for its step, raised or lowered by the kind's
// coefficients.
func (w *World) rate(event int) int64 {
	e := &w.M.Events[event]
	if e.Kind < 0 || e.When != nil && !e.When.True(&w.S) {
		return 0
	}
	if e.Most > 0 && w.S.Events[event].Struck >= int16(e.Most) {
		return 0
	}
	h := &w.M.Theory.Hazards[e.Kind]
	share := int64(1000)
	for k := range h.Coeffs {
		c := &h.Coeffs[k]
		share += c.Each * (w.S.Q[c.Index] - c.Around*Point) / (10 * Point)
	}
	return h.Rates[e.Rate] * min(max(share, 100), 5000) / 1000
}

// latch fixes the turn's intensities before the moves, so that what is
// announced is what can strike.
func (w *World) latch() {
	for _, k := range w.M.chancy {
		w.S.Events[k].Rate = 0
		if w.hazard(int(k)) {
			w.S.Events[k].Rate = w.rate(int(k))
		}
	}
}

// hazard says whether an event is a hazard in this world: a shock of a person
// is one under unknown future.
func (w *World) hazard(k int) bool {
	e := &w.M.Events[k]
	return e.Class == Stochastic || e.Class == Exogenous && e.Person && w.Setup.UnknownFuture
}

// perDay is how far a clock goes in a day, in Q32.
func perDay(rate int64) uint64 { return uint64(rate) << 32 / 30000 }

// stands is how many days of this turn an event's clock stands still.
func (w *World) stands(k int) Day {
	return min(max(w.S.Events[k].Until-w.S.Day, 0), w.S.Next-w.S.Day)
}

// Odds is how likely a hazard strikes before the turn ends if its premise
// holds, in Q16, from the intensities as announced.
func (w *World) odds(k int) int64 {
	days := w.S.Next - w.S.Day - w.stands(k)
	clock := perDay(w.S.Events[k].Rate) * uint64(days)
	return 65536 - expNegQ32(clock)
}

// strikes runs every clock over a day and lets what passed strike.
func (w *World) strikes(day Day) {
	for _, at := range w.M.chancy {
		k := int(at)
		if w.Forced != nil {
			w.forcedStrike(k, day)
			continue
		}
		struck := w.live[k] && w.S.Events[k].Until <= day && w.tick(k, day)
		if !struck && w.imposes && w.Given.Imposed(k, day) {
			w.impose(k, day)
		} else if struck {
			w.happen(k, day)
		}
	}
}

// impose lets an event strike that was recorded although the model holds it to
// be impossible.
func (w *World) impose(k int, day Day) {
	w.Interventions++
	w.struck(k, day, 1, true)
	w.happen(k, day)
}

// forcedStrike lets a recorded event strike; one that the model holds to be
// impossible on that day is an intervention.
func (w *World) forcedStrike(k int, day Day) {
	if !w.hazard(k) {
		return
	}
	recorded := w.Forced.Strikes(w.M, k, day) > 0
	if w.live[k] && w.S.Events[k].Until <= day {
		if w.tick(k, day) {
			w.happen(k, day)
		}
		return
	}
	if recorded {
		w.impose(k, day)
	}
}

// premise holds still after the moves of the turn.
func (w *World) premise(k int) bool {
	p := w.M.Events[k].When
	return p == nil || p.True(&w.S)
}

// tick moves one event's clock through a day and says whether a point of its
// process is passed.
func (w *World) tick(k int, day Day) bool {
	e, spec := &w.S.Events[k], &w.M.Events[k]
	if spec.Most > 0 && e.Struck >= int16(spec.Most) {
		return false
	}
	to := e.Clock + perDay(e.Rate)
	points := 0
	if to >= w.due[k] {
		points = w.pointsUntil(k, to, day)
	}
	if w.Audit != nil && w.Audit.Trace != nil {
		w.Audit.Trace.Clock(spec.ContentHash, e.Clock, to, points)
	}
	e.Clock = to
	if points == 0 {
		return false
	}
	e.Passed += int32(points)
	w.due[k] = w.point(k)
	w.Path = noise.Mix(w.Path^spec.ContentHash, uint64(day)<<8|uint64(points))
	w.struck(k, day, points, false)
	if spec.Pause > 0 {
		e.Until = day + 1 + Day(spec.Pause)
	}
	return true
}

// pointsUntil is how many points of an event's process lie before a place on
// its clock; in a forced world the record says so.
func (w *World) pointsUntil(k int, to uint64, day Day) int {
	if w.Forced != nil {
		return w.Forced.Strikes(w.M, k, day)
	}
	points := 0
	for w.Noise.Point(w.M.Events[k].ContentHash, int(w.S.Events[k].Passed)+points+1) <= to && points < 8 {
		points++
	}
	return points
}

// point is where on an event's clock the next point of its process lies; in a
// forced world anywhere.
func (w *World) point(k int) uint64 {
	if w.Forced != nil {
		return 0
	}
	return w.Noise.Point(w.M.Events[k].ContentHash, int(w.S.Events[k].Passed)+1)
}

// happen makes an event's effects.
func (w *World) happen(k int, day Day) {
	e := &w.M.Events[k]
	s := &w.S.Events[k]
	s.Struck++
	s.Last = day
	w.Seen.Mark(MechEvent)
	to := e.KnownTo
	for side := range to {
		to[side] = e.Text[side] != ""
	}
	w.news(News{Kind: NewsEvent, Day: day, To: to, Index: int16(k), Count: s.Struck})
	before := w.on
	w.on = day
	w.apply(e.Effects, Cause{Rule: RuleEvent, Index: int16(k)})
	w.on = before
}

// dated lets exogenous events happen whose day lies before end.
func (w *World) dated(end Day) {
	for _, k := range w.M.exogenous {
		e := &w.M.Events[k]
		if e.On < w.S.Day || e.On >= end || w.hazard(int(k)) || w.S.Events[k].Struck > 0 {
			continue
		}
		w.happen(int(k), e.On)
	}
}

// triggers lets triggered events happen whose condition has come true.
func (w *World) triggers() {
	for _, k := range w.M.triggered {
		e := &w.M.Events[k]
		s := &w.S.Events[k]
		most := max(int16(e.Most), 1)
		if s.Struck >= most || s.Struck > 0 && w.S.Day-s.Last < Day(e.Pause) || !e.When.True(&w.S) {
			continue
		}
		w.happen(int(k), w.S.Next-1)
	}
}

// struck notes a strike.
func (w *World) struck(k int, day Day, points int, imposed bool) {
	if w.Audit != nil {
		w.Audit.Struck = append(w.Audit.Struck, Struck{Day: day, Event: int16(k), Points: int16(points), Imposed: imposed})
	}
}
