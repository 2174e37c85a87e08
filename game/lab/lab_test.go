package lab

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/noise"
	"backchannel/engine/scenario"
	"backchannel/engine/whatif"
	"backchannel/game/lang"
	"backchannel/scenarios"
)

func load(t testing.TB) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

// silence asks what would have come of silence instead of Washington's first move
// of the record.
func silence(t testing.TB, versions []Version) *Inquiry {
	t.Helper()
	p := abduct.Record(versions[0].Model)
	for k := range p.Decisions {
		if d := &p.Decisions[k]; d.Need.Side == engine.Washington && d.Acts() && d.Need.Stage == engine.StageMove {
			i, why := NewInquiry(p, k, engine.HoldChoice, nil, abduct.SameManner, 1, versions)
			if why != engine.Legal {
				t.Fatalf("silence is not legal: %d", why)
			}
			return i
		}
	}
	t.Fatal("the record has no move of Washington's")
	return nil
}

// few is a number of worlds, fewer with -short.
func few(worlds int) int {
	if testing.Short() {
		return worlds / 4
	}
	return worlds
}

// counts are fabricated counts of one outcome.
func counts(same, second int64, fresh, other whatif.Joint, worlds int64) *whatif.Counts {
	pairs := func(j whatif.Joint) whatif.Pair {
		return whatif.Pair{Worlds: j.Both + j.OnlyNow + j.OnlyThen + j.Neither, Joint: []whatif.Joint{j}}
	}
	return &whatif.Counts{Same: [2]whatif.Arm{{Worlds: worlds, Came: []int64{same}}, {Worlds: worlds, Came: []int64{second}}},
		Fresh: [2]whatif.Pair{pairs(fresh), pairs(other)}}
}

// TestFiguresByHand: the four figures and their bounds on counts that can be
// followed by hand.
func TestFiguresByHand(t *testing.T) {
	c := counts(70, 60, whatif.Joint{Both: 20, OnlyThen: 30, OnlyNow: 10, Neither: 40}, whatif.Joint{Both: 25, OnlyThen: 25, OnlyNow: 5, Neither: 45}, 100)
	all := []*whatif.Counts{c}
	is := func(what string, got *float64, want float64) {
		t.Helper()
		if got == nil || math.Abs(*got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	is("averted", changed(true).answer(all, 0).Value, 0.30)
	is("would have brought", changed(false).answer(all, 0).Value, 0.70)
	n := needed.answer(all, 0)
	is("needed", n.Value, 0.6) // of the 50 in which it came, 30
	is("needed, second coupling", n.Second, 0.5)
	is("needed, at least", n.BoundLow, 0.4)     // (0.5 − 0.3)/0.5
	is("needed, at most", n.BoundHigh, 1)       // 0.7/0.5
	e := enough.answer(all, 0)                  // of the 50 in which it did not come, 10
	is("enough", e.Value, 0.2)                  //
	is("enough, at least", e.BoundLow, 0)       // (0.3 − 0.5)/0.5
	is("enough, at most", e.BoundHigh, 0.3/0.5) //
	if n.Worlds != 50 || e.Worlds != 50 || !n.Wide() {
		t.Errorf("needed stands on %d worlds, enough on %d, wide %v", n.Worlds, e.Worlds, n.Wide())
	}
	never := counts(0, 0, whatif.Joint{Neither: 100}, whatif.Joint{Neither: 100}, 100)
	if v := needed.answer([]*whatif.Counts{never}, 0); v.Value != nil || v.BoundLow != nil {
		t.Errorf("needed of what never comes is %v, want not defined", v.Value)
	}
	always := counts(100, 100, whatif.Joint{Both: 100}, whatif.Joint{Both: 100}, 100)
	if v := enough.answer([]*whatif.Counts{always}, 0); v.Value != nil {
		t.Errorf("enough of what always comes is %v, want not defined", v.Value)
	}
}

// TestBoundsHold: whatever the counts, needed and enough lie inside the bounds of
// Tian and Pearl, and the pooled figure inside the range over theories.
func TestBoundsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []*whatif.Counts
		for range rapid.IntRange(1, 4).Draw(t, "theories") {
			n := func(what string) int64 { return rapid.Int64Range(0, 50).Draw(t, what) }
			j := whatif.Joint{Both: n("both"), OnlyThen: n("then"), OnlyNow: n("now"), Neither: n("neither") + 1}
			all = append(all, counts(n("same"), n("second"), j, j, 50))
		}
		for name, m := range map[string]measure{"needed": needed, "enough": enough, "averted": changed(true), "brought": changed(false)} {
			a := m.answer(all, 0)
			if a.Value == nil {
				continue
			}
			if *a.Value < *a.Low-1e-9 || *a.Value > *a.High+1e-9 {
				t.Errorf("%s: %v outside %v to %v", name, *a.Value, *a.Low, *a.High)
			}
			if a.BoundLow != nil && (*a.Value < *a.BoundLow-1e-9 || *a.Value > *a.BoundHigh+1e-9) {
				t.Errorf("%s: %v outside the bounds %v to %v", name, *a.Value, *a.BoundLow, *a.BoundHigh)
			}
		}
	})
}

