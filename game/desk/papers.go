package desk

import (
	"strings"

	"backchannel/engine"
)

// promises are the commitments of both sides, one's own first.
func (r *Reader) promises(o *engine.Observation) []string {
	var mine, theirs []string
	for k := int8(0); k < o.NPledges; k++ {
		p := &o.Pledges[k]
		key := "promise.theirs"
		if p.Debtor == r.side {
			key = "promise.mine"
		}
		s := r.C.T(key, "Side", r.other(), "Signed", r.Short(p.Signed), "Deed", r.promised(p), "Due", r.Short(p.Due))
		if p.Delays > 0 {
			s += " " + r.C.T("promise.late", "Count", p.Delays)
		}
		if p.Due > r.M.Cut.Last {
			s += " " + r.C.T("promise.after_end")
		}
		if p.Debtor == r.side {
			mine = append(mine, s)
		} else {
			theirs = append(theirs, s)
		}
	}
	return append(mine, theirs...)
}

// unanswered is what one has sent and nobody has answered.
func (r *Reader) unanswered(o *engine.Observation) []string {
	var out []string
	for k := int8(0); k < o.NItems; k++ {
		it := &o.Items[k]
		if !it.Mine {
			continue
		}
		key := "waiting.offer"
		if it.Kind == engine.Probe {
			key = "waiting.question"
		}
		out = append(out, r.C.T(key, "Issue", r.subject(it.Kind, it.Issue, &it.Package), "By", r.by(it.Channel), "Date", r.Short(it.Came)))
	}
	return out
}

// unread are the messages that wait for an answer and do not lie in the hand.
func (r *Reader) unread(hand []CardView) []string {
	shown := map[int32]bool{}
	for _, c := range hand {
		shown[c.Card.Choice.Item] = true
	}
	var out []string
	for _, c := range r.G.Waiting() {
		if !shown[c.Choice.Item] {
			out = append(out, r.title(&c))
		}
	}
	return out
}

// silence is what doing nothing means now.
func (r *Reader) silence(o *engine.Observation) string {
	for k := int8(0); k < o.NPledges; k++ {
		if p := &o.Pledges[k]; p.Debtor == r.side && p.Due < o.Next {
			return r.C.T("card.silence_promise", "Stretch", r.Stretch(o.Day, o.Next), "Deed", r.promised(p))
		}
	}
	var issues []string
	var first engine.Day
	for k := int8(0); k < o.NItems; k++ {
		it := &o.Items[k]
		if it.Mine {
			continue
		}
		if s := r.subject(it.Kind, it.Issue, &it.Package); !strings.Contains(strings.Join(issues, "|"), s) {
			issues = append(issues, s)
		}
		if first == 0 || it.Lapses < first {
			first = it.Lapses
		}
	}
	if len(issues) > 0 {
		return r.C.T("card.silence_waits", "Stretch", r.Stretch(o.Day, o.Next), "Side", r.other(), "Issues", r.list(issues), "Date", r.Until(first))
	}
	if s := r.M.Sides[r.side].SilenceText; s != "" {
		return s
	}
	return r.C.T("plan.hold")
}

// ChannelView is a way to carry messages, as far as one knows it.
type ChannelView struct {
	Index       int8
	Name, Title string
	Status      string
	Usable      bool
	Line        string // all of it in a sentence
}

var warmKeys = [...]string{"channel.warm0", "channel.warm1", "channel.warm2", "channel.warm3", "channel.warm4"}

func (r *Reader) channels(o *engine.Observation) []ChannelView {
	var out []ChannelView
	for k := range r.M.Channels {
		ch, now := &r.M.Channels[k], o.Channels[k]
		v := ChannelView{Index: int8(k), Name: ch.Name, Title: ch.Title, Usable: now.Usable, Status: r.channelStatus(now)}
		if now.Usable {
			v.Line = r.C.T("channel.line", "Name", upper(ch.Name), "Status", v.Status, "Warmth", r.C.T(warmKeys[min(max(now.Warmth, 0), 4)]),
				"Days", r.days(int(ch.Delay)), "Leak", (o.LeakOdds[k]+5)/10, "Carries", r.carriesText(ch.Carries))
		} else {
			v.Line = r.C.T("channel.shut", "Name", upper(ch.Name), "Status", v.Status)
		}
		out = append(out, v)
	}
	return out
}

func (r *Reader) channelStatus(now engine.ChannelView) string {
	switch {
	case now.Usable:
		return r.C.T("channel.open")
	case now.Status == engine.Opened:
		return r.C.T("channel.unusable")
	case now.Status == engine.Burned:
		return r.C.T("channel.burned")
	}
	return r.C.T("channel.closed")
}

func (r *Reader) carriesText(n int8) string {
	switch n {
	case 0:
		return r.C.T("channel.carries_none")
	case 1:
		return r.C.T("channel.carries_one")
	}
	return r.C.T("channel.carries_more", "N", n)
}
