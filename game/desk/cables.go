package desk

import (
	"slices"
	"strings"

	"backchannel/engine"
)

// MostCableWords is the length of the longest cable.
const MostCableWords = 60

// Cable is something that happened, as it is reported to the person.
type Cable struct {
	Day      engine.Day
	From, To string
	Date     string
	Text     string
	Kind     engine.NewsKind
	Item     int32 // the message it brings, 0 if none
	Mine     bool  // reports what the person did
}

// Cables is what has come since the last commit, by day, what says the same
// twice said once.
func (r *Reader) Cables() []Cable { return r.cablesOf(r.G.News()) }

func (r *Reader) cablesOf(news []engine.News) []Cable {
	var out []Cable
	for k := range news {
		n := &news[k]
		if folded(r.M, news, k) {
			continue
		}
		text := r.cable(n)
		if text == "" {
			continue
		}
		c := Cable{Day: n.Day, Date: r.Day(n.Day), Text: text, Kind: n.Kind, Mine: r.mine(n)}
		c.From, c.To = r.heading(n)
		if n.Kind == engine.NewsArrived {
			c.Item = n.Item.Serial
		}
		same := func(o Cable) bool { return o.Text == c.Text && o.Day == c.Day }
		if !slices.ContainsFunc(out, same) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Cable) int { return int(a.Day - b.Day) })
	return out
}

// mine says whether a piece of news is about the person's own doing.
func (r *Reader) mine(n *engine.News) bool {
	switch n.Kind {
	case engine.NewsMove, engine.NewsSent, engine.NewsAnswer, engine.NewsPromise, engine.NewsRung, engine.NewsTakenBack:
		return n.Side == r.side
	}
	return false
}

// folded says whether another cable of the same days already tells this one.
func folded(m *engine.Model, news []engine.News, k int) bool {
	n := &news[k]
	for j := range news {
		o := &news[j]
		if j == k || o.Day != n.Day {
			continue
		}
		switch n.Kind {
		case engine.NewsRung:
			if o.Kind == engine.NewsMove && m.Moves[o.Index].Issue == int8(n.Index) && o.Side == n.Side ||
				o.Kind == engine.NewsDeal && inPackage(&o.Item.Heard, int8(n.Index), n.At) ||
				o.Kind == engine.NewsPromise && o.Answer == engine.Keep && o.Pledge.Issue == int8(n.Index) {
				return true
			}
		case engine.NewsOpened, engine.NewsClosed, engine.NewsOrder, engine.NewsRevealed:
			if o.Kind == engine.NewsMove && tells(&m.Moves[o.Index], n) {
				return true
			}
		case engine.NewsAnswer:
			if o.Kind == engine.NewsDeal && o.Item.Serial == n.Item.Serial && n.Side != o.Item.From && len(n.Reasons) == 0 {
				return true
			}
		}
	}
	return false
}

// tells says whether a move's own cable makes a change it brought known.
func tells(mv *engine.Move, n *engine.News) bool {
	switch n.Kind {
	case engine.NewsOrder:
		return int16(mv.Order) == n.Index
	case engine.NewsRevealed:
		return int16(mv.Reveals) == n.Index
	}
	return int16(mv.Channel) == n.Index
}

func inPackage(p *engine.Package, issue, rung int8) bool {
	for _, ts := range [2][]engine.Term{p.Give[:p.NGive], p.Ask[:p.NAsk]} {
		for _, t := range ts {
			if t.Issue == issue && t.Rung == rung {
				return true
			}
		}
	}
	return false
}