// TestFragile: fewer than three quarters speak with the majority, or one speaks
// against it, or the second coupling does.
func TestFragile(t *testing.T) {
	up := whatif.Joint{Both: 40, OnlyNow: 40, OnlyThen: 2, Neither: 118}
	down := whatif.Joint{Both: 40, OnlyNow: 2, OnlyThen: 40, Neither: 118}
	none := whatif.Joint{Both: 40, OnlyNow: 5, OnlyThen: 5, Neither: 150}
	ensemble := func(n, against, quiet int, second whatif.Joint) (all []*whatif.Counts) {
		for k := range n {
			j := up
			if k < against {
				j = down
			} else if k < against+quiet {
				j = none
			}
			all = append(all, counts(0, 0, j, second, 1))
		}
		return all
	}
	for _, c := range []struct {
		name    string
		all     []*whatif.Counts
		fragile bool
	}{
		{"all agree", ensemble(20, 0, 0, up), false},
		{"five say nothing", ensemble(20, 0, 5, up), false},
		{"six say nothing", ensemble(20, 0, 6, up), true},
		{"one speaks against", ensemble(20, 1, 0, up), true},
		{"the second coupling is silent", ensemble(20, 0, 0, none), false},
		{"the second coupling speaks against", ensemble(20, 0, 0, down), true},
		{"nobody speaks", ensemble(20, 0, 20, none), false},
		{"one theory that speaks", ensemble(1, 0, 0, up), false},
	} {
		if got := needed.fragile(c.all, 0); got != c.fragile {
			t.Errorf("%s: fragile %v, want %v", c.name, got, c.fragile)
		}
	}
}

// TestCoresDoNotMatter: the answer is the same to the byte on one core and on
// many, however the samples were shared.
func TestCoresDoNotMatter(t *testing.T) {
	m := load(t)
	var texts [2][]byte
	for k, cores := range []int{1, 5} {
		i := silence(t, []Version{{Name: "fitted", Model: m}})
		r := i.Ask(context.Background(), Options{Worlds: few(48), Cores: cores})
		var page bytes.Buffer
		NewPage(lang.For("en"), i.Questions[0]).Write(&page, &r)
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		texts[k] = append(data, page.Bytes()...)
		if strings.Contains(page.String(), "[lab.") || strings.Contains(page.String(), "<no value>") {
			t.Errorf("a word is missing:\n%s", page.String())
		}
	}
	if !bytes.Equal(texts[0], texts[1]) {
		t.Errorf("one core:\n%s\nfive:\n%s", texts[0], texts[1])
	}
}

// TestEnsemble: each version replays the record by itself; one under which the
// record ends otherwise abstains; one without a change says what the fitted says.
func TestEnsemble(t *testing.T) {
	m := load(t)
	e, err := ReadEnsemble("test", []byte(`
[[version]]
name = "as it is"
set = {}

[[version]]
name = "colder"
set = { "choice.tau" = 60 }
`))
	if err != nil {
		t.Fatal(err)
	}
	versions, err := e.Load(scenarios.FS, m)
	if err != nil {
		t.Fatal(err)
	}
	i := silence(t, versions)
	i.Counts = Ask(context.Background(), i.Questions, Options{Worlds: few(32)})
	r := i.Result()
	if r.Theories != 3 || r.NotLegal != 0 || r.Headline.Of != 3 {
		t.Fatalf("%d theories, %d in which the move is not legal, %d speak", r.Theories, r.NotLegal, r.Headline.Of)
	}
	fitted, again, colder := i.Counts[0].Fresh[0].Joint, i.Counts[1].Fresh[0].Joint, i.Counts[2].Fresh[0].Joint
	other := false
	for k := range fitted {
		if fitted[k] != again[k] {
			t.Errorf("outcome %d: %+v, under the same theory %+v", k, fitted[k], again[k])
		}
		other = other || fitted[k] != colder[k]
	}
	if !other {
		t.Error("a theory in which choices are surer gives the same worlds")
	}
}

// TestAbstention: a theory that does not give the outcome says nothing on it.
func TestAbstention(t *testing.T) {
	m := load(t)
	i := silence(t, []Version{{Name: "fitted", Model: m}, {Name: "other", Model: m}})
	i.Counts = Ask(context.Background(), i.Questions, Options{Worlds: 16})
	if r := i.Result(); r.Abstain != 0 || r.Averted[r.Historical].Theories != 2 {
		t.Fatalf("%d abstain, %d speak on what happened", r.Abstain, r.Averted[r.Historical].Theories)
	}
	i.Questions[1] = elsewhere(t, m, i.Questions[0].Own()) // as if its replay had ended otherwise
	r := i.Result()
	if r.Abstain != 1 || r.Averted[r.Historical].Theories != 1 || r.Averted[r.Historical].Worlds != 16 {
		t.Errorf("%d abstain; %d speak on what happened, over %d worlds", r.Abstain, r.Averted[r.Historical].Theories, r.Averted[r.Historical].Worlds)
	}
}

