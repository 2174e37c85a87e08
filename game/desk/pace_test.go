package desk_test

import (
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/scenario"
	"backchannel/game/desk"
	"backchannel/game/lang"
	"backchannel/scenarios"
)

func cutOf(t testing.TB, era, cut string) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, era, cut)
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

func TestStretch(t *testing.T) {
	r := desk.Reader{C: lang.For("en")}
	for _, c := range []struct {
		from, next engine.Day
		want       string
	}{
		{engine.Date(1980, 4, 3), engine.Date(1980, 4, 4), "the day"},
		{engine.Date(1980, 4, 4), engine.Date(1980, 4, 7), "these days"},
		{engine.Date(1963, 9, 2), engine.Date(1963, 9, 9), "the week"},
		{engine.Date(1963, 9, 2), engine.Date(1963, 9, 16), "these weeks"},
		{engine.Date(1963, 9, 1), engine.Date(1963, 10, 1), "the month"},
		{engine.Date(1963, 12, 1), engine.Date(1964, 1, 1), "the month"},
		{engine.Date(1977, 10, 1), engine.Date(1978, 1, 1), "the quarter"},
		{engine.Date(1977, 7, 1), engine.Date(1978, 1, 1), "the half-year"},
		{engine.Date(1977, 1, 20), engine.Date(1977, 4, 1), "these months"},
	} {
		if got := r.Stretch(c.from, c.next); got != c.want {
			t.Errorf("%s to %s is %q, want %q", c.from, c.next-1, got, c.want)
		}
	}
}

func TestSpan(t *testing.T) {
	r := desk.Reader{C: lang.For("en")}
	for _, c := range []struct {
		from, next engine.Day
		want       string
	}{
		{engine.Date(1980, 4, 3), engine.Date(1980, 4, 4), "Thursday 3 April 1980"},
		{engine.Date(1980, 4, 4), engine.Date(1980, 4, 7), "4 to 6 April 1980"},
		{engine.Date(1963, 9, 2), engine.Date(1963, 9, 9), "Week of Monday 2 September 1963"},
		{engine.Date(1963, 9, 28), engine.Date(1963, 10, 7), "28 September to 6 October 1963"},
		{engine.Date(1963, 9, 1), engine.Date(1963, 10, 1), "September 1963"},
		{engine.Date(1977, 10, 1), engine.Date(1978, 1, 1), "October to December 1977"},
		{engine.Date(1977, 1, 20), engine.Date(1977, 4, 1), "20 January to 31 March 1977"},
		{engine.Date(1977, 12, 20), engine.Date(1978, 1, 2), "20 December 1977 to 1 January 1978"},
	} {
		if got := r.Span(c.from, c.next); got != c.want {
			t.Errorf("%s to %s is %q, want %q", c.from, c.next-1, got, c.want)
		}
	}
}

