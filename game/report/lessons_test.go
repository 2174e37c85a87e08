package report

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"backchannel/engine"
	"backchannel/engine/replay"
	"backchannel/engine/scenario"
	"backchannel/game/lang"
	"backchannel/scenarios"
)

// committed are the committed plays, read.
func committed(t *testing.T) (out []*Play) {
	t.Helper()
	files, err := filepath.Glob("../../scenarios/replays/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no committed play, %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := replay.Decode(name, data)
		if err != nil {
			t.Fatal(err)
		}
		m, problems := scenario.LoadFS(scenarios.FS, f.Scenario, f.Cut)
		if m == nil {
			t.Fatal(problems)
		}
		p, err := Read(filepath.Base(name), m, f, lang.For("en"))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

func titles(p *Play) (out []string) {
	for _, l := range p.lessons() {
		out = append(out, l.title)
	}
	return out
}

// TestLessonsHaveEvidence: every lesson of every committed play states a day
// of the play, a cause and an amount; plays differ in their lessons.
func TestLessonsHaveEvidence(t *testing.T) {
	seen := map[string]int{}
	plays := committed(t)
	for _, p := range plays {
		for _, l := range p.lessons() {
			seen[l.title]++
			for _, e := range l.evidence {
				if !p.inCut(e.day) || e.cause == "" || e.amount == "" {
					t.Errorf("%s: %s: %+v", p.Name, l.title, e)
				}
			}
		}
	}
	if len(seen) < 4 {
		t.Errorf("few lessons in all: %v", seen)
	}
	for _, n := range seen {
		if n < len(plays) {
			return
		}
	}
	t.Errorf("all plays teach the same: %v", seen)
}

// TestLessonsGoWithTheirMechanism: a lesson whose lines are taken out of the
// ledger is no longer named.
func TestLessonsGoWithTheirMechanism(t *testing.T) {
	rules := map[string][]engine.Rule{
		"lesson.home": {engine.RuleAudience, engine.RuleDebt}, "lesson.fee": {engine.RuleFee}, "lesson.gesture": {engine.RuleSlight},
		"lesson.stall": {engine.RuleSilence}, "lesson.provoked": {engine.RuleEvent}, "lesson.hostile": {engine.RulePressed},
		"lesson.carried": {engine.RuleAnswer, engine.RulePromise, engine.RuleReciprocity}, "lesson.system": {engine.RuleDeal, engine.RulePromise},
	}
	tried := 0
	for _, p := range committed(t) {
		a := p.Game.W.Audit
		whole := a.Ledger
		for _, title := range titles(p) {
			if rules[title] == nil {
				continue
			}
			tried++
			a.Ledger = slices.DeleteFunc(slices.Clone(whole), func(e engine.Entry) bool { return slices.Contains(rules[title], e.Cause.Rule) })
			if slices.Contains(titles(p), title) {
				t.Errorf("%s: %s is named without its mechanism", p.Name, title)
			}
			a.Ledger = whole
		}
		a.Ledger, a.News = nil, nil
		if left := titles(p); len(left) > 0 {
			t.Errorf("%s: an empty ledger teaches %v", p.Name, left)
		}
	}
	if tried < 6 {
		t.Errorf("only %d lessons tried", tried)
	}
}
