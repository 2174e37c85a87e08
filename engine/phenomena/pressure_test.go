package phenomena

import (
	"testing"

	"backchannel/engine"
)

// Pressure: Washington tightens the embargo from where medicine may be sold.

// TestPressureHurtsAtOnce: tightening the embargo raises hardship within the
// turn, and the patron's support and the weight of the hard men with it, each
// by three points at least (Drezner 2003; Jervis 1978).
func TestPressureHurtsAtOnce(t *testing.T) {
	s := shipped(t)
	support := s.Premises.Pressure.Patron * engine.Point
	rise := func(change func(t *engine.Theory)) (hardship, patron, hawks int64) {
		a, b, c := s.pressed(support, change)
		return a / engine.Point, b / engine.Point, c / engine.Point
	}
	hardship, patron, hawks := rise(as)
	t.Logf("hardship rises by %d, the patron's support by %d, Havana's hard men by %d", hardship, patron, hawks)
	if hardship < 3 || patron < 3 || hawks < 3 {
		t.Errorf("hardship rises by %d, the patron's support by %d, Havana's hard men by %d", hardship, patron, hawks)
	}
	_, noPatron, few := rise(func(t *engine.Theory) { t.Pressure.Patron, t.Pressure.Hawks = 0, 0 })
	if noPatron != 0 || few > hawks-3 {
		t.Errorf("without the mechanism the patron's support rises by %d, the hard men by %d", noPatron, few)
	}
}

// TestNoPatronNoArms: who has no patron is driven into nobody's arms: the same
// pressure draws the patron of 1994 closer by a tenth of what it did in 1980, or less.
func TestNoPatronNoArms(t *testing.T) {
	s := shipped(t)
	_, with, _ := s.pressed(s.Premises.Pressure.Patron*engine.Point, as)
	_, without, _ := s.pressed(s.Premises.Pressure.None*engine.Point, as)
	if with < 3*engine.Point || without > with/10 {
		t.Errorf("the patron comes closer by %d thousandths, by %d where there is hardly one", with, without)
	}
}

// TestPressureSpendsItself: what the patron has replaced cannot be withheld
// again: the second tightening of a ladder hurts three points less than the
// first. Where he replaces nothing, or is gone, it hurts as the first did.
func TestPressureSpendsItself(t *testing.T) {
	s := shipped(t)
	support := s.Premises.Pressure.Patron * engine.Point
	first, second := s.pressedTwice(support, as)
	t.Logf("hardship rises by %d thousandths the first time and by %d the second", first, second)
	if second > first-3*engine.Point {
		t.Errorf("hardship rises by %d thousandths the first time and by %d the second", first, second)
	}
	if a, b := s.pressedTwice(support, func(t *engine.Theory) { t.Pressure.Replace = 0 }); b < a-engine.Point/2 {
		t.Errorf("where nothing is replaced, by %d and by %d", a, b)
	}
	if a, b := s.pressedTwice(0, as); b < a-engine.Point/2 {
		t.Errorf("where there is no patron, by %d and by %d", a, b)
	}
}

// TestSanctionsAlone: pressing, however hard, does not bring Havana to concede
// what is grand: not in five worlds of a hundred more than where Washington
// leaves it alone (Hufbauer, Schott and Elliott 2007: least of all an
// adversary's system). It would from a calm opening if hurt were nearly all that
// counted, and being struck angered nobody.
func TestSanctionsAlone(t *testing.T) {
	s := shipped(t)
	for _, calm := range []bool{false, true} {
		alone, pressed := s.concedes(false, calm, as), s.concedes(true, calm, as)
		t.Logf("calm %v: Havana concedes in %d of 1,000 worlds left alone, in %d when pressed", calm, alone, pressed)
		if pressed > alone+50 {
			t.Errorf("calm %v: Havana concedes in %d of 1,000 worlds left alone, in %d when pressed", calm, alone, pressed)
		}
	}
	if testing.Short() {
		return // too few worlds for what follows
	}
	hurtOnly := func(t *engine.Theory) {
		t.Belief.Hurt *= 4
		t.Trust.Pressure, t.Pressure.Hawks, t.Pressure.Tension, t.Belief.Pressed = 0, 0, 0, 0
	}
	if a, b := s.concedes(false, true, hurtOnly), s.concedes(true, true, hurtOnly); b < a+50 {
		t.Errorf("where hurt is all that counts, Havana concedes in %d left alone, in %d when pressed", a, b)
	}
}
