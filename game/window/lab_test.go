//go:build !headless

package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// enter does what the host's loop does with the work that a click asked for.
func enter(h *ui.Host, cmd ui.Command) {
	if cmd.Go != nil {
		h.Feed(ui.Event{Kind: ui.Done, Value: cmd.Go()})
	}
}

// says tells whether a text shows.
func says(h *ui.Host, text string) bool {
	return slices.ContainsFunc(uitest.Says(h), func(s string) bool { return strings.Contains(s, text) })
}

// settle lets the worlds run to their end.
func settle(t *testing.T, h *ui.Host) *foundScene {
	t.Helper()
	f, ok := h.Scene().(*foundScene)
	if !ok {
		t.Fatalf("the worlds do not run: %T", h.Scene())
	}
	f.tried.Run.Wait()
	h.Feed(ui.Event{Kind: ui.Tick})
	return f
}

// acted is a decision of a side in which something was done.
func acted(t *testing.T, s *labScene, side engine.Side) (stop, decision int) {
	t.Helper()
	for k := range s.v.Stops {
		for _, d := range s.v.Stops[k].Deeds {
			if d.Side == side && !d.Nothing {
				return k, d.Decision
			}
		}
	}
	t.Fatal("nothing was done")
	return 0, 0
}

// TestLaboratoryByMouse: from the title to an answer and back; nothing of the
// answer shows before it was said what is expected.
func TestLaboratoryByMouse(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	enter(h, uitest.Click(t, h, "lab"))
	s := h.Scene().(*labScene)
	stop, decision := acted(t, s, engine.Washington)
	uitest.Click(t, h, fmt.Sprintf("stop/%d", stop))
	uitest.Click(t, h, fmt.Sprintf("deed/%d", decision))
	uitest.Click(t, h, "option/0")
	look(t, h, "before one looks")
	if has(h, "run") || len(s.v.Tried) > 0 {
		t.Fatal("the worlds can run before it was said what is expected")
	}
	h.Write("40")
	uitest.Click(t, h, "why")
	h.Write("they wait for a courier")
	cmd := uitest.Click(t, h, "run")
	if cmd.Wake == 0 {
		t.Error("nobody looks how far the worlds have come")
	}
	f := settle(t, h)
	look(t, h, "the answer")
	if f.tried.Expected.Still != 40 || !says(h, "You said 40 of 100") {
		t.Errorf("expected %+v", f.tried.Expected)
	}
	if f.read.Answer == nil || len(f.read.Shares) == 0 || f.found.Worlds != labWorlds {
		t.Errorf("the answer is of %d worlds", f.found.Worlds)
	}
	uitest.Click(t, h, "days")
	h.Feed(ui.Event{Kind: ui.Choose, ID: "part", Index: 2})
	look(t, h, "notebook")
	if !says(h, "You said 40") || !says(h, "they wait for a courier") {
		t.Error("the notebook does not hold what was expected")
	}
	uitest.Click(t, h, "tried/0")
	if _, ok := h.Scene().(*foundScene); !ok {
		t.Error("a note does not open its answer")
	}
	h.Press(ui.KeyEscape, 0)
	h.Press(ui.KeyEscape, 0)
	if _, ok := h.Scene().(*titleScene); !ok {
		t.Errorf("leaving leads to %T", h.Scene())
	}
}

// TestLaboratoryByKeyboard: the same without a pointer.
func TestLaboratoryByKeyboard(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	tab(t, h, "lab")
	enter(h, h.Press(ui.KeyEnter, 0))
	s := h.Scene().(*labScene)
	stop, decision := acted(t, s, engine.Havana)
	for _, id := range []string{fmt.Sprintf("stop/%d", stop), fmt.Sprintf("deed/%d", decision)} {
		tab(t, h, id)
		h.Press(ui.KeyEnter, 0)
	}
	h.Press(ui.KeyEnter, 0) // the first alternative has the focus
	h.Press(ui.KeyRight, 0) // and now the scale
	tab(t, h, "run")
	h.Press(ui.KeyEnter, 0)
	settle(t, h)
	tab(t, h, "on")
	h.Press(ui.KeyEnter, 0)
	d, ok := h.Scene().(*deskScene)
	if !ok || d.r.G.Settings.Branch.From != play.FromRecord || d.r.G.Settings.Side != engine.Havana {
		t.Fatalf("playing on leads to %T", h.Scene())
	}
	look(t, h, "a branch")
	if !says(h, "A branch, not the game") {
		t.Error("the desk does not say that it is a branch")
	}
}

// TestAnOfferOfOnesOwn: what no policy thought of can be tried.
func TestAnOfferOfOnesOwn(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	enter(h, uitest.Click(t, h, "lab"))
	s := h.Scene().(*labScene)
	stop, decision := acted(t, s, engine.Havana)
	s.at = stop
	h.Touch()
	uitest.Click(t, h, fmt.Sprintf("deed/%d", decision))
	uitest.Click(t, h, "own")
	look(t, h, "an empty offer")
	h.Feed(ui.Event{Kind: ui.Choose, ID: "give/0", Index: 1})
	look(t, h, "an offer")
	uitest.Click(t, h, "go")
	h.Write("5")
	uitest.Click(t, h, "run")
	f := settle(t, h)
	look(t, h, "the answer to an offer")
	if f.tried.Move.Kind != engine.Offer || f.tried.Move.Package.NGive != 1 || f.found == nil {
		t.Errorf("it was asked of %+v", f.tried.Move)
	}
}

