package play

import (
	"cmp"
	"slices"

	"backchannel/engine"
	"backchannel/engine/policy"
)

// CardKind says why a card lies in the hand.
type CardKind uint8

// The kinds of card.
const (
	CardPromise    CardKind = iota // a promise that is due
	CardAnswer                     // something waits for an answer
	CardAdviser                    // what an adviser urges
	CardThread                     // the live thread of the warmest channel
	CardDocumented                 // a documented alternative whose window is open
	CardQuestion                   // the most informative question
	CardSilence
	CardDrawer // everything else
)

// Card is one thing that can be done.
type Card struct {
	Kind      CardKind
	Choice    engine.Choice
	Adviser   int              // who urges it, −1
	Item      engine.ItemView  // what it answers
	Pledge    engine.Pledge    // what is due
	Why       [2]engine.Reason // through the adviser's eyes
	Estimates []Estimate       // of those at the desk
	Price     int64            // units of capital
	WhyNot    engine.WhyNot    // engine.Legal, or why it cannot be done
}

// Estimate is an adviser's view of one card.
type Estimate struct {
	Adviser int
	Odds    int64             // that they accept, or answer, in thousandths; −1 where nothing is asked
	Leak    int64             // that it leaks, in thousandths
	Answer  engine.AnswerKind // of something that waits: what the adviser would say
}

// Thread is an adviser's best thread.
type Thread = policy.Thread

// AtDesk are the advisers who hold a seat now, three at most.
func (g *Game) AtDesk() []int {
	var out []int
	for k := range g.mind.B.Advisers {
		a := &g.mind.B.Advisers[k]
		if a.AtDesk && (a.When == nil || a.When.True(&g.W.S)) && len(out) < 3 {
			out = append(out, k)
		}
	}
	return out
}

// secret says whether what goes by a channel is kept from an adviser: it is an
// official line, and he has not been told of it.
func (g *Game) secret(adviser int, channel int8) bool {
	a := &g.mind.B.Advisers[adviser]
	return channel >= 0 && g.mind.B.Channels[channel].Line && a.Unaware != nil && a.Unaware.True(&g.W.S)
}

// toldOf leaves what an adviser may know of.
func (g *Game) toldOf(adviser int, threads []Thread) []Thread {
	out := threads[:0:0]
	for _, t := range threads {
		channel := t.Choice.Channel
		if t.Choice.Move >= 0 {
			channel = g.mind.B.Moves[t.Choice.Move].Channel
		}
		if !g.secret(adviser, channel) {
			out = append(out, t)
		}
	}
	return out
}

// by is the channel by which a waiting message came, −1 openly.
func (g *Game) by(serial int32) int8 {
	for k := int8(0); k < g.mind.O.NItems; k++ {
		if g.mind.O.Items[k].Serial == serial {
			return g.mind.O.Items[k].Channel
		}
	}
	return -1
}

// best is each adviser's best thread now.
func (g *Game) best() []Thread {
	g.Observe()
	var out []Thread
	for _, a := range g.AtDesk() {
		if t, ok := bestOf(g.toldOf(a, g.mind.ThreadsOf(a)), nil); ok {
			out = append(out, t)
		}
	}
	return out
}

// bestOf is the best thread but hold whose content is not taken yet.
func bestOf(threads []Thread, taken map[uint64]bool) (Thread, bool) {
	best, found := Thread{}, false
	for _, t := range threads {
		if t.Choice.Kind == engine.Hold || taken[t.Content] {
			continue
		}
		if !found || t.Score > best.Score {
			best, found = t, true
		}
	}
	return best, found
}

// Hand is the five to eight cards of the desk, a function of the observation
// alone: what waits and lapses first, one card from each adviser, the live
// thread of the warmest channel, a documented alternative or the best
// question, and silence.
func (g *Game) Hand() []Card {
	g.Observe()
	hand := g.waiting()
	hand = hand[:min(len(hand), mostAnswers)]
	taken := g.promisedAlready()
	for _, a := range g.AtDesk() {
		t, ok := bestOf(g.toldOf(a, g.mind.ThreadsOf(a)), taken)
		if !ok {
			continue
		}
		taken[t.Content] = true
		hand = append(hand, g.card(CardAdviser, t, a))
	}
	if t, ok := g.warmest(taken); ok {
		taken[t.Content] = true
		hand = append(hand, g.card(CardThread, t, -1))
	}
	if t, kind, ok := g.documented(taken); ok {
		hand = append(hand, g.card(kind, t, -1))
	}
	return append(hand, Card{Kind: CardSilence, Choice: engine.HoldChoice, Adviser: -1})
}

