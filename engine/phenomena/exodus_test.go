package phenomena

import (
	"testing"

	"backchannel/engine"
)

// The pressure to leave, on the ladders of 1993–95 (Greenhill 2010).

// TestExitGrows: the pressure to leave grows with hardship, and with legal ways
// out that are shut, each by three points at least in the two years; without the
// coupling, and without relief by a visa, neither.
func TestExitGrows(t *testing.T) {
	s := shipped(t)
	x := &s.Premises.Exit
	three := func(change func(t *engine.Theory)) (base, easy, open engine.Milli) {
		return s.exitAt(x.Hungry, x.Shut, change), s.exitAt(x.Fed, x.Shut, change), s.exitAt(x.Hungry, x.Wide, change)
	}
	base, easy, open := three(as)
	t.Logf("exit pressure %d thousandths in want with no way out, %d without want, %d with visas", base, easy, open)
	if base < easy+3*engine.Point || base < open+3*engine.Point {
		t.Errorf("exit pressure %d thousandths in want with no way out, %d without want, %d with visas", base, easy, open)
	}
	a, b, c := three(func(t *engine.Theory) {
		for k := range t.Drifts {
			if t.Drifts[k].Of == "exit" {
				t.Drifts[k].Each = 0
			}
		}
		for k := range t.Flows {
			t.Flows[k].Relief = 0
		}
	})
	if a > b+3*engine.Point || a > c+3*engine.Point {
		t.Errorf("without the mechanism %d, %d and %d", a, b, c)
	}
}

// TestReleaseIsAWeapon: Havana lets people go on purpose where the pressure to
// leave is high, in five worlds of a hundred at least more than where it is low;
// and less often where their arrival would press on nobody in Washington.
func TestReleaseIsAWeapon(t *testing.T) {
	s := shipped(t)
	x := &s.Premises.Weapon
	high, low := s.letsGo(x.High, as), s.letsGo(x.Low, as)
	t.Logf("let go in %d of 1,000 worlds at high pressure, in %d at low", high, low)
	if high < low+50 {
		t.Errorf("let go in %d of 1,000 worlds at high pressure, in %d at low", high, low)
	}
	if off := s.letsGo(x.High, func(t *engine.Theory) {
		t.Means.Surge, t.Means.Rival, t.Means.Exit = [2]int64{}, [2]int64{}, [2]int64{}
	}); off > high-50 {
		t.Errorf("let go in %d of 1,000 worlds where it presses on nobody, in %d where it does", off, high)
	}
}

// TestReleaseMakesTalksLikely: after a release the sides close a deal on
// migration in five worlds of a hundred at least more than where the gate stays
// shut, and in most. In 1994 less so where arrivals press on nobody.
func TestReleaseMakesTalksLikely(t *testing.T) {
	s := shipped(t)
	nobody := func(t *engine.Theory) { t.Surge.Flood, t.Surge.Burden, t.Means.Surge = 0, [5]int64{}, [2]int64{} }
	for k := range s.Premises.Release {
		x := &s.Premises.Release[k]
		shut, open := s.talksAfter(x, false, as), s.talksAfter(x, true, as)
		t.Logf("%s: a deal on migration in %d of 1,000 worlds, in %d after a release", x.Era, shut, open)
		if open < shut+50 || open < 500 {
			t.Errorf("%s: a deal on migration in %d of 1,000 worlds, in %d after a release", x.Era, shut, open)
		}
		if x.Era == "mariel" {
			continue // there the open harbour is itself what is bargained away, whoever arrives
		}
		if a, b := s.talksAfter(x, false, nobody), s.talksAfter(x, true, nobody); b-a > open-shut-50 {
			t.Errorf("%s: where arrivals press on nobody in %d and %d", x.Era, a, b)
		}
	}
}

// TestAnnouncementsDoNotStopBoats: once people put to sea by the hundred, telling
// them that they will be held leaves more than a quarter of them still at sea; what
// both sides enforce together stops all but a twentieth. Where a word
// were enough to change what they expect, it would stop them.
func TestAnnouncementsDoNotStopBoats(t *testing.T) {
	s := shipped(t)
	free, told, joint := s.putToSea(false, false, asTheyFlow), s.putToSea(true, false, asTheyFlow), s.putToSea(true, true, asTheyFlow)
	t.Logf("in two weeks %d put to sea, %d after an announcement, %d where both sides act", free/engine.Point, told/engine.Point, joint/engine.Point)
	if told < free/4 || joint > free/20 {
		t.Errorf("in two weeks %d put to sea, %d after an announcement, %d where both sides act", free/engine.Point, told/engine.Point, joint/engine.Point)
	}
	if off := s.putToSea(true, false, func(t *engine.Theory, kind int) { t.Flows[kind].Pulls = [5]int64{4: 1000} }); off > free/20 {
		t.Errorf("where a word is enough %d put to sea", off/engine.Point)
	}
}
