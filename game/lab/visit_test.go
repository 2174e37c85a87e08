package lab

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/noise"
	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/game/lang"
)

func visitOf(t testing.TB) *Visit {
	t.Helper()
	return NewVisit(abduct.Record(load(t)), lang.For("en"))
}

// did finds a decision of a side of the record in which something was done.
func did(t testing.TB, v *Visit, side engine.Side) int {
	t.Helper()
	for k := range v.Past.Decisions {
		if d := &v.Past.Decisions[k]; d.Need.Side == side && d.Acts() && d.Need.Stage == engine.StageMove && d.By == abduct.Made {
			return k
		}
	}
	t.Fatal("nothing was done")
	return 0
}

// TestVisitHoldsEverything: every decision stands at one stop, in words; what is
// documented comes first; every alternative is legal and is not what was done.
func TestVisitHoldsEverything(t *testing.T) {
	v := visitOf(t)
	seen := 0
	for _, s := range v.Stops {
		for _, d := range s.Deeds {
			if d.Decision != seen || d.Text == "" || d.Who == "" || strings.Contains(d.Text, "[") {
				t.Errorf("decision %d after %d: %+v", d.Decision, seen-1, d)
			}
			seen++
		}
	}
	if seen != len(v.Past.Decisions) {
		t.Errorf("%d of %d decisions", seen, len(v.Past.Decisions))
	}
	told := 0
	for k := 0; k < len(v.Past.Decisions); k += 7 {
		all, _ := v.Options(k)
		f := v.Past.Fork(k)
		if !slices.IsSortedFunc(all, func(a, b Option) int {
			if a.place() == b.place() {
				return b.Odds - a.Odds
			}
			return a.place() - b.place()
		}) {
			t.Errorf("decision %d: the alternatives are in no order", k)
		}
		for i, o := range all {
			if f.Legal(o.Choice) != engine.Legal || v.Past.M.Content(&o.Choice) == v.Past.M.Content(&f.Decision().Choice) {
				t.Errorf("decision %d offers %q", k, o.Text)
			}
			if o.Documented {
				told++
				if o.Considered == "" || i > 0 && !all[i-1].Documented && all[i-1].Choice.Kind != engine.Hold {
					t.Errorf("decision %d: %q stands at %d, considered %q", k, o.Text, i, o.Considered)
				}
			}
		}
	}
	if told == 0 {
		t.Error("no documented alternative is offered anywhere")
	}
}

// TestRunAnswersAsTheVerbDoes: what grows round by round ends as what is asked
// at once, with what was expected beside it, and can be stopped early.
func TestRunAnswersAsTheVerbDoes(t *testing.T) {
	v := visitOf(t)
	at := did(t, v, engine.Washington)
	second := Version{Name: "second", Model: v.Past.M}
	versions := func() ([]Version, error) { return []Version{{Name: "fitted", Model: v.Past.M}, second}, nil }
	r, why := v.Ask(at, engine.HoldChoice, Expectation{Still: 40, Why: "no reason"}, versions, Options{Worlds: few(80)})
	if why != engine.Legal {
		t.Fatalf("silence is not legal: %d", why)
	}
	r.Wait()
	got := r.Found().Alternative
	list, _ := versions()
	q, _ := NewInquiry(v.Past, at, engine.HoldChoice, nil, v.Manner, v.Seed, list)
	want := q.Ask(t.Context(), Options{Worlds: few(80)})
	if got.Expected == nil || got.Expected.Still != 40 {
		t.Errorf("what was expected: %+v", got.Expected)
	}
	got.Expected = nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("round by round:\n%+v\nat once:\n%+v", got, want)
	}
	if done, all := r.Done(); done != all || r.Err() != nil || r.Cut() {
		t.Errorf("%d of %d done, %v, cut %t", done, all, r.Err(), r.Cut())
	}
	if stage, others := r.Stage(); stage != StageVersions || others != 1 {
		t.Errorf("it ends in stage %d with %d versions more", stage, others)
	}
	read := r.Found().Read
	sum := 0
	for _, s := range read.Shares {
		sum += s.Same
	}
	if sum < 98 || sum > 102 || len(read.Answer) < 2 || len(read.Rests) == 0 || len(r.Found().Fans) == 0 {
		t.Errorf("it reads %+v", read)
	}

	r, _ = v.Ask(at, engine.HoldChoice, Expectation{}, versions, Options{Worlds: 1 << 20})
	for stage, _ := r.Stage(); stage == StageRead; stage, _ = r.Stage() {
		time.Sleep(time.Millisecond)
	}
	_, first := r.Done()
	for r.Found() == nil && !r.Over() {
		if done, _ := r.Done(); done > 16 {
			r.Stop()
		}
	}
	r.Stop()
	r.Wait()
	if f := r.Found(); f == nil || f.Worlds == 0 || f.Worlds >= 1<<20 || f.Stopped == nil || !r.Cut() {
		t.Errorf("a stopped run answers %+v", f)
	}
	data, err := json.Marshal(v.Notebook())
	var n Notebook
	if err != nil || json.Unmarshal(data, &n) != nil {
		t.Fatal(err)
	}
	later := visitOf(t)
	if !later.Recall(&n) || len(later.Tried) != 2 || !later.Tried[1].Run.Cut() || later.Tried[0].Run.Cut() || !reflect.DeepEqual(later.Tried[0].Run.Found().Read, v.Tried[0].Run.Found().Read) {
		t.Errorf("recalled %+v", later.Tried)
	}
	if n.Play = "0123456789abcdef"; later.Recall(&n) {
		t.Error("the notebook of another play-through is taken up")
	}
	if _, all := r.Done(); !r.Cut() || all != first || all < 2<<20 {
		t.Errorf("cut %t, %d worlds at first and %d in the end", r.Cut(), first, all)
	}
}