// promisedAlready are the threads that would ask for what has been promised and
// not yet been done: nobody urges them.
func (g *Game) promisedAlready() map[uint64]bool {
	taken := map[uint64]bool{}
	o := &g.mind.O
	for k := int8(0); k < o.NPledges; k++ {
		if p := &o.Pledges[k]; p.Debtor != o.Side || g.mind.B.Issues[p.Issue].MovedBy[o.Side.Other()] {
			c := engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: -1, Package: engine.Package{NAsk: 1}}
			c.Package.Ask[0] = engine.Term{Issue: p.Issue}
			taken[g.mind.B.ThreadContent(&c)] = true
		}
	}
	return taken
}

// waiting is what is due, then what waits, by the day on which it lapses.
func (g *Game) waiting() []Card {
	var out []Card
	o := &g.mind.O
	for k := int8(0); k < o.NPledges; k++ {
		if p := o.Pledges[k]; p.Debtor == o.Side && p.Due < o.Next && !g.answered(p.Serial) {
			out = append(out, Card{Kind: CardPromise, Adviser: -1, Pledge: p,
				Choice: engine.Choice{Kind: engine.Promise, Move: -1, Issue: -1, Channel: -1, Item: p.Serial, Answer: engine.Keep}})
		}
	}
	for k := int8(0); k < o.NItems; k++ {
		it := o.Items[k]
		if it.Mine || g.answered(it.Serial) {
			continue
		}
		c := Card{Kind: CardAnswer, Adviser: -1, Item: it,
			Choice: engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: it.Serial, Answer: engine.Accept}}
		c.Estimates = g.counsel(it.Serial)
		at := len(out)
		for at > 0 && out[at-1].Kind == CardAnswer && out[at-1].Item.Lapses > it.Lapses {
			at--
		}
		out = append(out[:at], append([]Card{c}, out[at:]...)...)
	}
	return out
}

// Waiting is everything that is due or waits for an answer, what lapses first
// in front; the hand holds only the first two.
func (g *Game) Waiting() []Card {
	g.Observe()
	return g.waiting()
}

func (g *Game) answered(serial int32) bool {
	for _, c := range g.plan {
		if c.Item == serial {
			return true
		}
	}
	return false
}

// counsel is what each adviser would answer.
func (g *Game) counsel(serial int32) []Estimate {
	var out []Estimate
	n := engine.Need{Side: g.Settings.Side, Stage: engine.StageAnswer, Item: serial}
	for _, a := range g.AtDesk() {
		if g.secret(a, g.by(serial)) {
			continue
		}
		best := Thread{}
		for k, t := range g.mind.Answers(n, a) {
			if k == 0 || t.Score > best.Score {
				best = t
			}
		}
		out = append(out, Estimate{Adviser: a, Odds: -1, Answer: best.Choice.Answer})
	}
	return out
}

func (g *Game) card(kind CardKind, t Thread, adviser int) Card {
	return Card{Kind: kind, Choice: t.Choice, Adviser: adviser, Why: t.Why, Estimates: g.Estimates(t.Choice),
		Price: g.mind.B.Price(&t.Choice), WhyNot: g.W.WhyNot(g.Settings.Side, &t.Choice)}
}

// Estimates are what those at the desk expect of an offer or a question.
func (g *Game) Estimates(c engine.Choice) []Estimate {
	if c.Kind != engine.Offer && c.Kind != engine.Probe {
		return nil
	}
	var out []Estimate
	for _, a := range g.AtDesk() {
		if g.secret(a, c.Channel) {
			continue
		}
		odds, leak := g.mind.Forecast(a, &c)
		if c.Kind == engine.Offer && g.theirOwn(&c.Package) {
			odds = max(odds, 900) // who would refuse what he has just proposed?
		}
		out = append(out, Estimate{Adviser: a, Odds: odds, Leak: leak})
	}
	return out
}

// theirOwn says whether a package takes up an offer of the other side's that
// waits: gives all that it asks and asks no more than it gives.
func (g *Game) theirOwn(p *engine.Package) bool {
	for k := int8(0); k < g.mind.O.NItems; k++ {
		it := &g.mind.O.Items[k]
		if it.Mine || it.Kind != engine.Offer || p.NAsk > it.Package.NGive {
			continue
		}
		in := &it.Package
		if covers(p.Give[:p.NGive], in.Ask[:in.NAsk]) && covers(in.Give[:in.NGive], p.Ask[:p.NAsk]) {
			return true
		}
	}
	return false
}

// covers says whether every one of some terms stands among others.
func covers(among, terms []engine.Term) bool {
	for _, t := range terms {
		if !slices.ContainsFunc(among, func(o engine.Term) bool { return o.Issue == t.Issue && o.Rung == t.Rung }) {
			return false
		}
	}
	return true
}

