//go:build !headless

package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// begun is the first desk of a game in a window of a size.
func begun(t *testing.T, w, h, scale float64) (*ui.Host, *deskScene) {
	t.Helper()
	host := open(t, engine.Washington, 3, w, h, scale)
	uitest.Click(t, host, "start")
	uitest.Click(t, host, "begin")
	return host, host.Scene().(*deskScene)
}

// slip is the slip that lies on the desk.
func slip(t *testing.T, d *deskScene) *estimateOver {
	t.Helper()
	o, ok := d.over.(*estimateOver)
	if !ok {
		t.Fatalf("on the desk lies %T, want the slip", d.over)
	}
	return o
}

// flat is all that a window says, in a line.
func flat(h *ui.Host) string {
	return strings.ReplaceAll(strings.Join(uitest.Says(h), " "), "\n", " ")
}

// drawTo goes along a scale with the pointer held, or with a finger, which makes
// the same events.
func drawTo(h *ui.Host, id string, share float64) {
	e, _ := h.Frame().Find(id)
	x, y := e.Rect.Mid()
	h.Feed(ui.Event{Kind: ui.Down, X: x, Y: y}, ui.Event{Kind: ui.Move, X: e.Rect.X + share*e.Rect.W, Y: y}, ui.Event{Kind: ui.Up, X: x, Y: y})
}

// TestEstimateByEveryHand: by keyboard alone and by pointer alone one says how
// likely a thing is, and why, and both give the same game.
func TestEstimateByEveryHand(t *testing.T) {
	const why = "the Swiss are slow, “as ever”"
	for name, do := range map[string]func(h *ui.Host, d *deskScene){
		"keys": func(h *ui.Host, d *deskScene) {
			h.Write("e70")
			h.Press(ui.KeyRight, 0)
			h.Press(ui.KeyEnter, 0)
			h.Write(why + "  ")
			h.Press(ui.KeyEscape, 0)
		},
		"pointer": func(h *ui.Host, d *deskScene) {
			uitest.Click(t, h, "estimate")
			drawTo(h, "odds/0", 0.74)
			uitest.Click(t, h, "why/0")
			h.Write(why)
			uitest.Click(t, h, "back")
		},
	} {
		h, d := begun(t, 1280, 800, 1)
		do(h, d)
		m := d.r.G.Matters()
		if d.over != nil || m[0].Odds < 74 || m[0].Odds > 76 || m[0].Reason != why {
			t.Errorf("%s: %T on the desk; said %+v", name, d.over, m[0])
		}
		h.Press(ui.KeyEnter, ui.Ctrl)
		if f := d.r.G.Foretold(); len(f) != 1 || f[0].Reason != why {
			t.Errorf("%s: foretold %+v", name, f)
		}
	}
}

// TestAnEstimateCanBeChanged: until the turn ends it is changed and taken back,
// its reason waits for a number, and Enter goes from one to the next.
func TestAnEstimateCanBeChanged(t *testing.T) {
	h, d := begun(t, 1280, 800, 1)
	said := func() (out []string) {
		for _, m := range d.r.G.Matters() {
			if m.Odds >= 0 {
				out = append(out, fmt.Sprint(m.Odds, m.Reason))
			}
		}
		return out
	}
	h.Write("e")
	if n := len(slip(t, d).list); n < 2 {
		t.Fatalf("%d things can be foretold, want two", n)
	}
	for _, step := range []struct {
		name string
		do   func()
		want []string
	}{
		{"a reason waits", func() { uitest.Click(t, h, "why/0"); h.Write("perhaps ") }, nil},
		{"for its number", func() { uitest.Click(t, h, "odds/0"); h.Write("20") }, []string{"20perhaps"}},
		{"the reason goes on", func() { uitest.Click(t, h, "why/0"); h.Press(ui.KeyEnd, 0); h.Write("so") }, []string{"20perhaps so"}},
		{"Enter goes to the next", func() { h.Press(ui.KeyEnter, 0); h.Write("9") }, []string{"20perhaps so", "9"}},
		{"the first again", func() { uitest.Click(t, h, "open/0"); h.Write("30") }, []string{"30perhaps so", "9"}},
		{"no reason", func() { h.Press(ui.KeyEnter, 0); h.Press(ui.KeyA, ui.Ctrl); h.Press(ui.KeyBackspace, 0) }, []string{"30", "9"}},
		{"taken back", func() { uitest.Click(t, h, "forget/0") }, []string{"9"}},
		{"by key as well", func() { uitest.Click(t, h, "open/1"); h.Press(ui.KeyBackspace, 0) }, nil},
		{"closed and opened", func() { h.Press(ui.KeyEscape, 0); h.Write("e40"); h.Press(ui.KeyEscape, 0) }, []string{"40"}},
	} {
		if step.do(); !slices.Equal(said(), step.want) {
			t.Fatalf("%s: said %q, want %q", step.name, said(), step.want)
		}
	}
	if h.State().Focus != "estimate" {
		t.Errorf("the focus is on %q", h.State().Focus)
	}
}