// TestRunSaysWhatItCouldNotRead: other theories that cannot be read leave an
// answer under the play-through's own, and an error.
func TestRunSaysWhatItCouldNotRead(t *testing.T) {
	v := visitOf(t)
	torn := errors.New("torn")
	r, _ := v.Ask(did(t, v, engine.Havana), engine.HoldChoice, Expectation{}, func() ([]Version, error) { return nil, torn }, Options{Worlds: 8})
	r.Wait()
	if !errors.Is(r.Err(), torn) || r.Found() == nil {
		t.Errorf("%v, %v", r.Err(), r.Found())
	}
}

// TestExpectationIsHeldAgainstTheSameLuck: near, off and far.
func TestExpectationIsHeldAgainstTheSameLuck(t *testing.T) {
	v := visitOf(t)
	q, _ := NewInquiry(v.Past, did(t, v, engine.Washington), engine.HoldChoice, nil, v.Manner, 1, []Version{{Model: v.Past.M}})
	p := NewPage(v.C, q.Questions[0])
	a := Alternative{Historical: v.Past.M.Headline.Outcomes[0].ID, SameLuck: Shares{v.Past.M.Headline.Outcomes[0].ID: 0.5}}
	for said, word := range map[int]string{55: "as the model does", 30: "20 points apart", 95: "Either you see something"} {
		a.Expected = &Expectation{Still: said}
		if got := strings.Join(p.expectedLines(&a), " "); !strings.Contains(got, word) {
			t.Errorf("said %d: %q lacks %q", said, got, word)
		}
	}
}

// TestSearchRanksAsAtOnce: turning points found world by world are those found
// at once, and are named in words.
func TestSearchRanksAsAtOnce(t *testing.T) {
	p := abduct.Record(load(t))
	p.Decisions = slices.Clone(p.Decisions)
	v := NewVisit(p, lang.For("en"))
	s := v.Search(Options{Worlds: 1})
	s.Wait()
	got := s.Found()
	slots := SlotsOf(p, engine.NoSide, v.Manner, v.Seed)
	want := TurningPoints(t.Context(), slots, Options{Worlds: 1})
	if len(got.Alternatives) != len(want.Alternatives) || len(got.Points) == 0 {
		t.Fatalf("%d alternatives in %d points, want %d", len(got.Alternatives), len(got.Points), len(want.Alternatives))
	}
	for k := range want.Alternatives {
		if got.Alternatives[k].Move != want.Alternatives[k].Move || *got.Alternatives[k].Leverage != *want.Alternatives[k].Leverage {
			t.Fatalf("place %d: %s, want %s", k, got.Alternatives[k].Move, want.Alternatives[k].Move)
		}
	}
	v.Name(&got.Points[0])
	for _, o := range got.Points[0].Options {
		if o.Text == "" || strings.HasPrefix(o.Text, "do ") {
			t.Errorf("an alternative reads %q", o.Text)
		}
	}
}