// TestTheDeskSaysWhenACrisisQuickens: in games of the cuts whose pace can
// change, the desk says so at the turn where it changes, and at no other; what
// is said of silence and of history has the length of the turn.
func TestTheDeskSaysWhenACrisisQuickens(t *testing.T) {
	quickened, ended := 0, 0
	for _, c := range [][2]string{{"mariel", "open-arms"}, {"mariel", "era"}, {"accommodation", "year"}, {"balseros", "era"}} {
		m := cutOf(t, c[0], c[1])
		for seed := range uint64(6) {
			g := play.New(m, play.Settings{Seed: seed + 1, Side: engine.Side(seed % 2), Goals: [2]int8{-1, -1}, NoQuiet: true})
			r := desk.New(g, m, lang.For("en"))
			crises, fast := g.W.S.Crises, g.W.S.Fast
			for turn := 0; !g.Over; turn++ {
				v := r.View()
				sound(t, "turn", v.Turn)
				began, over := crises == 0 && g.W.S.Crises != 0, crises != 0 && g.W.S.Crises == 0 || fast && !g.W.S.Fast
				if v.PaceNew != (began || over) {
					t.Errorf("%v seed %d, %s: new is %v; it began %v, ended %v: %q", c, seed+1, v.Date, v.PaceNew, began, over, v.Pace)
				}
				if (v.Pace != "") != (g.W.S.Crises != 0 || g.W.S.Fast || over) {
					t.Errorf("%v seed %d, %s: the desk says %q; crises %b, fast %v", c, seed+1, v.Date, v.Pace, g.W.S.Crises, g.W.S.Fast)
				}
				quickened, ended = quickened+btoi(began), ended+btoi(over)
				if days := g.W.S.Next - g.W.S.Day; days != 7 && strings.Contains(v.Silence, "the week") {
					t.Errorf("%v: %d days: %s", c, days, v.Silence)
				}
				crises, fast = g.W.S.Crises, g.W.S.Fast
				since := r.G.W.S.Day
				r.Commit()
				if days, head := g.W.S.Day-since, r.HistoryHead(since); !g.Over && days > 40 && strings.Contains(head, "week") {
					t.Errorf("%v: %d days: %s", c, days, head)
				}
			}
		}
	}
	if quickened == 0 || ended == 0 {
		t.Errorf("a crisis began %d times and ended %d times: nothing was tested", quickened, ended)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestWaitingIsNotOver: what waits for an answer can be answered until a day
// that has not passed, however long the turns are.
func TestWaitingIsNotOver(t *testing.T) {
	m := cutOf(t, "mariel", "era")
	waiting := 0
	each(t, m, 6, func(r *desk.Reader, v *desk.Desk) {
		for _, c := range v.Cards {
			if c.Kind != play.CardAnswer {
				continue
			}
			waiting++
			s := &r.G.W.S
			until := c.Card.Item.Lapses
			if until < s.Day {
				until = s.Next - 1
			}
			if !strings.Contains(c.Why, r.Short(until)) || until < s.Day {
				t.Errorf("on %s: %q", s.Day, c.Why)
			}
		}
	})
	if waiting == 0 {
		t.Error("nothing ever waited")
	}
}

// TestCheckpointsAreReadOnTheirDay: a checkpoint that counts the days before it
// is what the world had on that day, not at the end.
func TestCheckpointsAreReadOnTheirDay(t *testing.T) {
	m := cutOf(t, "balseros", "")
	g := play.New(m, play.Settings{Seed: 2, Side: engine.Havana, Goals: [2]int8{-1, -1}, NoQuiet: true})
	r := desk.New(g, m, lang.For("en"))
	want := map[string]int64{}
	for !g.Over {
		r.Commit()
		for k := range m.Checkpoints {
			c := &m.Checkpoints[k]
			if _, read := want[c.What]; !read && c.Value != nil && c.On >= m.Cut.First && (c.On < g.W.S.Day || g.Over) && (c.When == nil || c.When.True(&g.W.S)) {
				want[c.What] = c.Value.Eval(&g.W.S)
			}
		}
	}
	moved := 0
	for _, c := range r.Debrief().Checkpoints {
		if c.Never {
			continue
		}
		if c.Yours != want[c.What] {
			t.Errorf("%s: %d, want %d", c.What, c.Yours, want[c.What])
		}
		for k := range m.Checkpoints {
			if m.Checkpoints[k].What == c.What && m.Checkpoints[k].Value.Eval(&g.W.S) != c.Yours {
				moved++
			}
		}
	}
	if moved == 0 {
		t.Error("no checkpoint differs from the end: nothing was tested")
	}
}

// TestCurves: every series of the record has its source in words, one's own
// values from the opening to the end, and what the model makes of the record.
func TestCurves(t *testing.T) {
	m := cutOf(t, "mariel", "")
	g := play.New(m, play.Settings{Seed: 1, Side: engine.Washington, Goals: [2]int8{-1, -1}})
	r := desk.New(g, m, lang.For("en"))
	for !g.Over {
		r.Commit()
	}
	curves := r.Curves()
	if len(curves) < 3 {
		t.Fatalf("%d curves", len(curves))
	}
	for _, c := range curves {
		if !strings.Contains(c.Source, "“") || len(c.Theirs) == 0 || len(c.Rebuilt) == 0 {
			t.Errorf("%s: source %q, %d of history, %d of the model", c.Title, c.Source, len(c.Theirs), len(c.Rebuilt))
		}
		if c.PerDay {
			continue
		}
		for k := range m.Record.Series {
			if s := &m.Record.Series[k]; s.Title == c.Title {
				if last := c.Yours[len(c.Yours)-1].Value; last != g.W.S.Q[s.Quantity]/engine.Point || c.Yours[0].Day != m.Cut.First {
					t.Errorf("%s ends at %d, the game at %d", c.Title, last, g.W.S.Q[s.Quantity]/engine.Point)
				}
			}
		}
	}
}
