package engine

// Observation is all that a side, its advisers and its screens may read of
// the state. What is hidden from the side is not in it.
type Observation struct {
	Side      Side
	Day, Next Day
	Turn      int16
	Elapsed   Day // since the opening
	Span      Day // of the whole cut
	TurnsLeft int16
	Election  int64 // nearness of Washington's election, 0–1000
	Known     [MaxQuantities]bool
	Q, Hi, Lo [MaxQuantities]Milli // 0 where not known
	Open      [MaxQuantities]Milli // at the opening
	Rungs     [MaxIssues]int8      // as known or believed
	HiRung    [MaxIssues]int8
	LoRung    [MaxIssues]int8
	OpenRung  [MaxIssues]int8
	Cares     [MaxIssues]int8 // one's own, today
	Beliefs   [MaxIssues]BeliefState
	Rebuffs   [MaxIssues]Rebuff // one's own demands that were refused
	Agreed    [MaxIssues]Agreed
	New       [2]int64         // newness of each side's leader, 0–1000
	Replaced  [MaxIssues]Milli // what the patron has made good of Washington's pressure
	Laws      uint16           // ladders that a law has put into Congress's hands, a bit each
	Leader    int8             // one's own
	Their     int8             // the other side's leader
	Channels  [MaxChannels]ChannelView
	Orders    [MaxOrders]OrderView
	Moves     [MaxMoves]WhyNot // of one's own authored moves
	Done      [MaxMoves]int16  // likewise
	Fresh     [MaxMoves]int64  // how lately each one's window opened, 0–1000
	Items     [MaxItems]ItemView
	NItems    int8
	Pledges   [MaxPromises]Pledge
	NPledges  int8
	Brews     [3]Brew
	NBrews    int8
	Failed    uint16          // conditions of one's goals that have failed
	Tests     uint16          // conditions of one's goals that hold now
	Foresight Foresight       // what would turn them
	Flows     [MaxFlows]Milli // a day, now; 0 where not known
	Crises    uint8           // a bit each
	Exposure  [2][2]int64     // multiplier of an audience cost: secret or public, unanswered or answered
	LeakOdds  [MaxChannels]int64
	Vetoes    [MaxItems]int8  // constituency of one's own that stops the item, or −1
	Moved     uint8           // moves already made in this stage
	Lately    [KindCount]bool // kinds of move made in this stage
}

// ChannelView is what a side sees of a channel.
type ChannelView struct {
	Status   ChannelStatus
	Usable   bool
	Official [2]bool // what that side sends by it can bind
	Warmth   int8
	LastUse  Day
}

// OrderView is what a side knows of a standing order.
type OrderView struct{ Known, Running bool }

// ItemView is a message that waits for this side, or that this side has sent
// and that nobody has answered yet.
type ItemView struct {
	Serial   int32
	Kind     Kind
	Mine     bool
	Channel  int8
	Issue    int8
	Came     Day // or was sent
	Lapses   Day
	Package  Package // as heard by its receiver, as sent by its sender
	Counters bool
}

// Brew is a hazard that is announced before the turn's moves.
type Brew struct {
	Event int16
	Odds  int64 // Q16, that it strikes before Until
	Until Day
}

// Observe fills an observation of the world as a side sees it.
func (w *World) Observe(side Side, o *Observation) {
	s, m := &w.S, w.M
	*o = Observation{Side: side, Day: s.Day, Next: s.Next, Turn: s.Turn, Elapsed: s.Day - s.Opening, Span: m.Cut.Last + 1 - m.Cut.First, Election: w.electionNear(),
		Leader: s.Leader[side], Their: s.Leader[side.Other()], Failed: s.Failed[side]}
	o.TurnsLeft = int16((m.Cut.Last + 1 - s.Day) / max(s.Next-s.Day, 1))
	for q := range m.Quantities {
		if !m.Quantities[q].SeenBy[side] {
			continue
		}
		o.Known[q] = true
		o.Q[q], o.Hi[q], o.Lo[q], o.Open[q] = s.Q[q], s.Hi[q], s.Lo[q], w.opening.Q[q]
	}
	if w.rich() {
		o.Q[QCapitalW+int(side)] = m.Theory.Capital.Cap * Point
	}
	for i := range m.Issues {
		o.Cares[i] = w.care(side, i)
		o.Beliefs[i] = s.Beliefs[side][i]
		o.Rebuffs[i] = s.Rebuffs[side][i]
		o.Agreed[i] = s.Agreed[i]
		if m.Issues[i].HiddenFrom[side] {
			r := s.RungBelief[side][i]
			o.Rungs[i], o.HiRung[i], o.LoRung[i], o.OpenRung[i] = r, r, r, r
			continue
		}
		o.Rungs[i], o.HiRung[i], o.LoRung[i], o.OpenRung[i] = s.Rungs[i], s.HiRung[i], s.LoRung[i], s.OpenRung[i]
	}
	for k := range m.Channels {
		c, ch := &s.Channels[k], &m.Channels[k]
		o.Channels[k] = ChannelView{Status: c.Status, Usable: c.Status == Opened && (ch.When == nil || ch.When.True(s)),
			Official: [2]bool{w.official(int8(k), Washington), w.official(int8(k), Havana)}, Warmth: c.Warmth, LastUse: c.LastUse}
		o.LeakOdds[k] = w.leakOdds(k, side)
	}
	for k := range m.Orders {
		known := s.Orders[k].Known[side]
		o.Orders[k] = OrderView{known, known && s.Orders[k].Running}
	}
	w.observeMoves(side, o)
	w.observePapers(side, o)
	w.observeBrews(side, o)
	for public := range o.Exposure {
		for answered := range o.Exposure[public] {
			o.Exposure[public][answered] = w.exposure(side, public == 1, answered == 1)
		}
	}
	w.foresee(side, o)
	w.foreseeFlows(side, o)
	for k := range m.Flows {
		if m.Flows[k].SeenBy[side] {
			o.Flows[k] = s.Flows[k].Rate
		}
	}
	o.New = [2]int64{w.newness(Washington), w.newness(Havana)}
	o.Crises, o.Laws, o.Replaced = s.Crises, s.Laws, s.Replaced
}

