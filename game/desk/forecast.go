package desk

import (
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
)

// Forecast is what one adviser expects of a card, as figures.
type Forecast struct {
	Who  string // a short name: "Chase", "R. Kennedy" where another shares it
	N    int64  // of 100 that they accept, or answer
	Leak int64  // of 100 that it leaks

	// Answer is what he would say to something that waits; N is −1 then.
	Answer engine.AnswerKind
}

// forecasts are the figures behind the estimates.
func (r *Reader) forecasts(es []play.Estimate) []Forecast {
	var out []Forecast
	for _, e := range es {
		f := Forecast{Who: r.surname(e.Adviser), N: -1, Answer: e.Answer}
		if e.Odds >= 0 {
			f.N, f.Leak = (e.Odds+5)/10, (e.Leak+5)/10
		}
		out = append(out, f)
	}
	return out
}

// surname is an adviser's last name, with an initial where an adviser or a
// leader of the side bears it too.
func (r *Reader) surname(k int) string {
	name := r.adviser(k)
	first, last := cutLast(name)
	sm := &r.M.Sides[r.side]
	shared := false
	for j := range sm.Advisers {
		_, other := cutLast(r.adviser(j))
		shared = shared || j != k && other == last
	}
	for _, l := range sm.Leaders {
		_, other := cutLast(l.Name)
		shared = shared || l.Name != name && other == last
	}
	if shared && first != "" {
		return string([]rune(first)[:1]) + ".\u00a0" + last // held together
	}
	return last
}

func cutLast(name string) (first, last string) {
	at := strings.LastIndexByte(name, ' ')
	if at < 0 {
		return "", name
	}
	return name[:at], name[at+1:]
}