// TestWhatWasEstimatedStands: in a later turn the slip shows it, with its reason,
// and nothing there changes it.
func TestWhatWasEstimatedStands(t *testing.T) {
	h, _ := begun(t, 1280, 800, 1)
	for turn := 0; !over(h) && turn < mostTurns; turn++ {
		d := h.Scene().(*deskScene)
		planMessage(h, d, turn)
		for _, m := range d.r.G.Matters() {
			d.r.G.Foretell(m.Thing, 25)
			d.r.G.Because(m.Thing, "so it seems")
		}
		h.Press(ui.KeyEnter, ui.Ctrl)
		h.Press(ui.KeyEnter, 0)
		if over(h) {
			break
		}
		d = h.Scene().(*deskScene)
		k := slices.IndexFunc(d.r.G.Matters(), func(m play.Matter) bool { return m.Fixed })
		if k < 0 {
			continue
		}
		h.Write("e")
		if all := flat(h); !strings.Contains(all, "You say 25 in 100, because “so it seems”. That was in an earlier turn") {
			t.Errorf("the slip says %q", all)
		}
		if has(h, fmt.Sprintf("odds/%d", k)) || has(h, fmt.Sprintf("open/%d", k)) {
			t.Error("it can be changed")
		}
		return
	}
	t.Fatal("nothing that was estimated is still open in a later turn")
}

// TestEstimateOfWhatBrews: the button beside something that brews opens the slip
// at it and then tells what was said; the sheet that ends the turn tells it too,
// and leads to the slip and back.
func TestEstimateOfWhatBrews(t *testing.T) {
	h, d := begun(t, 1280, 800, 1)
	last := len(d.v.Brewing) - 1
	guess := fmt.Sprintf("guess/%d", last)
	uitest.Click(t, h, guess)
	if o := slip(t, d); last < 1 || o.list[o.open].Thing != brewThing(d.v.Brewing[last].Event) {
		t.Errorf("of %d that brew the last opens the slip at %d", last+1, o.open)
	}
	h.Write("15")
	h.Press(ui.KeyEscape, 0)
	if h.State().Focus != guess || !slices.Contains(uitest.Says(h), "You: 15 in 100") {
		t.Errorf("the focus is on %q; the desk says %q", h.State().Focus, uitest.Says(h))
	}
	for _, open := range []func(){func() { h.Write("ce") }, func() { uitest.Click(t, h, "estimate-first") }} {
		open()
		slip(t, d)
		h.Press(ui.KeyEscape, 0)
		if _, ok := d.over.(commitOver); !ok || !strings.Contains(flat(h), "you say 15 in 100.") {
			t.Errorf("from the slip one comes to %T, which says %q", d.over, flat(h))
		}
	}
	uitest.Clean(t, h)
}

// planMessage puts one of the hand's offers and questions into the plan.
func planMessage(h *ui.Host, d *deskScene, which int) {
	var at []int
	for _, v := range d.v.Cards {
		if c := v.Card.Choice; v.Can && (c.Kind == engine.Offer || c.Kind == engine.Probe) {
			at = append(at, v.Number)
		}
	}
	h.Write(fmt.Sprint(at[which%len(at)]))
	h.Press(ui.KeyEnter, 0)
}

