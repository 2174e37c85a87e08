package phenomena

import "backchannel/engine"

// Claim says that under the theory one figure is above another. What nothing
// should show either way, such as that sanctions alone bring a deal, is a claim
// that it is not the other way by more than Slack.
type Claim struct {
	Phenomenon int // its number in the list of what the engine must show
	What       string
	More, Less int64
	Slack      int64
}

// Holds says whether the sign is right.
func (c *Claim) Holds() bool {
	if c.Slack > 0 {
		return c.More+c.Slack >= c.Less
	}
	return c.More > c.Less
}

// Count is how many phenomena there are.
const Count = 13

// Claims measures every phenomenon under the theory as it is, in their order. It
// stops at the first of which a claim does not hold, unless whole is true. An era
// that lacks a premise is an error.
func (s *Stage) Claims(whole bool) (claims []Claim, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case failure:
			err = r.err
		default:
			panic(r)
		}
	}()
	for k, measure := range [Count]func() []Claim{s.secrecy, s.elections, s.reciprocity, s.entryFees, s.sanctions, s.exits, s.spoilers,
		s.smallOnes, s.laws, s.channels, s.deaths, s.ripeness, s.allies} {
		for _, c := range measure() {
			c.Phenomenon = k + 1
			claims = append(claims, c)
			if !c.Holds() && !whole {
				return claims, nil
			}
		}
	}
	return claims, nil
}

func (s *Stage) secrecy() []Claim {
	secret, public, leaked := s.standingLost(false, false, asItIs), s.standingLost(true, false, asItIs), s.standingLost(false, true, asItIs)
	return []Claim{{What: "a concession costs more in public than in secret", More: public, Less: secret},
		{What: "and most of all when a secret one leaks", More: leaked, Less: public}}
}

func (s *Stage) elections() []Claim {
	far, near, second := s.standingLost(true, false, farOff), s.standingLost(true, false, near), s.standingLost(true, false, secondTerm)
	return []Claim{{What: "a concession costs more close to an election", More: near, Less: far},
		{What: "and less in a second term", More: far, Less: second}}
}

func (s *Stage) reciprocity() []Claim {
	return []Claim{{What: "answered gestures build more trust", More: s.trustGained(true, as), Less: s.trustGained(false, as)}}
}

func (s *Stage) entryFees() []Claim {
	return []Claim{{What: "an entry fee takes more acceptance than the same demand on the agenda", More: s.feeTakes(true, as), Less: s.feeTakes(false, noFee)},
		{What: "linkage to a third country shrinks the zone", More: sum(s.linked(false, as)), Less: sum(s.linked(true, as))}}
}

func (s *Stage) sanctions() []Claim {
	x := &s.Premises.Pressure
	hardship, patron, hawks := s.pressed(x.Patron*engine.Point, as)
	_, none, _ := s.pressed(x.None*engine.Point, as)
	first, second := s.pressedTwice(x.Patron*engine.Point, as)
	return []Claim{{What: "pressure raises hardship", More: hardship}, {What: "the patron's support", More: patron},
		{What: "and the hard men", More: hawks}, {What: "who has no patron is driven into nobody's arms", More: patron, Less: none},
		{What: "pressure spends itself", More: first, Less: second},
		{What: "sanctions alone do not bring Havana to concede", More: s.concedes(false, false, as), Less: s.concedes(true, false, as), Slack: 50}}
}

func (s *Stage) exits() []Claim {
	x, g := &s.Premises.Exit, &s.Premises.Weapon
	base := s.exitAt(x.Hungry, x.Shut, as)
	out := []Claim{{What: "exit pressure grows with hardship", More: base, Less: s.exitAt(x.Fed, x.Shut, as)},
		{What: "and with closed legal ways", More: base, Less: s.exitAt(x.Hungry, x.Wide, as)},
		{What: "a release is a weapon", More: s.letsGo(g.High, as), Less: s.letsGo(g.Low, as)}}
	for k := range s.Premises.Release {
		r := &s.Premises.Release[k]
		out = append(out, Claim{What: "a release makes talks likely: " + r.Era, More: s.talksAfter(r, true, as), Less: s.talksAfter(r, false, as)})
	}
	return append(out, Claim{What: "joint enforcement stops boats that announcements do not", More: s.putToSea(true, false, asTheyFlow), Less: s.putToSea(true, true, asTheyFlow)})
}

func (s *Stage) spoilers() []Claim {
	return []Claim{{What: "spoilers strike more when talks progress", More: s.raids(60*engine.Point, as), Less: s.raids(0, as)},
		{What: "sabotage beside the talks sinks them", More: s.talked(false, true), Less: s.talked(true, true)}}
}

func (s *Stage) smallOnes() (out []Claim) {
	for _, era := range s.Premises.Small.Eras {
		little, large, _ := s.smallDeals(era, as)
		out = append(out, Claim{What: "small deals close where grand ones do not: " + era, More: little, Less: large})
	}
	return out
}

func (s *Stage) laws() []Claim {
	return []Claim{{What: "a law keeps a ladder from the President", More: s.loosened(false, as), Less: s.loosened(true, as)}}
}

func (s *Stage) channels() []Claim {
	return []Claim{{What: "a channel that both trust carries more", More: s.carried(3, 1, false, as), Less: s.carried(0, 3, true, as)},
		{What: "burned ones are missed", More: s.burnt(false, as), Less: s.burnt(true, as)}}
}

func (s *Stage) deaths() []Claim {
	offers, deals := s.afterDeath(false, as)
	fewer, lost := s.afterDeath(true, as)
	return []Claim{{What: "a shock ends offers", More: offers, Less: fewer}, {What: "and deals", More: deals, Less: lost},
		{What: "or opens talks", More: s.afterCollapse(true, as), Less: s.afterCollapse(false, as)}}
}

func (s *Stage) ripeness() []Claim {
	neither, hurt, way, both := s.ripe(false, false, as), s.ripe(true, false, as), s.ripe(false, true, as), s.ripe(true, true, as)
	return []Claim{{What: "hurt and a way out settle more than a way out", More: both, Less: way}, {What: "and than hurt", More: both, Less: hurt},
		{What: "by more than the two add up to", More: both - way, Less: hurt - neither}, {What: "hurt alone moves nothing", More: neither, Less: hurt, Slack: 50}}
}

func (s *Stage) allies() []Claim {
	x := &s.Premises.Ally
	return []Claim{{What: "an ally left out spoils more than one who was told", More: s.lostAfterSigning(true, as), Less: s.lostAfterSigning(false, as)},
		{What: "and an estranged one more than a close one", More: s.spoiled(x.Far, as), Less: s.spoiled(x.Near, as)}}
}

// noFee makes an entry fee cost no pride.
func noFee(t *engine.Theory) { t.Belief.Fee = 0 }