// warmest is the side's own best offer or question by the channel in which
// most has been said.
func (g *Game) warmest(taken map[uint64]bool) (Thread, bool) {
	o := &g.mind.O
	warm, best := -1, int8(-1)
	for k := range g.mind.B.Channels {
		if o.Channels[k].Usable && o.Channels[k].Warmth > best {
			warm, best = k, o.Channels[k].Warmth
		}
	}
	if warm < 0 {
		return Thread{}, false
	}
	var out Thread
	found := false
	for _, t := range g.mind.Threads() {
		if t.Choice.Kind != engine.Offer && t.Choice.Kind != engine.Probe || int(t.Choice.Channel) != warm || taken[t.Content] {
			continue
		}
		if !found || t.Score > out.Score {
			out, found = t, true
		}
	}
	return out, found
}

// documented is a documented alternative that can be had now: the best of them
// take turns, so that a hand does not urge the same week after week; where
// there is none, the most informative question.
func (g *Game) documented(taken map[uint64]bool) (Thread, CardKind, bool) {
	var ask Thread
	var alts []Thread
	haveAsk := false
	for _, t := range g.mind.Threads() {
		if taken[t.Content] {
			continue
		}
		if t.Choice.Move >= 0 && g.mind.B.Moves[t.Choice.Move].Documented {
			alts = append(alts, t)
		}
		if t.Choice.Kind == engine.Probe && (!haveAsk || t.Score > ask.Score) {
			ask, haveAsk = t, true
		}
	}
	if len(alts) == 0 {
		return ask, CardQuestion, haveAsk
	}
	slices.SortFunc(alts, func(a, b Thread) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Content, b.Content)) })
	return alts[(int(g.mind.O.Turn)-1)%min(len(alts), mostTurns)], CardDocumented, true
}

// mostTurns is how many documented alternatives take turns in the hand.
const mostTurns = 3

// mostAnswers is how many cards of the hand wait for an answer.
const mostAnswers = 2

// ahead says whether a move answers something that has not happened yet: an
// event that never struck, a leader not in office. It would tell what is to come.
func (g *Game) ahead(mv *engine.Move) bool {
	if mv.When == nil {
		return false
	}
	s := &g.W.S
	for _, ref := range mv.When.Refs() {
		i := int(ref & 0xffff)
		switch ref &^ 0xffff {
		case engine.RefStruck, engine.RefQuiet:
			if s.Events[i].Struck == 0 {
				return true
			}
		case engine.RefLeader:
			if s.Leader[i>>4] == g.W.Opening().Leader[i>>4] { // it speaks of his successor
				return true
			}
		}
	}
	return false
}

// Drawer is what waits, then every authored move and every
// question, legal or not, with the reason where it is not.
func (g *Game) Drawer() []Card {
	g.Observe()
	out := g.waiting()
	for k := range g.mind.B.Moves {
		if g.mind.B.Moves[k].ID == "" || g.mind.O.Moves[k] == engine.WindowShut && g.ahead(&g.mind.B.Moves[k]) {
			continue
		}
		c := engine.Choice{Kind: g.mind.B.Moves[k].Kind, Move: int16(k), Issue: -1, Channel: -1}
		out = append(out, Card{Kind: CardDrawer, Choice: c, Adviser: -1, Price: int64(g.mind.B.Moves[k].Price), WhyNot: g.W.WhyNot(g.Settings.Side, &c)})
	}
	for i := range g.mind.B.Issues {
		if ch := g.askBy(); ch >= 0 {
			c := engine.Choice{Kind: engine.Probe, Move: -1, Issue: int8(i), Channel: ch}
			out = append(out, Card{Kind: CardDrawer, Choice: c, Adviser: -1, Price: g.mind.B.Price(&c), Estimates: g.Estimates(c),
				WhyNot: g.W.WhyNot(g.Settings.Side, &c)})
		}
	}
	return out
}

// askBy is the usable channel that the other side trusts most.
func (g *Game) askBy() int8 {
	best, trust := int8(-1), int8(-1)
	for k := range g.mind.B.Channels {
		if t := g.mind.B.Channels[k].Trusted[g.Settings.Side.Other()]; g.mind.O.Channels[k].Usable && t > trust {
			best, trust = int8(k), t
		}
	}
	return best
}

// Quiet says whether nothing needs the side: no message waits, no promise is
// due, no documented window has opened, nothing brews above one in ten, no
// adviser's best thread has changed since the last stop.
func (g *Game) Quiet() bool {
	g.Observe()
	o := &g.mind.O
	if g.startled() || o.Crises != g.crises {
		return false
	}
	for k := int8(0); k < o.NItems; k++ {
		if !o.Items[k].Mine {
			return false
		}
	}
	for k := int8(0); k < o.NPledges; k++ {
		if o.Pledges[k].Debtor == o.Side && o.Pledges[k].Due < o.Next {
			return false
		}
	}
	if o.NBrews > 0 && o.Brews[0].Odds > 6554 || g.eve() {
		return false
	}
	for k := range g.mind.B.Moves {
		if g.mind.B.Moves[k].Documented && o.Moves[k] == engine.Legal && !g.opened[k] {
			return false
		}
	}
	now := g.best()
	if len(now) != len(g.before) {
		return false
	}
	for k := range now {
		if now[k].Content != g.before[k].Content {
			return false
		}
	}
	return true
}