func (w *World) observeMoves(side Side, o *Observation) {
	capital := w.S.Q[QCapitalW+int(side)]
	o.Moves = w.M.others[side]
	for _, k := range w.M.own[side] {
		mv := &w.M.Moves[k]
		o.Done[k], o.Fresh[k] = w.S.Done[k], 0
		o.Moves[k] = w.whyNotMove(side, mv, int(k))
		if o.Moves[k] == Legal && !w.rich() && int64(mv.Price)*Point > capital {
			o.Moves[k] = NoCapital
		}
		if o.Moves[k] == Legal {
			o.Fresh[k] = w.fresh(mv, int(k))
		}
	}
	if w.phase == phaseFirst || w.phase == phaseSecond {
		o.Moved = w.ordinal
	}
}

func (w *World) observePapers(side Side, o *Observation) {
	for k := range w.S.Items {
		it := &w.S.Items[k]
		mine := it.From == side
		if it.Status == NoItem || !mine && it.Status != Waiting {
			continue
		}
		v := ItemView{Serial: it.Serial, Kind: it.Kind, Mine: mine, Channel: it.Channel, Issue: it.Issue, Lapses: it.Lapses, Counters: it.Counters}
		if mine {
			v.Came, v.Package, v.Lapses = it.Sent, it.Package, 0
		} else {
			v.Came, v.Package = it.Arrives, it.Heard
			o.Vetoes[o.NItems] = int8(w.Vetoed(side, &it.Heard))
		}
		o.Items[o.NItems] = v
		o.NItems++
	}
	for k := range w.S.Pledges {
		if w.S.Pledges[k].Serial != 0 {
			o.Pledges[o.NPledges] = w.S.Pledges[k]
			o.NPledges++
		}
	}
}

// observeBrews announces the one to three likeliest hazards that the side's
// intelligence reaches, by the turn's intensities.
func (w *World) observeBrews(side Side, o *Observation) {
	for _, k := range w.M.chancy {
		if w.S.Events[k].Rate == 0 || !w.M.Events[k].KnownTo[side] {
			continue
		}
		b := Brew{Event: k, Odds: w.odds(int(k)), Until: w.S.Next - 1}
		at := int(o.NBrews)
		for at > 0 && o.Brews[at-1].Odds < b.Odds {
			at--
		}
		if at >= len(o.Brews) {
			continue
		}
		copy(o.Brews[at+1:], o.Brews[at:])
		o.Brews[at] = b
		o.NBrews = min(o.NBrews+1, int8(len(o.Brews)))
	}
}

// Briefing is what a side may know of the scenario from the start: its own
// cares, values, red lines and goals, and what is public. It does not hold
// the other side's.
type Briefing struct {
	Side           Side
	Theory         *Theory
	Issues         []Issue
	Channels       []Channel
	Quantities     []Quantity
	Moves          []Move // all; those of the other side are blank
	Orders         []StandingOrder
	Flows          []Flow
	Constituencies []Constituency
	Leaders        []Leader
	Advisers       []Adviser
	Type           Type
	Goals          [2]Goal
	GoalIndex      [2]int8
	AllGoals       []Goal
	Believes       [MaxIssues]Belief // at the opening
	Minding        [MaxIssues]int64  // how much those at home mind a concession: influence × minding, summed

	m *Model // for content hashes only
}

// Brief makes a side's briefing for this world.
func (w *World) Brief(side Side) *Briefing {
	m, sm := w.M, &w.M.Sides[side]
	b := &Briefing{Side: side, Theory: &m.Theory, Issues: m.Issues, Channels: m.Channels, Quantities: m.Quantities, Orders: m.Orders, Flows: m.Flows,
		Constituencies: sm.Constituencies, Leaders: sm.Leaders, Advisers: sm.Advisers, AllGoals: sm.Goals, Believes: sm.Believes, m: m}
	b.Moves = make([]Move, len(m.Moves))
	for k := range m.Moves {
		if m.Moves[k].Side == side {
			b.Moves[k] = m.Moves[k]
		}
	}
	for k := range sm.Constituencies {
		for i, minds := range sm.Constituencies[k].Cares {
			b.Minding[i] += int64(sm.Constituencies[k].Influence) * int64(minds)
		}
	}
	w.Rebrief(b)
	return b
}

// Rebrief puts this world's type and goals into a briefing, without allocating.
func (w *World) Rebrief(b *Briefing) {
	sm := &w.M.Sides[b.Side]
	b.Type = sm.Types[w.S.Type[b.Side]]
	b.GoalIndex = w.GoalsOf(b.Side)
	for k, g := range b.GoalIndex {
		b.Goals[k] = sm.Goals[g]
	}
}

// ThreadContent, TermsContent and CarriageContent are the content hashes of a
// choice; see Model.
func (b *Briefing) ThreadContent(c *Choice) uint64 { return b.m.ThreadContent(c) }

// TermsContent is the content of what a package says.
func (b *Briefing) TermsContent(p *Package) uint64 { return b.m.TermsContent(p) }

// CarriageContent is the content of a channel.
func (b *Briefing) CarriageContent(channel int8) uint64 { return b.m.CarriageContent(channel) }

// Price is what a choice costs.
func (b *Briefing) Price(c *Choice) int64 { return b.m.Price(c) }
