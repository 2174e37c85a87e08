package phenomena

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// At lets the other side hold until it is a side's move.
func At(w *engine.World, side engine.Side) engine.Need {
	for {
		n := w.Next()
		if n.Over || n.Side == side {
			return n
		}
		w.Choose(worlds.Silence(n), [2]engine.Reason{})
	}
}

// Terms are the rungs to which a side could concede.
func Terms(m *engine.Model, side engine.Side, s *engine.State) []engine.Term {
	var out []engine.Term
	for i := range m.Issues {
		if !m.Issues[i].MovedBy[side] {
			continue
		}
		for r := range m.Issues[i].Rungs {
			if engine.Concedes(side, s.Rungs[i], int8(r)) > 0 {
				out = append(out, engine.Term{Issue: int8(i), Rung: int8(r)})
			}
		}
	}
	return out
}

// Accepted is how likely a side accepts an offer put before it, in hundredths.
func Accepted(mind *policy.Mind, channel int8, p engine.Package) int64 {
	const serial = 9999
	mind.O.Items[0] = engine.ItemView{Serial: serial, Kind: engine.Offer, Channel: channel, Lapses: mind.O.Next + 30, Package: p}
	mind.O.NItems, mind.O.Vetoes[0] = 1, -1
	options := mind.Answers(engine.Need{Side: mind.B.Side, Stage: engine.StageAnswer, Item: serial}, -1)
	scores := make([]int64, len(options))
	weights := make([]noise.Weight, len(options))
	for k := range options {
		scores[k] = options[k].Score
	}
	noise.WeightsInto(weights, scores, mind.B.Theory.Choice.Tau)
	sum, yes := int64(0), int64(0)
	for k := range options {
		sum += int64(weights[k])
		if options[k].Choice.Answer == engine.Accept {
			yes = int64(weights[k])
		}
	}
	return 100 * yes / max(sum, 1)
}

// pair is one ask of Havana and one gift of Washington's.
type pair struct{ ask, give engine.Term }

// asked calls look for each type of Havana's and each pair, at the opening.
func asked(m *engine.Model, look func(mind *policy.Mind, w *engine.World, p pair)) {
	for kind := range m.Sides[engine.Havana].Types {
		w := engine.NewWorld(m, engine.Setup{Seed: 1, Types: [2]int8{-1, int8(kind)}, Goals: engine.FreeSetup(1).Goals})
		At(w, engine.Havana)
		mind := policy.New(w, engine.Havana)
		mind.Look(w)
		for _, ask := range Terms(m, engine.Havana, &w.S) {
			for _, give := range Terms(m, engine.Washington, &w.S) {
				if give.Issue != ask.Issue {
					look(mind, w, pair{ask, give})
				}
			}
		}
	}
}

// offer is the pair as a package.
func (p pair) offer() engine.Package {
	out := engine.Package{NAsk: 1, NGive: 1}
	out.Ask[0], out.Give[0] = p.ask, p.give
	return out
}
