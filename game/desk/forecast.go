package desk

import (
	"strings"

	"backchannel/engine/play"
)

// Forecast is what one adviser expects of a card, as figures.
type Forecast struct {
	Who  string // a short name: "Chase", "R. Kennedy" where another shares it
	N    int64  // of 100 that they accept, or answer
	Leak int64  // of 100 that it leaks
}

// forecasts are the figures behind the estimates; none where nothing is asked.
func (r *Reader) forecasts(es []play.Estimate) []Forecast {
	var out []Forecast
	for _, e := range es {
		if e.Odds < 0 {
			return nil
		}
		out = append(out, Forecast{Who: r.surname(e.Adviser), N: (e.Odds + 5) / 10, Leak: (e.Leak + 5) / 10})
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