// heading is from whom and to whom a cable goes.
func (r *Reader) heading(n *engine.News) (from, to string) {
	me := r.M.Sides[r.side].Chair
	switch n.Kind {
	case engine.NewsEvent:
		if r.M.Events[n.Index].Public {
			return r.C.T("cable.morning"), me
		}
		return r.C.T("cable.intelligence"), me
	case engine.NewsLeak, engine.NewsBurned:
		return r.C.T("cable.the_press"), me
	case engine.NewsLeader:
		return r.C.T("cable.morning"), me
	case engine.NewsOpened, engine.NewsClosed:
		return upper(r.M.Channels[n.Index].Name), me
	case engine.NewsRedLine:
		return r.C.T("cable.your_people"), me
	case engine.NewsOrder, engine.NewsOrderLate, engine.NewsRevealed:
		return upper(r.M.Orders[n.Index].Agency), me
	case engine.NewsArrived, engine.NewsLapsed:
		return r.other(), me
	}
	switch {
	case r.mine(n):
		return upper(me), r.other()
	case n.Kind == engine.NewsMove: // what the other side does comes by one's own ambassadors and listeners
		return r.C.T("cable.your_people"), me
	}
	return r.other(), me
}

// demandFirst says whether a package demands something before all talk.
func demandFirst(p *engine.Package) bool {
	return slices.ContainsFunc(p.Ask[:p.NAsk], func(t engine.Term) bool { return t.Fee })
}

// cable is the sentence or sentences for a piece of news.
func (r *Reader) cable(n *engine.News) string {
	switch n.Kind {
	case engine.NewsMove:
		return r.moveCable(n)
	case engine.NewsArrived:
		return r.arrivedCable(n)
	case engine.NewsSent:
		return r.sentCable(&n.Item)
	case engine.NewsAnswer:
		return r.answerCable(n)
	case engine.NewsLapsed:
		return r.lapsedCable(n)
	case engine.NewsDeal:
		return r.dealCable(n)
	case engine.NewsPromiseDue, engine.NewsPromise, engine.NewsPromiseLost:
		return r.promiseCable(n)
	case engine.NewsEvent:
		e := &r.M.Events[n.Index]
		return nth(n.Count, e.Text, e.Again)[r.side]
	}
	return r.worldCable(n)
}

// nth is what is said when something happens for the count-th time: the first
// text, then the others in turn.
func nth(count int16, first [2]string, again [][2]string) [2]string {
	if count < 2 || len(again) == 0 {
		return first
	}
	return again[(int(count)-2)%len(again)]
}

func (r *Reader) moveCable(n *engine.News) string {
	mv := &r.M.Moves[n.Index]
	if s := nth(n.Count, mv.Cable, mv.Again)[r.side]; s != "" {
		return s
	}
	return r.C.T("cable.move_unsaid", "Side", r.SideName(n.Side), "Title", mv.Title)
}

func (r *Reader) arrivedCable(n *engine.News) string {
	it, until := &n.Item, r.Short(max(n.Item.Lapses, n.Day))
	if n.Day >= r.G.W.S.Day {
		until = r.Until(it.Lapses)
	}
	if it.Kind == engine.Probe {
		key := "cable.arrived_question"
		if !r.M.Issues[it.Issue].MovedBy[r.side] {
			key = "cable.arrived_worth"
		}
		return r.C.T(key, "Side", r.SideName(it.From), "Channel", r.channel(it.Channel), "Me", r.me(),
			"Issue", r.issue(it.Issue), "Rung", r.rung(it.Issue, r.G.W.S.Rungs[it.Issue]), "Date", until)
	}
	key := "cable.arrived_offer"
	switch {
	case it.Channel < 0:
		key = "cable.arrived_open"
	case it.Counters:
		key = "cable.arrived_counter"
	}
	return r.C.T(key, "Channel", r.channel(it.Channel), "Sentence", r.Sentence(&it.Heard, it.From), "Date", until)
}

func (r *Reader) sentCable(it *engine.Item) string {
	issue := r.subject(it.Kind, it.Issue, &it.Package)
	if it.Channel < 0 {
		return r.C.T("cable.sent_open", "Issue", issue)
	}
	key := "cable.sent_offer"
	if it.Kind == engine.Probe {
		key = "cable.sent_question"
	}
	return r.C.T(key, "Issue", issue, "By", r.by(it.Channel))
}

func (r *Reader) days(n int) string { return r.C.T("unit.days", "Count", n) }

