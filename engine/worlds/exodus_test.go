package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/worlds"
)

// The pressure to leave, on the ladders of 1993–95 (Greenhill 2010).

// TestExitGrows: the pressure to leave grows with hardship, and with legal ways
// out that are shut, each by three points at least in the two years; without the
// coupling, and without relief by a visa, neither.
func TestExitGrows(t *testing.T) {
	exit := func(hardship engine.Milli, visas int, change func(t *engine.Theory)) engine.Milli {
		m := era(t, "balseros", "era")
		m.SetOpening(engine.QHardship, hardship)
		opensOn(m, issueOf(t, m, "visas"), visas)
		change(&m.Theory)
		return idle(m, func(*engine.World) {}).S.Q[engine.QExit]
	}
	const hungry, fed, shut, wide = 72 * engine.Point, 30 * engine.Point, 0, 4
	as := func(*engine.Theory) {}
	base, easy, open := exit(hungry, shut, as), exit(fed, shut, as), exit(hungry, wide, as)
	t.Logf("exit pressure %d thousandths in want with no way out, %d without want, %d with visas", base, easy, open)
	if base < easy+3*engine.Point || base < open+3*engine.Point {
		t.Errorf("exit pressure %d thousandths in want with no way out, %d without want, %d with visas", base, easy, open)
	}
	uncoupled := func(t *engine.Theory) {
		for k := range t.Drifts {
			if t.Drifts[k].Of == "exit" {
				t.Drifts[k].Each = 0
			}
		}
		for k := range t.Flows {
			t.Flows[k].Relief = 0
		}
	}
	if a, b, c := exit(hungry, shut, uncoupled), exit(fed, shut, uncoupled), exit(hungry, wide, uncoupled); a > b+3*engine.Point || a > c+3*engine.Point {
		t.Errorf("without the mechanism %d, %d and %d", a, b, c)
	}
}

// released says whether the shore was ever left unguarded.
func released(shore int8) func(w *engine.World) bool {
	return func(w *engine.World) bool { return w.S.HiRung[shore] >= 3 }
}

// TestReleaseIsAWeapon: Havana lets people go on purpose where the pressure to
// leave is high, in five worlds of a hundred at least more than where it is low;
// and less often where their arrival would press on nobody in Washington.
func TestReleaseIsAWeapon(t *testing.T) {
	lets := func(exit engine.Milli, presses bool) int {
		m := era(t, "balseros", "")
		ready(t, m, "watch-shore")
		m.SetOpening(engine.QExit, exit)
		if !presses {
			m.Theory.Means.Surge, m.Theory.Means.Rival, m.Theory.Means.Exit = [2]int64{}, [2]int64{}, [2]int64{}
		}
		return share(m, 300, released(issueOf(t, m, "shore")))
	}
	high, low := lets(64*engine.Point, true), lets(5*engine.Point, true)
	t.Logf("let go in %d of 1,000 worlds at high pressure, in %d at low", high, low)
	if high < low+50 {
		t.Errorf("let go in %d of 1,000 worlds at high pressure, in %d at low", high, low)
	}
	if off := lets(64*engine.Point, false); off > high-50 {
		t.Errorf("let go in %d of 1,000 worlds where it presses on nobody, in %d where it does", off, high)
	}
}

// exodus is one way in which Havana let people go, and what was then talked of.
type exodus struct {
	era, release string
	gate         string
	about        []string
}

// talksAfter is in how many of a thousand worlds a deal on migration is closed if
// the gate is opened in the second turn, or never by a move of Havana's; arrivals
// press on Washington or on nobody.
func talksAfter(t *testing.T, x exodus, release, presses bool) int {
	m := era(t, x.era, "")
	ready(t, m, x.release)
	gate := issueOf(t, m, x.gate)
	if s := &m.Theory.Surge; !presses {
		s.Flood, s.Burden, m.Theory.Means.Surge = 0, [5]int64{}, [2]int64{}
	}
	return shareOf(m, 300, func(p [2]worlds.Player) [2]worlds.Player {
		p[engine.Havana] = without{p[engine.Havana], func(c *engine.Choice) bool {
			return c.Move >= 0 && m.Moves[c.Move].Kind == engine.Pressure && m.Moves[c.Move].Issue == gate
		}}
		if release {
			p[engine.Havana] = also{p[engine.Havana], scripted{2: x.release}}
		}
		return p
	}, func(w *engine.World) bool {
		for _, id := range x.about {
			if dealt(w, issueOf(t, m, id)) {
				return true
			}
		}
		return false
	})
}

// TestReleaseMakesTalksLikely: after a release the sides close a deal on
// migration in five worlds of a hundred at least more than where the gate stays
// shut, and in most. In 1994 less so where arrivals press on nobody.
func TestReleaseMakesTalksLikely(t *testing.T) {
	for _, x := range []exodus{{"balseros", "watch-shore", "shore", []string{"shore", "reception", "visas"}}, {"mariel", "open-mariel", "harbour", []string{"harbour", "migration"}}} {
		shut, open := talksAfter(t, x, false, true), talksAfter(t, x, true, true)
		t.Logf("%s: a deal on migration in %d of 1,000 worlds, in %d after a release", x.era, shut, open)
		if open < shut+50 || open < 500 {
			t.Errorf("%s: a deal on migration in %d of 1,000 worlds, in %d after a release", x.era, shut, open)
		}
		if x.era == "mariel" {
			continue // there the open harbour is itself what is bargained away, whoever arrives
		}
		if a, b := talksAfter(t, x, false, false), talksAfter(t, x, true, false); b-a > open-shut-50 {
			t.Errorf("%s: where arrivals press on nobody in %d and %d", x.era, a, b)
		}
	}
}

// TestAnnouncementsDoNotStopBoats: once people put to sea by the hundred, telling
// them that they will be held leaves more than a quarter of them still at sea; what
// both sides enforce together stops all but a twentieth. Where a word
// were enough to change what they expect, it would stop them.
func TestAnnouncementsDoNotStopBoats(t *testing.T) {
	fortnight := func(pulls [5]int64, washington, havana scripted) engine.Milli {
		m := era(t, "balseros", "")
		opensOn(m, issueOf(t, m, "shore"), 3)
		ready(t, m, "hold-at-base")
		ready(t, m, "persuade-beaches")
		m.Theory.Flows[m.Flows[0].Kind].Pulls = pulls
		picked := index(t, m, "picked")
		return after(t, m, 12, washington, havana).Q[picked] - after(t, m, 10, washington, havana).Q[picked]
	}
	m := era(t, "balseros", "")
	pulls := m.Theory.Flows[m.Flows[0].Kind].Pulls
	announce, stop := scripted{4: "hold-at-base"}, scripted{4: "persuade-beaches"}
	free, told, joint := fortnight(pulls, nil, nil), fortnight(pulls, announce, nil), fortnight(pulls, announce, stop)
	t.Logf("in two weeks %d put to sea, %d after an announcement, %d where both sides act", free/engine.Point, told/engine.Point, joint/engine.Point)
	if told < free/4 || joint > free/20 {
		t.Errorf("in two weeks %d put to sea, %d after an announcement, %d where both sides act", free/engine.Point, told/engine.Point, joint/engine.Point)
	}
	if off := fortnight([5]int64{0, 0, 0, 0, 1000}, announce, nil); off > free/20 {
		t.Errorf("where a word is enough %d put to sea", off/engine.Point)
	}
}