// TestAnotherPlanHasOtherDrafts: a reason that was written for a message is not
// found at another that takes its number.
func TestAnotherPlanHasOtherDrafts(t *testing.T) {
	h, d := begun(t, 1280, 800, 1)
	var asks []engine.Choice
	for _, c := range d.r.G.Drawer() {
		if c.Choice.Kind == engine.Probe && c.Choice.Move < 0 && c.WhyNot == engine.Legal {
			asks = append(asks, c.Choice)
		}
	}
	for round := range 2 {
		d.plan(asks[round])
		h.Touch()
		h.Write("e")
		o := slip(t, d)
		n := len(o.list) - 1
		if o.list[n].Thing.Kind == play.ThingEvent {
			t.Fatalf("no message is planned: %+v", o.list)
		}
		if s := o.text(d, n); round == 1 && s != "" {
			t.Errorf("the new message finds the reason %q", s)
		}
		uitest.Click(t, h, fmt.Sprintf("open/%d", n))
		uitest.Click(t, h, fmt.Sprintf("why/%d", n))
		h.Write("vain men")
		h.Press(ui.KeyEscape, 0)
		h.Write("u")
	}
}

// TestEstimatesAreSavedAndTold: played to its end, the save holds what was
// estimated, and the verdict tells each with its reason and what came.
func TestEstimatesAreSavedAndTold(t *testing.T) {
	var saved []byte
	opts := options(engine.Havana, 4)
	opts.HideHistory = true
	opts.Autosave = func(g *play.Game) error { saved = replay.Encode(replay.Of(g)); return nil }
	s, err := First(opts)
	if err != nil {
		t.Fatal(err)
	}
	h := ui.NewHost(s, 1280, 800)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	for turn := 0; !over(h) && turn < mostTurns; turn++ {
		h.Write("e")
		if d := h.Scene().(*deskScene); d.over != nil {
			h.Write(fmt.Sprint(10 + turn))
			h.Press(ui.KeyEnter, 0)
			h.Write(fmt.Sprint("guess ", turn))
			h.Press(ui.KeyEscape, 0)
			if text := flat(h); strings.Contains(text, "it came") || strings.Contains(strings.ToLower(text), "in history") {
				t.Errorf("turn %d: the desk tells what is not known yet", turn)
			}
		}
		h.Press(ui.KeyEnter, ui.Ctrl)
		h.Press(ui.KeyEnter, 0)
	}
	g := h.Scene().(*endingScene).r.G
	f, err := replay.Decode("save", saved)
	if err != nil {
		t.Fatal(err)
	}
	again, err := replay.Open(g.W.M, f)
	if err != nil || len(g.Foretold()) < 3 || !slices.EqualFunc(g.Foretold(), again.Foretold(), func(a, b play.Foretold) bool { return a.Reason == b.Reason && a.Odds == b.Odds && a.Came == b.Came }) {
		t.Fatalf("%d were foretold, %v", len(g.Foretold()), err)
	}
	told := flat(h)
	for _, p := range g.Foretold() {
		came := "it was never decided."
		if p.Done {
			came = map[bool]string{true: "it came.", false: "it did not come."}[p.Came]
		}
		if want := fmt.Sprintf("You said %d in 100; %s “%s”", p.Odds, came, p.Reason); !strings.Contains(told, want) {
			t.Errorf("the verdict does not say %q", want)
		}
	}
	uitest.Clean(t, h)
}

// TestTheSlipIsCleanInSmallWindows also where the other sheets are tested larger.
func TestTheSlipIsCleanInSmallWindows(t *testing.T) {
	for _, scale := range []float64{0.8, 1, 1.5, 2} {
		h, d := begun(t, 800, 600, scale)
		tourEstimate(t, h, func(s string) string { return fmt.Sprint(s, " at ", scale) })
		h.Write("e")
		o := slip(t, d)
		tab(t, h, fmt.Sprintf("odds/%d", o.open))
		if e, _ := h.Frame().Find(h.State().Focus); e.Seen != e.Rect {
			t.Errorf("at %v the scale does not show whole: %v of %v", scale, e.Seen, e.Rect)
		}
		look(t, h, "slip")
	}
}