// elsewhere is a question about a play-through that ended otherwise.
func elsewhere(t *testing.T, m *engine.Model, own whatif.Came) *whatif.Question {
	t.Helper()
	_, headline := whatif.Outcomes(m)
	for seed := range uint64(50) {
		f := abduct.Play(m, engine.FreeSetup(seed), engine.NoSide, nil).Fork(0)
		q, why := whatif.New(f, f.Decision().Choice, nil, abduct.SameManner, 1)
		if why != engine.Legal {
			t.Fatalf("what was done is not legal: %d", why)
		}
		if q.Own()&(1<<headline-1) != own&(1<<headline-1) {
			return q
		}
	}
	t.Fatal("every game ends in one way")
	return nil
}

// TestEnsembleFiles: what is wrong in a file is said.
func TestEnsembleFiles(t *testing.T) {
	m := load(t)
	for text, want := range map[string]string{
		"x = 1":                            "unknown key",
		"":                                 "0 versions",
		"[[version]]\nname = [":            "test",
		"[[version]]\nname = 'a'\nfoo = 1": "unknown key",
	} {
		if _, err := ReadEnsemble("test", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	for text, want := range map[string]string{
		"[[version]]\nset = { 'choice.no' = 1 }":      "no parameter",
		"[[version]]\nset = { 'no.tau' = 1 }":         "no parameter",
		"[[version]]\nset = { 'choice.tau' = 'hot' }": "another form",
		"theory_hash = '00'\n[[version]]\nset = {}":   "made around theory",
	} {
		e, err := ReadEnsemble("test", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Load(scenarios.FS, m); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if _, err := (&Ensemble{Versions: []Changes{{}}}).Load(empty{}, m); err == nil {
		t.Error("a folder without a theory is no mistake")
	}
}

type empty struct{}

func (empty) Open(string) (fs.File, error) { return nil, fs.ErrNotExist }

// TestLeverage: where every option leads to the same, nothing hangs on the slot;
// where two even options lead to two ends, half of the distribution does.
func TestLeverage(t *testing.T) {
	m := load(t)
	p := abduct.Record(m)
	option := func(outcome int) *whatif.Counts {
		ids, _ := whatif.Outcomes(m)
		c := &whatif.Counts{}
		c.Fresh[0] = whatif.Pair{Worlds: 100, Joint: make([]whatif.Joint, len(ids))}
		c.Fresh[0].Joint[outcome].OnlyNow = 100
		return c
	}
	s := slot{fork: p.Fork(0), ask: make([]*whatif.Question, 2), weights: []noise.Weight{1 << 20, 1 << 20}, counts: []*whatif.Counts{option(0), option(1)}}
	if got := s.leverage(); math.Abs(got-0.5) > 1e-9 {
		t.Errorf("two even options with two ends: %v, want 0.5", got)
	}
	s.weights[1] = 1 << 20 / 3 // three to one: 0.75·0.25 + 0.25·0.75
	if got := s.leverage(); math.Abs(got-0.375) > 1e-6 {
		t.Errorf("three to one: %v, want 0.375", got)
	}
	s.counts[1] = option(0)
	if got := s.leverage(); got > 1e-9 {
		t.Errorf("one end: %v, want 0", got)
	}
}

// TestTurningPoints: every alternative of a few slots is tried, what was done is
// none of them, and the slots come in the order of their leverage.
func TestTurningPoints(t *testing.T) {
	m := load(t)
	p := abduct.Record(m)
	slots := SlotsOf(p, engine.Havana, abduct.SameManner, 1)[:5]
	r := TurningPoints(context.Background(), slots, Options{Worlds: 4})
	if r.Slots != 5 || r.Tried > r.Exist+5 || len(r.Alternatives) == 0 || len(r.Alternatives) >= r.Tried {
		t.Errorf("%d slots, %d alternatives tried of %d, %d told", r.Slots, r.Tried, r.Exist, len(r.Alternatives))
	}
	for k := range r.Alternatives {
		a := &r.Alternatives[k]
		if a.Side != "havana" || a.Move == a.Done || a.Worlds != 4 {
			t.Errorf("%+v", a)
		}
		if k > 0 && *a.Leverage > *r.Alternatives[k-1].Leverage {
			t.Errorf("alternative %d has more leverage than the one before", k)
		}
	}
	var page bytes.Buffer
	NewVisit(p, lang.For("en")).WriteTurning(&page, &r, 10)
	if strings.Contains(page.String(), "[lab.") || strings.Contains(page.String(), "<no value>") || !strings.Contains(page.String(), "\n1. ") {
		t.Errorf("the page:\n%s", page.String())
	}
}

// TestInterrupted: what was asked before the interruption is answered.
func TestInterrupted(t *testing.T) {
	m := load(t)
	i := silence(t, []Version{{Name: "fitted", Model: m}})
	ctx, stop := context.WithCancel(context.Background())
	done := 0
	r := i.Ask(ctx, Options{Worlds: 100000, Cores: 1, Progress: func(n int) {
		if done += n; done >= 16 {
			stop()
		}
	}})
	if r.Worlds != 16 {
		t.Errorf("an answer of %d worlds, want of 16", r.Worlds)
	}
}
