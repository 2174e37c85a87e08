package desk

import (
	"strings"

	"backchannel/engine"
)

var whyNotKeys = [...]string{
	engine.Legal: "whynot.legal", engine.NotYours: "whynot.not_yours", engine.NoCapital: "whynot.no_capital",
	engine.WindowShut: "whynot.window", engine.AlreadyDone: "whynot.done", engine.TooSoon: "whynot.soon",
	engine.ChannelShut: "whynot.channel", engine.ChannelSmall: "whynot.small", engine.NotThere: "whynot.there",
	engine.NotMovable: "whynot.unmovable", engine.NothingAsked: "whynot.nothing", engine.SameTwice: "whynot.twice",
	engine.NotWaiting: "whynot.gone", engine.BoxFull: "whynot.full", engine.Unfit: "whynot.unfit",
}

// WhyNot says in plain words why a choice cannot be made, "" where it can.
func (r *Reader) WhyNot(why engine.WhyNot, c *engine.Choice) string {
	if why == engine.Legal {
		return ""
	}
	if c.Move >= 0 {
		mv := &r.M.Moves[c.Move]
		shut := why == engine.WindowShut || why == engine.NotThere && mv.When != nil && !mv.When.True(&r.G.W.S)
		if s := r.unmet(mv); s != "" && shut {
			return s
		}
	}
	if why == engine.WindowShut && c.Kind == engine.Answer {
		if s := r.vetoText(c.Item); s != "" {
			return s
		}
	}
	if why == engine.ChannelSmall && r.carries(c.Channel) == 0 {
		return upper(r.C.T("whynot.only_asks", "Channel", r.channel(c.Channel)))
	}
	s := r.C.T(whyNotKeys[why], "Price", r.M.Price(c), "Have", r.G.Observe().Q[r.capital()]/engine.Point,
		"Count", r.count(why, c), "Channel", r.channel(c.Channel), "Issue", r.blamed(why, c))
	return upper(s)
}

// unmet is what a move says of itself: its only text, or that of the first
// clause of its condition that does not hold.
func (r *Reader) unmet(mv *engine.Move) string {
	if len(mv.WhyNot) == 0 || mv.When == nil && len(mv.WhyNot) > 1 {
		return ""
	}
	if len(mv.WhyNot) == 1 {
		return mv.WhyNot[0]
	}
	if k := mv.When.FirstFailing(&r.G.W.S); k >= 0 && k < len(mv.WhyNot) {
		return mv.WhyNot[k]
	}
	return ""
}

func (r *Reader) carries(channel int8) int8 {
	if channel < 0 || int(channel) >= len(r.M.Channels) {
		return engine.MaxTerms
	}
	return r.M.Channels[channel].Carries
}

func (r *Reader) count(why engine.WhyNot, c *engine.Choice) int {
	if why == engine.TooSoon && c.Move >= 0 {
		return max(int(r.M.Moves[c.Move].Every), 1)
	}
	return int(r.carries(c.Channel))
}

// blamed is the issue of a package that made it illegal.
func (r *Reader) blamed(why engine.WhyNot, c *engine.Choice) string {
	seen := map[int8]bool{}
	check := func(giver engine.Side, ts []engine.Term) (int8, bool) {
		for _, t := range ts {
			is := &r.M.Issues[t.Issue]
			if why == engine.SameTwice && seen[t.Issue] || why == engine.NotMovable && !is.MovedBy[giver] {
				return t.Issue, true
			}
			seen[t.Issue] = true
		}
		return -1, false
	}
	if i, ok := check(r.side, c.Package.Give[:c.Package.NGive]); ok {
		return r.issue(i)
	}
	if i, ok := check(r.side.Other(), c.Package.Ask[:c.Package.NAsk]); ok {
		return r.issue(i)
	}
	if c.Package.NAsk+c.Package.NGive > 0 {
		return r.issue(c.Package.Subject())
	}
	return r.issue(c.Issue)
}

// vetoText says who of one's own would stop an offer that waits.
func (r *Reader) vetoText(serial int32) string {
	o := r.G.Observe()
	for k := int8(0); k < o.NItems; k++ {
		if v := o.Vetoes[k]; o.Items[k].Serial == serial && v >= 0 && !o.Items[k].Mine {
			return upper(r.C.T("whynot.veto", "Who", r.M.Sides[r.side].Constituencies[v].Name))
		}
	}
	return ""
}

// end closes a text with a full stop.
func end(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "”") {
		return s
	}
	return s + "."
}
