package desk

import (
	"fmt"

	"backchannel/engine"
)

// eachKeys are the words for the length of a turn: "a week".
var eachKeys = [engine.PaceCount]string{"pace.day", "pace.half_week", "pace.week", "pace.half_month", "pace.month", "pace.quarter", "pace.half_year"}

// quickens says whether a crisis can quicken the turns of a cut.
func quickens(m *engine.Model) bool {
	return !m.Cut.Fixed && len(m.Crises) > 0 && m.Theory.Pace.InCrisis < m.Cut.Pace
}

// turns is how many turns a cut has if no crisis comes.
func turns(c *engine.Cut) int {
	n := 1
	for day := c.First + 1; day <= c.Last; day++ {
		if c.Pace.OnGrid(day) {
			n++
		}
	}
	return n
}

// Minutes that a turn takes, in tenths, and what a crisis may make of a game.
const (
	minutesLeast, minutesMost = 12, 24
	minutesStep               = 5
)

// Length says how many turns a cut has, how long they are, and about how long
// a game of it takes.
func (r *Reader) Length(m *engine.Model) string {
	n, each := turns(&m.Cut), r.C.T(eachKeys[m.Cut.Pace])
	if quickens(m) {
		return r.C.T("pace.length_crisis", "Turns", n, "Each", each, "Crisis", r.C.T(eachKeys[m.Theory.Pace.InCrisis]))
	}
	round := func(tenths int) int { return (tenths*n/10 + minutesStep/2) / minutesStep * minutesStep }
	return r.C.T("pace.length", "Turns", n, "Each", each, "From", max(round(minutesLeast), minutesStep), "To", round(minutesMost))
}

// Since is the day of the last commit.
func (r *Reader) Since() engine.Day { return r.from }

// Until is the day until which a message can be answered: in a long turn that
// is the end of the turn, though its own day may be over.
func (r *Reader) Until(lapses engine.Day) string {
	if s := &r.G.W.S; lapses < s.Day {
		lapses = s.Next - 1
	}
	return r.Short(lapses)
}

// Stretch is a number of days as what one lets pass: "the week", "the month",
// "these days".
func (r *Reader) Stretch(from, next engine.Day) string {
	days := next - from
	_, month, date := from.Civil()
	_, last, first := next.Civil()
	months := (last - month + 12) % 12
	whole := date == 1 && first == 1 && days < 190
	switch {
	case days == 1:
		return r.C.T("stretch.day")
	case days == 7:
		return r.C.T("stretch.week")
	case whole && months == 1:
		return r.C.T("stretch.month")
	case whole && months == 3:
		return r.C.T("stretch.quarter")
	case whole && months == 6:
		return r.C.T("stretch.half_year")
	case days < 7:
		return r.C.T("stretch.days")
	case days < 32:
		return r.C.T("stretch.weeks")
	}
	return r.C.T("stretch.months")
}

// HistoryHead is the heading over what the record tells of the days from one on
// to the last commit: "In history, these weeks".
func (r *Reader) HistoryHead(from engine.Day) string {
	next := r.G.W.S.Day
	_, _, date := from.Civil()
	switch days := next - from; {
	case days < 7:
		return r.C.T("history.days")
	case days == 7:
		return r.C.T("history.week")
	case days >= 28 && days <= 31 && date == 1:
		return r.C.T("history.month")
	case days < 32:
		return r.C.T("history.weeks")
	}
	return r.C.T("history.months")
}

// turn says which turn it is and when the game ends: by number where turns
// have one length, else by day.
func (r *Reader) turn(o *engine.Observation) string {
	switch {
	case o.Next > r.M.Cut.Last:
		return r.C.T("date.last")
	case quickens(r.M) && o.Crises != 0:
		return r.C.T("date.turn_crisis", "Turn", o.Turn, "Date", r.dated(r.M.Cut.Last))
	case quickens(r.M):
		return r.C.T("date.turn_to", "Turn", o.Turn, "Date", r.dated(r.M.Cut.Last))
	}
	return r.C.T("date.turn", "Turn", o.Turn, "Turns", o.Turn+o.TurnsLeft-1)
}

// pace says that a crisis has quickened the turns, keeps them quick, or has
// ended; "" where nothing is out of the ordinary. fresh tells that it has
// changed since the last commit.
func (r *Reader) pace(o *engine.Observation) (text string, fresh bool) {
	if !quickens(r.M) {
		return "", false
	}
	fast, slow := r.C.T(eachKeys[r.M.Theory.Pace.InCrisis]), r.C.T(eachKeys[r.M.Cut.Pace])
	switch now := r.G.W.S.Fast; {
	case o.Crises != 0:
		key := "pace.goes_on"
		if r.crises == 0 {
			key = "pace.quickens"
		}
		return r.C.T(key, "Crisis", r.crisis(o.Crises), "Fast", fast, "Slow", slow), r.crises == 0
	case now:
		return r.C.T("pace.slows", "Crisis", r.crisis(r.crises), "Slow", slow, "Fast", fast, "Date", r.Short(r.grid(o.Next))), r.crises != 0
	case r.fast:
		return r.C.T("pace.ended", "Crisis", r.crisis(r.crises), "Slow", slow), true
	}
	return "", false
}

// crisis is the title of the first crisis that is on.
func (r *Reader) crisis(on uint8) string {
	for k := range r.M.Crises {
		if on == 0 || on&(1<<k) != 0 {
			return r.M.Crises[k].Title
		}
	}
	return fmt.Sprint(on)
}

// grid is the first day from one on at which a turn of the cut's own pace may
// begin.
func (r *Reader) grid(day engine.Day) engine.Day {
	for day <= r.M.Cut.Last && !r.M.Cut.Pace.OnGrid(day) {
		day++
	}
	return day
}