// Pressing says whether something has come with the last commit that a side
// which lets time pass would stop for: a message or a promise that waits, an
// answer, a rung that the other side has moved, a leak, a crisis begun or over.
func (g *Game) Pressing() bool {
	o := g.Observe()
	for k := int8(0); k < o.NItems; k++ {
		if !o.Items[k].Mine {
			return true
		}
	}
	for k := int8(0); k < o.NPledges; k++ {
		if o.Pledges[k].Debtor == o.Side && o.Pledges[k].Due < o.Next {
			return true
		}
	}
	for _, n := range g.News() {
		switch n.Kind {
		case engine.NewsAnswer, engine.NewsLapsed, engine.NewsLeader, engine.NewsRung, engine.NewsTakenBack:
			if n.Side != g.Settings.Side {
				return true
			}
		case engine.NewsLeak, engine.NewsRedLine, engine.NewsPromiseLost:
			return true
		}
	}
	return o.Crises != g.earlier
}

// startled says whether something has come since the last stop that one would
// want to read before time runs on: what the other side did or answered, a leak,
// an agreement, a blow.
func (g *Game) startled() bool {
	for _, n := range g.W.Audit.News[min(g.seen, len(g.W.Audit.News)):] {
		if !n.To[g.Settings.Side] {
			continue
		}
		switch n.Kind {
		case engine.NewsMove, engine.NewsAnswer, engine.NewsRung:
			if n.Side != g.Settings.Side {
				return true
			}
		case engine.NewsEvent:
			if g.W.M.Events[n.Index].Class != engine.Exogenous || g.W.M.Events[n.Index].Person {
				return true
			}
		case engine.NewsSent, engine.NewsOrder, engine.NewsOrderLate:
		default:
			return true
		}
	}
	return false
}

// eve says whether the shock of a person, which everyone knows, falls into
// this turn: the desk stops to say how things stand.
func (g *Game) eve() bool {
	for k := range g.W.M.Events {
		e := &g.W.M.Events[k]
		if e.Person && e.Class == engine.Exogenous && !g.Settings.UnknownFuture && e.On >= g.mind.O.Day && e.On < g.mind.O.Next {
			return true
		}
	}
	return false
}

// Forecast is one adviser's odds on an offer, and what came of it.
type Forecast struct {
	Adviser int
	Item    int32
	Odds    int64 // thousandths
	Done    bool
	Came    bool
}

// remember notes the advisers' forecasts of the offers that the plan sends.
func (g *Game) remember() {
	serial := g.desk.w.S.Serial
	for _, c := range g.plan {
		if c.Kind != engine.Offer && c.Answer != engine.Counter {
			continue
		}
		c = asOffer(c, g.by(c.Item))
		for _, it := range g.W.S.Items {
			if it.Status == engine.NoItem || it.From != g.Settings.Side || it.Serial <= serial || it.Package != c.Package {
				continue
			}
			for _, e := range g.Estimates(c) {
				g.forms = append(g.forms, Forecast{Adviser: e.Adviser, Item: it.Serial, Odds: e.Odds})
			}
		}
	}
}

// asOffer is a counter as the offer that it is, by the road on which it goes.
func asOffer(c engine.Choice, channel int8) engine.Choice {
	if c.Kind == engine.Answer {
		c.Kind, c.Answer, c.Item, c.Channel = engine.Offer, engine.NoAnswer, 0, channel
	}
	return c
}

// resolve closes the forecasts whose offers have been answered or have lapsed.
func (g *Game) resolve() {
	for k := range g.forms {
		f := &g.forms[k]
		for _, n := range g.W.Audit.News {
			if f.Done || n.Item.Serial != f.Item || n.Kind != engine.NewsAnswer && n.Kind != engine.NewsLapsed || n.Answer == engine.Silence {
				continue
			}
			f.Done, f.Came = true, n.Kind == engine.NewsAnswer && n.Answer == engine.Accept
		}
	}
}

// Record is how an adviser's forecasts have done: how many were settled, and
// the mean Brier score in thousandths (0 best, 1000 worst).
func (g *Game) Record(adviser int) (n int, brier int64) {
	sum := int64(0)
	for _, f := range g.forms {
		if f.Adviser != adviser || !f.Done {
			continue
		}
		miss := f.Odds
		if f.Came {
			miss = 1000 - f.Odds
		}
		sum += miss * miss / 1000
		n++
	}
	return n, sum / int64(max(n, 1))
}