// answerKeys are the words for an answer: to an offer or a question, the
// other's or one's own.
var answerKeys = map[engine.AnswerKind][4]string{
	engine.Accept:  {"cable.accept", "cable.frank", "cable.mine_accept", "cable.mine_frank"},
	engine.Refuse:  {"cable.refuse", "cable.aside", "cable.mine_refuse", "cable.mine_aside"},
	engine.Counter: {"cable.counter", "cable.counter", "cable.mine_counter", "cable.mine_counter"},
}

func (r *Reader) answerCable(n *engine.News) string {
	keys, ok := answerKeys[n.Answer]
	if !ok {
		return ""
	}
	at := 0
	if n.Item.Kind == engine.Probe {
		at = 1
	}
	if n.Side == r.side {
		at += 2
	}
	with := map[string]any{"Side": r.other(), "By": r.by(n.Item.Channel), "Channel": r.channel(n.Item.Channel), "Issue": r.subject(n.Item.Kind, n.Item.Issue, &n.Item.Heard),
		"Reasons": r.reasons(n.Reasons, n.Answer == engine.Accept)}
	key := keys[at]
	if at == 3 && n.Answer == engine.Accept && !r.M.Issues[n.Item.Issue].MovedBy[r.side] {
		key = "cable.mine_frank_worth"
	}
	if at == 1 && n.Answer == engine.Accept {
		b := r.G.Observe().Beliefs[n.Item.Issue]
		with["Rung"], with["Care"] = r.rung(n.Item.Issue, b.Furthest), r.care(b.Care)
		if by := &r.M.Issues[n.Item.Issue].MovedBy; (!by[r.side.Other()] || by[r.side]) && b.Best >= 0 {
			key, with["Rung"] = "cable.frank_best", r.rung(n.Item.Issue, b.Best)
		}
	}
	text := strings.TrimSpace(r.C.T(key, with))
	if n.Side != r.side && n.Answer == engine.Refuse && demandFirst(&n.Item.Heard) && !demandFirst(&n.Item.Package) {
		text += " " + r.C.T("cable.garbled")
	}
	return text
}

var careKeys = [...]string{"care.w0", "care.w1", "care.w2", "care.w3", "care.w4"}

func (r *Reader) care(care int16) string {
	return r.C.T(careKeys[min(max((int(care)+500)/1000, 0), 4)])
}

func (r *Reader) lapsedCable(n *engine.News) string {
	issue := r.subject(n.Item.Kind, n.Item.Issue, &n.Item.Heard)
	if n.Side == r.side {
		return r.C.T("cable.lapsed_mine", "Side", r.other(), "Issue", issue)
	}
	return r.C.T("cable.lapsed_theirs", "Side", r.other(), "Issue", issue, "Date", r.Short(n.Item.Sent))
}

func (r *Reader) dealCable(n *engine.News) string {
	p := &n.Item.Heard
	from := n.Item.From
	var does [2][]string
	for _, t := range p.Give[:p.NGive] {
		does[from] = append(does[from], r.deed(t.Issue, t.Rung, from))
	}
	for _, t := range p.Ask[:p.NAsk] {
		does[from.Other()] = append(does[from.Other()], r.deed(t.Issue, t.Rung, from.Other()))
	}
	var parts []string
	for side := range does {
		if len(does[side]) > 0 {
			parts = append(parts, r.C.T("cable.deal_part", "Side", r.SideName(engine.Side(side)), "Deeds", r.deedList(does[side])))
		}
	}
	key := "cable.deal"
	if n.Item.Changed && from == r.side {
		key = "cable.deal_changed"
	}
	return r.C.T(key, "Terms", strings.Join(parts, " "))
}

// promiseKeys are the words for what became of a promise: the other's, one's own.
var promiseKeys = map[engine.AnswerKind][2]string{
	engine.Keep: {"cable.kept", "cable.kept_mine"}, engine.Delay: {"cable.delayed", "cable.delayed_mine"},
	engine.Deny: {"cable.denied", "cable.denied_mine"}, engine.Silence: {"cable.denied", "cable.denied_mine"},
}

