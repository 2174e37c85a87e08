package scenario_test

import (
	"testing"

	"backchannel/engine"
)

// choices are right for Washington in small.toml and written as FormatChoice
// writes them.
var choices = []string{
	"hold",
	"do pause-agency",
	"do ratify-food",
	"probe prisoners via swiss",
	"offer give raids=2 ask prisoners=2 via swiss open 14 due 21",
	"offer ask prisoners=1! troops=1 venezuela=1! via openly",
	"offer give raids=3 contact=3 embargo=2 ask prisoners=1 troops=2 venezuela=2 via envoy due 60",
	"offer give raids=1 via reporter open 9999",
	"answer #12 accept",
	"answer #1 refuse",
	"answer #2147483647 silence",
	"answer #3 counter give raids=2 ask prisoners=1!",
	"answer #3 counter ask prisoners=1 open 7",
	"promise #4 keep",
	"promise #5 delay",
	"promise #6 deny",
}

func TestChoicesAreWrittenAsTheyAreRead(t *testing.T) {
	m := small(t, "")
	for _, text := range choices {
		c, match, err := engine.ParseChoice(m, engine.Washington, text)
		if err != nil || match != -1 {
			t.Errorf("%s: match %d, %v", text, match, err)
			continue
		}
		if got := engine.FormatChoice(m, engine.Washington, c); got != text {
			t.Errorf("%q is written %q", text, got)
		}
	}
}

func TestParseChoice(t *testing.T) {
	m := small(t, "")
	offer := engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: 0}
	offer.Package = engine.Package{NGive: 1, NAsk: 2, Open: 14, Due: 21}
	offer.Package.Give[0] = engine.Term{Issue: 0, Rung: 1}
	offer.Package.Ask[0] = engine.Term{Issue: 1, Rung: 1, Fee: true}
	offer.Package.Ask[1] = engine.Term{Issue: 3, Rung: 0}
	counter := engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Answer: engine.Counter, Package: engine.Package{NAsk: 1}}
	counter.Package.Ask[0] = engine.Term{Issue: 1, Rung: 0}
	tests := []struct {
		text  string
		want  engine.Choice
		match int8
	}{
		{"hold", engine.HoldChoice, -1},
		{" \t probe   prisoners via\treporter ", engine.Choice{Kind: engine.Probe, Move: -1, Issue: 1, Channel: 1}, -1},
		{"do brief-senate", engine.Choice{Kind: engine.Work, Move: 4, Issue: -1, Channel: -1}, -1},
		{"offer give raids=2 ask prisoners=2! troops=1 via swiss open 14 due 21", offer, -1},
		{"answer prisoners accept", engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Answer: engine.Accept}, 1},
		{"answer #9 silence", engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: 9, Answer: engine.Silence}, -1},
		{"answer raids counter ask prisoners=1", counter, 0},
		{"promise troops deny", engine.Choice{Kind: engine.Promise, Move: -1, Issue: -1, Channel: -1, Answer: engine.Deny}, 3},
	}
	for _, c := range tests {
		got, match, err := engine.ParseChoice(m, engine.Washington, c.text)
		if got != c.want || match != c.match || err != nil {
			t.Errorf("%q is %+v, %d, %v; want %+v, %d", c.text, got, match, err, c.want, c.match)
		}
	}
}

func TestParseChoiceMistakes(t *testing.T) {
	m := small(t, "")
	tests := []struct {
		text    string
		column  int
		message string
	}{
		{"", 1, "a choice begins with hold, do, probe, offer, answer or promise, but here it ends"},
		{"offfer give raids=1", 1, `a choice begins with hold, do, probe, offer, answer or promise, not with "offfer" (did you mean "offer"?)`},
		{"hold on", 6, `expected the end, found "on"`},
		{"do", 3, "expected a move, but here it ends"},
		{"do pause-agenzy", 4, `unknown move "pause-agenzy" (did you mean "pause-agency"?)`},
		{"do free-half", 4, `the move "free-half" is havana's, not washington's`},
		{"probe raid via swiss", 7, `unknown issue "raid" (did you mean "raids"?)`},
		{"probe raids swiss", 13, `expected via and a channel, not with "swiss"`},
		{"probe raids via", 16, "expected a channel, but here it ends"},
		{"probe raids via swis", 17, `unknown channel "swis" (did you mean "swiss"?)`},
		{"probe raids via openly", 17, "a question goes by a channel, not openly"},
		{"offer via swiss", 7, "expected give or ask and at least one ISSUE=N"},
		{"offer give via swiss", 12, `expected ISSUE=N, not with "via"`},
		{"offer give raids=4 via swiss", 18, `the rungs of raids go from 1 to 3, not "4"`},
		{"offer give raids=0 via swiss", 18, `the rungs of raids go from 1 to 3, not "0"`},
		{"offer give raids=+1 via swiss", 18, `the rungs of raids go from 1 to 3, not "+1"`},
		{"offer give raids= via swiss", 18, `the rungs of raids go from 1 to 3, not ""`},
		{"offer give raids=2! via swiss", 18, "only what is asked can be an entry fee"},
		{"offer ask raids=1 raids=2 raids=3 raids=1 via swiss", 35, "at most 3 terms each way"},
		{"offer ask raids=1 via swiss open 0", 34, `days go from 1 to 9999, not "0"`},
		{"offer ask raids=1 via swiss due soon", 33, `days go from 1 to 9999, not "soon"`},
		{"offer ask raids=1 via swiss due 5 open 5", 35, `expected the end, found "open"`},
		{"offer ask raids=1 via swiss opne 5", 29, `expected the end, found "opne" (did you mean "open"?)`},
		{"answer #0 accept", 9, `the numbers of messages go from 1 to 2147483647, not "0"`},
		{"answer #x accept", 9, `the numbers of messages go from 1 to 2147483647, not "x"`},
		{"answer raids acept", 14, `expected accept, refuse, silence, counter, not with "acept" (did you mean "accept"?)`},
		{"answer raids keep", 14, `expected accept, refuse, silence, counter, not with "keep"`},
		{"answer raids counter", 21, "expected give or ask and at least one ISSUE=N"},
		{"promise raids accept", 15, `expected keep, delay, deny, not with "accept"`},
		{"promise", 8, "expected an issue, but here it ends"},
	}
	for _, c := range tests {
		got, match, err := engine.ParseChoice(m, engine.Washington, c.text)
		bad, ok := err.(*engine.GrammarError)
		if !ok || bad.Column != c.column || bad.Message != c.message {
			t.Errorf("%q: %+v\nwant %d: %s", c.text, err, c.column, c.message)
			if ok {
				t.Logf("got column %d", bad.Column)
			}
		}
		if got != engine.HoldChoice || match != -1 {
			t.Errorf("%q gives %+v, %d beside its mistake", c.text, got, match)
		}
	}
}

// TestFormatChoiceOfNonsense: what no parser gives is still written somehow.
func TestFormatChoiceOfNonsense(t *testing.T) {
	m := small(t, "")
	for kind := range engine.KindCount {
		c := engine.Choice{Kind: kind, Move: 999, Issue: 99, Channel: 99, Answer: 99, Package: engine.Package{NGive: 99, NAsk: -3}}
		if text := engine.FormatChoice(m, engine.Havana, c); text == "" {
			t.Errorf("kind %s is written as nothing", kind)
		}
	}
}
