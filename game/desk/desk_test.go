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

func model(t testing.TB) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

// each plays games by the hand's cards and shows every desk to a check.
func each(t *testing.T, m *engine.Model, games int, check func(r *desk.Reader, v *desk.Desk)) {
	for seed := range games {
		side := engine.Side(seed % 2)
		g := play.New(m, play.Settings{Seed: uint64(seed + 1), Side: side, Goals: [2]int8{-1, -1}, NoQuiet: seed%3 == 0})
		r := desk.New(g, m, lang.For("en"))
		for turn := 0; !g.Over; turn++ {
			v := r.View()
			check(r, &v)
			for k := range v.Cards {
				if c := &v.Cards[k]; k < 3 && c.Kind != play.CardSilence {
					answerBy(g, c, seed+turn+k)
				}
			}
			planned := r.View()
			check(r, &planned)
			r.Commit()
		}
		v := r.View()
		check(r, &v)
	}
}

// answerBy plays a card, answering now one way, now another.
func answerBy(g *play.Game, c *desk.CardView, n int) {
	choice := c.Card.Choice
	switch c.Kind {
	case play.CardAnswer:
		choice.Answer = []engine.AnswerKind{engine.Accept, engine.Refuse, engine.Silence, engine.Accept}[n%4]
	case play.CardPromise:
		choice.Answer = []engine.AnswerKind{engine.Keep, engine.Delay, engine.Deny}[n%3]
	}
	g.Plan(choice)
}

// sound is a text that a person can be shown.
func sound(t *testing.T, what, text string) {
	t.Helper()
	if strings.TrimSpace(text) == "" || strings.Contains(text, "%!") || strings.Contains(text, "<no value>") ||
		strings.Contains(text, "  ") || strings.Contains(text, "..") || missing(text) {
		t.Errorf("%s: %q", what, text)
	}
}

func missing(text string) bool {
	at := strings.IndexByte(text, '[')
	return at >= 0 && strings.Contains(text[at:], ".") && strings.Contains(text[at:], "]")
}

// TestEveryDesk: cables and cards keep to their length, and nothing is empty
// or unsaid, in twenty games from both chairs.
func TestEveryDesk(t *testing.T) {
	m := model(t)
	cables, cards := 0, 0
	each(t, m, 20, func(r *desk.Reader, v *desk.Desk) {
		for _, c := range v.Cables {
			cables++
			sound(t, "cable", c.Text)
			sound(t, "cable from", c.From)
			if n := desk.Words(c.Text); n > desk.MostCableWords {
				t.Errorf("cable of %d words: %s", n, c.Text)
			}
		}
		for _, c := range v.Cards {
			cards++
			sound(t, "card", c.Title)
			sound(t, "label", c.Label)
			for _, s := range append(append([]string{}, c.Detail...), c.Estimates...) {
				sound(t, "card "+c.Title, s)
			}
			if n := desk.Words(c.Title); n > desk.MostTitleWords && c.Kind != play.CardSilence {
				t.Errorf("card of %d words: %s", n, c.Title)
			}
			if !c.Can {
				sound(t, "why not", c.CanNot)
			}
		}
		if len(v.Meters) == 0 || len(v.Meters) > desk.MostMeters {
			t.Errorf("%d meters", len(v.Meters))
		}
		for _, meter := range v.Meters {
			sum := engine.Milli(0)
			for _, l := range meter.Why {
				sum += l.Amount
				sound(t, "why", r.WhyText(l))
			}
			if sum != meter.Change {
				t.Errorf("%s changed by %d, its causes add up to %d", meter.Title, meter.Change, sum)
			}
		}
		for _, s := range append(append([]string{v.Date, v.Turn, v.Capital}, v.Promises...), append(v.Waiting, v.Planned...)...) {
			sound(t, "desk", s)
		}
		if v.Over {
			debriefed(t, r)
		}
	})
	if cables < 500 || cards < 500 {
		t.Errorf("only %d cables and %d cards were seen", cables, cards)
	}
}

func debriefed(t *testing.T, r *desk.Reader) {
	d := r.Debrief()
	sound(t, "outcome", d.Outcome)
	sound(t, "score", d.Score)
	sound(t, "other", d.Other)
	for _, s := range append(append(append([]string{}, d.Advisers...), d.Unseen...), d.Stoppers...) {
		sound(t, "debrief", s)
	}
	if len(d.Turning) == 0 || len(d.Goals) != 2 {
		t.Errorf("%d turning points, %d goals", len(d.Turning), len(d.Goals))
	}
	for _, e := range d.Turning {
		sound(t, "turning", e.Cause)
	}
	for _, s := range r.SoFar() {
		sound(t, "so far", s)
	}
}

// TestDrawer: what cannot be done says why, and a search finds only what it names.
func TestDrawer(t *testing.T) {
	m := model(t)
	g := play.New(m, play.Settings{Seed: 3, Goals: [2]int8{-1, -1}})
	r := desk.New(g, m, lang.For("en"))
	all, some := r.Drawer(""), r.Drawer("flights u-2")
	if len(some) == 0 || len(some) >= len(all) {
		t.Fatalf("%d of %d cards match", len(some), len(all))
	}
	for _, c := range all {
		if !c.Can {
			sound(t, "why not "+c.Title, c.CanNot)
		}
	}
}