func (r *Reader) promiseCable(n *engine.News) string {
	p := &n.Pledge
	keys := promiseKeys[n.Answer]
	switch {
	case n.Kind == engine.NewsPromiseLost:
		keys = [2]string{"cable.lost", "cable.lost_mine"}
	case n.Kind == engine.NewsPromiseDue:
		keys = [2]string{"cable.due_theirs", "cable.due_mine"}
		if p.Due < n.Day {
			keys = [2]string{"cable.overdue_theirs", "cable.overdue_mine"}
		}
	case keys[0] == "":
		keys = promiseKeys[engine.Deny]
	}
	key := keys[0]
	if n.Side == r.side {
		key = keys[1]
	}
	return r.C.T(key, "Side", r.other(), "Deed", r.promised(p),
		"Signed", r.Short(p.Signed), "Date", r.Short(p.Due))
}

// worldCable is what happened to channels, ladders, leaders and orders.
func (r *Reader) worldCable(n *engine.News) string {
	switch n.Kind {
	case engine.NewsLeak:
		if r.M.Channels[n.Index].Line {
			return r.C.T("cable.leak_line", "Channel", r.channel(int8(n.Index)))
		}
		return r.C.T("cable.leak", "Channel", r.channel(int8(n.Index)))
	case engine.NewsBurned:
		return upper(r.C.T("cable.burned", "Channel", r.channel(int8(n.Index)), "Date", r.Short(r.G.W.S.Channels[n.Index].Until)))
	case engine.NewsOpened:
		return r.C.T("cable.opened", "Title", r.M.Channels[n.Index].Title)
	case engine.NewsClosed:
		return r.C.T("cable.closed", "Title", r.M.Channels[n.Index].Title)
	case engine.NewsRung:
		return r.C.T("cable.rung", "Side", r.SideName(n.Side), "Issue", r.issue(int8(n.Index)),
			"From", r.rung(int8(n.Index), n.From), "To", r.rung(int8(n.Index), n.At))
	case engine.NewsMoot:
		return r.C.T("cable.moot", "Side", r.SideName(n.Side), "Issue", r.subject(n.Item.Kind, n.Item.Issue, &n.Item.Heard))
	case engine.NewsLost:
		return r.C.T("cable.lost_message", "Side", r.SideName(n.Side), "Issue", r.subject(n.Item.Kind, n.Item.Issue, &n.Item.Package), "Channel", r.channel(n.Item.Channel))
	case engine.NewsTakenBack:
		key := "cable.taken_back"
		if n.Side == r.side {
			key = "cable.taken_back_mine"
		}
		return r.C.T(key, "Side", r.other(), "Deed", r.deed(int8(n.Index), n.From, n.Side), "Now", r.rung(int8(n.Index), n.At))
	case engine.NewsLeader:
		if s := r.M.Sides[n.Side].Leaders[n.Index].Takes[r.side]; s != "" {
			return s
		}
		return r.C.T("cable.leader", "Name", r.M.Sides[n.Side].Leaders[n.Index].Name, "Side", r.SideName(n.Side))
	case engine.NewsRedLine:
		c := &r.M.Sides[n.Side].Constituencies[n.Index]
		if c.Text != "" {
			return c.Text
		}
		return upper(r.C.T("cable.redline", "Who", c.Name))
	}
	return r.orderCable(n)
}

func (r *Reader) orderCable(n *engine.News) string {
	o := &r.M.Orders[n.Index]
	key := "cable.revealed"
	switch {
	case n.Kind == engine.NewsOrderLate:
		key = "cable.order_late"
	case n.Kind == engine.NewsOrder && n.Answer != engine.NoAnswer:
		key = "cable.order_on"
	case n.Kind == engine.NewsOrder:
		key = "cable.order_off"
	}
	return upper(r.C.T(key, "Agency", o.Agency, "Order", r.Article(o.Title)))
}

// SoFar is every cable since the opening, each as one line with its date.
func (r *Reader) SoFar() []string {
	var mine []engine.News
	for _, n := range r.G.W.Audit.News {
		if n.To[r.side] {
			mine = append(mine, n)
		}
	}
	var out []string
	for _, c := range r.cablesOf(mine) {
		out = append(out, r.Short(c.Day)+". "+c.Text)
	}
	return out
}