// TestTheSearchCanBeStopped: one says where one expects the turning points, the
// ranking grows, and what was found stays.
func TestTheSearchCanBeStopped(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	enter(h, uitest.Click(t, h, "lab"))
	s := h.Scene().(*labScene)
	h.Feed(ui.Event{Kind: ui.Choose, ID: "part", Index: 1})
	look(t, h, "before the search")
	if s.seek != nil {
		t.Fatal("it is searched before anything was said")
	}
	if cmd := h.Feed(ui.Event{Kind: ui.Choose, ID: "guess", Index: 4}); cmd.Wake == 0 {
		t.Error("nobody looks how far the search has come")
	}
	for s.seek.Found() == nil {
		time.Sleep(time.Millisecond)
	}
	h.Feed(ui.Event{Kind: ui.Tick})
	look(t, h, "while it is searched")
	uitest.Click(t, h, "enough")
	s.seek.Wait()
	h.Feed(ui.Event{Kind: ui.Tick})
	look(t, h, "after the search")
	if s.ranks.Worlds >= searchWorlds || has(h, "enough") || !says(h, "You said: "+s.v.Stops[3].Title) {
		t.Errorf("stopped after %d worlds", s.ranks.Worlds)
	}
	uitest.Click(t, h, fmt.Sprintf("deed/%d", s.ranks.Points[0].Decision))
	if _, ok := s.over.(*insteadOver); !ok {
		t.Error("a turning point does not open its decision")
	}
}

// TestPlayingOnFromAGame: after a game the laboratory opens on it, and a branch
// of it is played to its end, saved as a branch.
func TestPlayingOnFromAGame(t *testing.T) {
	o := options(engine.Washington, 8)
	var saved *replay.File
	o.Autosave = func(g *play.Game) error { saved = replay.Of(g); return nil }
	first, err := First(o)
	if err != nil {
		t.Fatal(err)
	}
	h := ui.NewHost(first, 1280, 800)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	finish := func() {
		for turn := 0; !over(h) && turn < mostTurns; turn++ {
			if d, ok := h.Scene().(*deskScene); ok {
				d.over = nil
				if len(d.v.Planned) == 0 && turn%2 == 0 {
					h.Write("1")
					h.Press(ui.KeyEnter, 0)
					d.over = nil
				}
			}
			h.Press(ui.KeyEnter, ui.Ctrl)
			h.Press(ui.KeyEnter, 0)
		}
		if !over(h) {
			t.Fatal("the game does not end")
		}
	}
	finish()
	enter(h, uitest.Click(t, h, "lab"))
	s := h.Scene().(*labScene)
	stop, decision := acted(t, s, engine.Washington)
	s.at = stop
	h.Touch()
	uitest.Click(t, h, fmt.Sprintf("deed/%d", decision))
	uitest.Click(t, h, "option/1")
	h.Write("7")
	uitest.Click(t, h, "run")
	if f := settle(t, h); f.found.ThisWorld == nil {
		t.Error("a game's own luck is not told")
	}
	look(t, h, "the answer on a game")
	uitest.Click(t, h, "on")
	if d := h.Scene().(*deskScene); d.r.G.Settings.Branch.From != play.FromGame || len(d.v.Planned) == 0 {
		t.Errorf("the branch is %+v, %d planned", d.r.G.Settings.Branch, len(d.v.Planned))
	}
	finish()
	look(t, h, "the ending of a branch")
	if saved == nil || saved.Branch == nil || saved.Branch.From != "game" || !says(h, "A branch, not the game") {
		t.Errorf("it was saved as %+v", saved.Branch)
	}
}

// TestTheLaboratoryFits: in small windows and with large type.
func TestTheLaboratoryFits(t *testing.T) {
	for _, win := range []struct{ w, h, scale float64 }{{820, 560, 1.25}, {960, 540, 2}, {2560, 1440, 1}} {
		h := open(t, engine.Washington, 3, win.w, win.h, win.scale)
		enter(h, uitest.Click(t, h, "lab"))
		s := h.Scene().(*labScene)
		stop, decision := acted(t, s, engine.Washington)
		s.at = stop
		h.Touch()
		look(t, h, "a turn")
		s.press(fmt.Sprintf("deed/%d", decision))
		h.Touch()
		look(t, h, "the alternatives")
		uitest.Click(t, h, "option/0")
		look(t, h, "before one looks")
		h.Write("9")
		uitest.Click(t, h, "run")
		settle(t, h)
		look(t, h, "the answer")
	}
}

// BenchmarkLaboratoryFrame is what a frame takes while the worlds run: the
// longest is what a player would feel.
func BenchmarkLaboratoryFrame(b *testing.B) {
	h := open(b, engine.Washington, 3, 1280, 800, 1)
	title := h.Scene().(*titleScene)
	s := visiting(title.a, title.m, nil, title)
	for k := range s.v.Past.Decisions {
		if d := &s.v.Past.Decisions[k]; d.Acts() && d.Need.Side == engine.Washington {
			all, _ := s.v.Options(k)
			o := expectOver{deed: s.v.Deed(k), option: &all[0], still: 50}
			scene, _ := s.run(&o)
			h = ui.NewHost(scene, 1280, 800)
			break
		}
	}
	run := h.Scene().(*foundScene).tried.Run
	longest := time.Duration(0)
	for b.Loop() {
		if run.Over() {
			b.StopTimer()
			f := h.Scene().(*foundScene)
			all, _ := s.v.Options(f.tried.Decision)
			s.run(&expectOver{deed: s.v.Deed(f.tried.Decision), option: &all[0], still: 50})
			f.tried = &s.v.Tried[len(s.v.Tried)-1]
			run = f.tried.Run
			b.StartTimer()
		}
		at := time.Now()
		h.Feed(ui.Event{Kind: ui.Tick})
		h.Touch()
		h.Frame()
		longest = max(longest, time.Since(at))
	}
	run.Stop()
	b.ReportMetric(float64(longest.Milliseconds()), "ms-longest")
}