// TestWhyNot: every reason for which something can be refused has words.
func TestWhyNot(t *testing.T) {
	m := model(t)
	r := desk.New(play.New(m, play.Settings{Seed: 3, Goals: [2]int8{-1, -1}}), m, lang.For("en"))
	c := engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: 0}
	for why := engine.NotYours; why <= engine.Unfit; why++ {
		sound(t, "why not", r.WhyNot(why, &c))
	}
	if r.WhyNot(engine.Legal, &c) != "" {
		t.Error("what is legal has a reason against it")
	}
}

// TestComposer: an offer is built a slot at a time, says itself, is priced,
// and can be planned; what does not fit says why.
func TestComposer(t *testing.T) {
	m := model(t)
	g := play.New(m, play.Settings{Seed: 3, Goals: [2]int8{-1, -1}})
	r := desk.New(g, m, lang.For("en"))
	k := r.Compose()
	if d := k.Draft(); d.Can || d.CanNot == "" {
		t.Errorf("an empty offer: %+v", d)
	}
	gives, asks := k.Givable(), k.Askable()
	if len(gives) == 0 || len(asks) == 0 {
		t.Fatal("nothing to give or to ask")
	}
	k.AddGive(gives[0].Index, k.GiveRungs(gives[0].Index)[0].Index)
	k.AddAsk(asks[0].Index, k.AskRungs(asks[0].Index)[0].Index, false)
	d := k.Draft()
	if !d.Can || len(d.Estimates) == 0 || !strings.Contains(d.Sentence, "We will ") {
		t.Fatalf("a plain offer: %+v", d)
	}
	if why := g.Plan(k.Choice()); why != engine.Legal {
		t.Fatalf("it cannot be planned: %v", why)
	}
	if v := r.View(); len(v.Planned) != 1 {
		t.Errorf("planned: %q", v.Planned)
	}
	k.Drop(0)
	k.Drop(0)
	if len(k.Gives())+len(k.Asks()) != 0 {
		t.Error("dropped terms stay")
	}
}

// TestPromisesTooLateToCount: an offer near the end says that its promises fall
// due after the last turn; one at the opening does not.
func TestPromisesTooLateToCount(t *testing.T) {
	m := model(t)
	g := play.New(m, play.Settings{Seed: 3, Goals: [2]int8{-1, -1}})
	r := desk.New(g, m, lang.For("en"))
	k := r.Compose()
	issue := k.Askable()[0].Index
	k.AddAsk(issue, k.AskRungs(issue)[0].Index, false)
	says := func() bool {
		v := r.CardView(play.Card{Kind: play.CardThread, Choice: k.Choice()}, 1)
		return strings.Contains(strings.Join(v.Detail, " "), "after the last turn")
	}
	if says() {
		t.Error("at the opening an offer is said to come too late")
	}
	for !g.Over && g.W.S.Day+engine.Day(m.Theory.Choice.Due) <= m.Cut.Last {
		r.Commit()
	}
	if g.Over {
		t.Fatal("the game ended before a promise could fall due too late")
	}
	if !says() {
		t.Error("an offer near the end does not say that its promises come too late")
	}
}

func TestWhyNotIsTheFirstClauseThatFails(t *testing.T) {
	m := model(t)
	g := play.New(m, play.Settings{Seed: 1, Side: engine.Havana, Goals: [2]int8{-1, -1}})
	r := desk.New(g, m, lang.For("en"))
	for k := range m.Moves {
		if mv := &m.Moves[k]; mv.ID == "rex-television" {
			c := engine.Choice{Kind: mv.Kind, Move: int16(k), Channel: -1, Issue: -1}
			if got, want := r.WhyNot(engine.WindowShut, &c), "Nobody of the Rex is in your hands."; got != want {
				t.Errorf("%s: %q, want %q", mv.ID, got, want)
			}
		}
		if mv := &m.Moves[k]; len(mv.WhyNot) > 1 && len(mv.WhyNot) != mv.When.Clauses() {
			t.Errorf("%s has %d reasons for %d clauses", mv.ID, len(mv.WhyNot), mv.When.Clauses())
		}
	}
}

func TestWhatRecursIsSaidInOtherWords(t *testing.T) {
	m := model(t)
	for k := range m.Events {
		e := &m.Events[k]
		if e.Class == engine.Stochastic && e.Most != 1 && len(e.Again) == 0 {
			t.Errorf("%s can strike again and has nothing new to say", e.ID)
		}
	}
	for k := range m.Moves {
		if mv := &m.Moves[k]; !mv.Once && len(mv.Again) == 0 {
			t.Errorf("%s can be made again and has nothing new to say", mv.ID)
		}
	}
	seen := map[string]bool{}
	g := play.New(m, play.Settings{Seed: 3, Side: engine.Washington, Goals: [2]int8{-1, -1}})
	r := desk.New(g, m, lang.For("en"))
	for !g.Over {
		r.Commit()
		for _, c := range r.Cables() {
			if c.Kind == engine.NewsEvent && seen[c.Text] {
				t.Errorf("said twice: %s", c.Text)
			}
			seen[c.Text] = true
		}
	}
}
