package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/worlds"
)

// A law takes a ladder out of the President's hands, for good. No shipped era
// has such a law yet, so the small scenario is given one: it passes once the
// Orange Bowl has been promised a flag, as Helms–Burton did once the planes had
// been shot down.

// withLaw loads the small scenario with a president who may license food by
// order, and a law that may take the embargo from him.
func withLaw(t *testing.T, law string) *engine.Model {
	t.Helper()
	return atSea(t, "",
		"moved_by = [\"washington\", \"congress\"]\ndays = 28\ngrand = true", "moved_by = [\"washington\"]\ngrand = true\n"+law,
		"[[move]]\nid = \"speech-miami\"", licence+"[[move]]\nid = \"speech-miami\"")
}

const (
	flagLaw = `law = 'done("speech-miami") > 0 && since("speech-miami") <= 7'`
	licence = `[[move]]
id = "license-food"
side = "washington"
kind = "gesture"
title = "License flour for Havana by order."
issue = "embargo"
rung = "food and medicine licensed"
price = 0
cable = { washington = "Treasury has the order.", havana = "They will sell flour." }
note = "judged: so"

`
)

// TestLawLocksIn: what the President could do by order before the law passed
// he cannot do after it, whatever becomes of the condition under which it
// passed; an offer of it is only a promise, which a hostile Congress loses
// (LeoGrande and Kornbluh 2014 on 1992 and 1996).
func TestLawLocksIn(t *testing.T) {
	legal := func(law string, binds bool, speech bool) engine.WhyNot {
		m := withLaw(t, law)
		if !binds {
			m.Theory.Home.Law = 0
		}
		w := engine.NewWorld(m, engine.FreeSetup(1))
		for {
			n := w.Next()
			if n.Side == engine.Washington && n.Stage == engine.StageMove && w.S.Turn == 5 {
				return w.WhyNot(engine.Washington, moveOf(t, m, "license-food"))
			}
			c := worlds.Silence(n)
			if speech && n.Side == engine.Washington && n.Stage == engine.StageMove && n.Ordinal == 0 && w.S.Turn == 1 {
				c = *moveOf(t, m, "speech-miami")
			}
			w.Choose(c, [2]engine.Reason{})
		}
	}
	if why := legal(flagLaw, true, false); why != engine.Legal {
		t.Errorf("before any law food cannot be licensed: %d", why)
	}
	if why := legal(flagLaw, true, true); why != engine.NotMovable {
		t.Errorf("four weeks after the law food can be licensed by order: %d", why)
	}
	if why := legal(flagLaw, false, true); why != engine.Legal {
		t.Errorf("a law that binds nobody forbids: %d", why)
	}
}

func moveOf(t *testing.T, m *engine.Model, id string) *engine.Choice {
	t.Helper()
	for k := range m.Moves {
		if m.Moves[k].ID == id {
			return &engine.Choice{Kind: m.Moves[k].Kind, Move: int16(k), Issue: -1, Channel: -1}
		}
	}
	t.Fatalf("no move %q", id)
	return nil
}

// TestLawKeepsTheEmbargo: in free worlds the embargo is loosened less often once
// a law holds it, by five points at least, and as often as ever where laws bind
// nobody.
func TestLawKeepsTheEmbargo(t *testing.T) {
	loosened := func(law string, binds bool) int {
		m := withLaw(t, law)
		if !binds {
			m.Theory.Home.Law = 0
		}
		m.SetOpening(engine.QTrustW, 60*engine.Point)
		m.SetOpening(engine.QTrustH, 60*engine.Point)
		f, hits := worlds.NewFree(m), 0
		for seed := range uint64(400) {
			f.Run(engine.FreeSetup(seed))
			if f.W.S.HiRung[embargo] > 0 {
				hits++
			}
		}
		return hits * 1000 / 400
	}
	never, now := "", `law = 'elapsed() >= 7'`
	free, held := loosened(never, true), loosened(now, true)
	t.Logf("the embargo is loosened in %d of 1,000 worlds by a free President, in %d under a law", free, held)
	if held > free-50 {
		t.Errorf("the embargo is loosened in %d of 1,000 worlds by a free President, in %d under a law", free, held)
	}
	if off := loosened(now, false); off != free {
		t.Errorf("a law that binds nobody changes %d of 1,000 worlds to %d", free, off)
	}
}

const embargo = 2 // the small scenario's third ladder