// TestPlanRepeatsTheTurn: what is planned for a branch is what was done before
// the decision and then the alternative, and the game takes it.
func TestPlanRepeatsTheTurn(t *testing.T) {
	m := load(t)
	set := play.Settings{Seed: 5, Side: engine.Havana, Goals: [2]int8{-1, -1}, NoQuiet: true}
	g := play.New(m, set)
	for turn := uint64(0); !g.Over; turn++ {
		hand := g.Hand()
		for k := range min(len(hand), 3) {
			g.Plan(hand[noise.Mix(turn, uint64(k))%uint64(len(hand))].Choice)
		}
		g.Commit()
	}
	v := NewVisit(abduct.Played(g.W, engine.Havana), lang.For("en"))
	tried := 0
	for k := range v.Past.Decisions {
		d := &v.Past.Decisions[k]
		if d.Need.Side != engine.Havana || d.Need.Ordinal == 0 || tried == 5 {
			continue
		}
		all, _ := v.Options(k)
		if all = slices.DeleteFunc(all, func(o Option) bool { return o.Choice.Kind == engine.Hold }); len(all) == 0 { // nothing more could be done
			continue
		}
		tried++
		turned, err := replay.Turned(g, d.Day)
		if err != nil {
			t.Fatalf("%s cannot be turned back to", d.Day)
		}
		plan := v.Plan(k, all[0].Choice)
		for _, c := range plan {
			if why := turned.Plan(c); why != engine.Legal {
				t.Errorf("%s: %+v is not legal: %d", d.Day, c, why)
			}
		}
		if len(turned.Planned()) != len(plan) || len(plan) < 2 {
			t.Errorf("%s: %d of %d planned", d.Day, len(turned.Planned()), len(plan))
		}
	}
	if tried == 0 {
		t.Error("no turn had two moves")
	}
}

// TestFanLines: At is the last height by a day.
func TestFanLines(t *testing.T) {
	v := visitOf(t)
	q, _ := NewInquiry(v.Past, did(t, v, engine.Washington), engine.HoldChoice, nil, v.Manner, 1, []Version{{Model: v.Past.M}})
	q.Counts = Ask(t.Context(), q.Questions, Options{Worlds: 40})
	fans := v.fans(q, q.Result().Meters)
	for k := range fans {
		f := &fans[k]
		if len(f.Low) != len(f.High) || len(f.Was) <= len(f.Low) || f.History != nil || k > 0 && f.Moved > fans[k-1].Moved {
			t.Errorf("%s: %d, %d of %d points, moved %d", f.Title, len(f.Low), len(f.High), len(f.Was), f.Moved)
		}
		for i := range f.Low {
			if f.Low[i].Value > f.Middle[i].Value || f.Middle[i].Value > f.High[i].Value {
				t.Errorf("%s: %d, %d, %d", f.Title, f.Low[i].Value, f.Middle[i].Value, f.High[i].Value)
			}
		}
		last := f.Was[len(f.Was)-1]
		if At(f.Was, last.Day) != last.Value || At(f.Was, f.Was[0].Day-1) != 0 {
			t.Errorf("%s: at its ends %d, %d", f.Title, At(f.Was, last.Day), At(f.Was, f.Was[0].Day-1))
		}
	}
}

// FuzzRecall: no notebook, whatever is in it, makes a visit stumble, and what is
// taken up can be shown.
func FuzzRecall(f *testing.F) {
	v := visitOf(f)
	at := did(f, v, engine.Washington)
	r, _ := v.Ask(at, engine.HoldChoice, Expectation{Still: 40, Why: "so"}, nil, Options{Worlds: 8})
	r.Wait()
	whole, err := json.Marshal(v.Notebook())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(strings.Replace(string(whole), `"answer":[`, `"answer":[],"lost":[`, 1)))
	f.Add([]byte(strings.Replace(string(whole), `"low":[`, `"low":[],"lost":[`, 1)))
	f.Add([]byte(strings.Replace(string(whole), `"still":40`, `"still":-40`, 1)))
	hash := v.hash()
	f.Fuzz(func(t *testing.T, data []byte) {
		var n Notebook
		if json.Unmarshal(data, &n) != nil {
			return
		}
		n.Scenario, n.Cut, n.Play = v.Past.M.ID, v.Past.M.Cut.ID, hash
		later := *v
		later.Tried = nil
		later.Recall(&n)
		for k := range later.Tried {
			tried := &later.Tried[k]
			found := tried.Run.Found()
			if found == nil || len(found.Read.Answer) == 0 || later.Deed(tried.Decision) == nil || tried.Expected.Still < 0 || tried.Expected.Still > 100 {
				t.Fatalf("taken up: %+v", tried)
			}
			for _, fan := range found.Fans {
				if len(fan.Low) != len(fan.Middle) || len(fan.High) != len(fan.Middle) {
					t.Fatalf("a meter of %d, %d and %d days", len(fan.Low), len(fan.Middle), len(fan.High))
				}
			}
		}
	})
}
