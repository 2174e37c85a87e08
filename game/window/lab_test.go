//go:build !headless

package window

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/game/lab"
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
	tab(t, h, fmt.Sprintf("stop/%d", stop))
	h.Press(ui.KeyEnter, 0)
	for k, d := range s.deeds(&s.v.Stops[stop]) {
		if d.Decision == decision {
			h.Write(fmt.Sprint(k + 1))
		}
	}
	h.Write("zzz") // what is typed goes into the search at once
	look(t, h, "nothing found")
	if !says(h, "No move here has “zzz”") {
		t.Error("a search without a find does not say so")
	}
	for range 3 {
		h.Press(ui.KeyBackspace, 0)
	}
	h.Press(ui.KeyEnter, 0) // to the first alternative
	if h.State().Focus != "option/0" {
		t.Errorf("Enter in the search goes to %q", h.State().Focus)
	}
	h.Press(ui.KeyEnter, 0)
	h.Press(ui.KeyRight, 0) // the scale has the focus
	h.Press(ui.KeyEnter, 0)
	h.Write("why not")
	h.Press(ui.KeyEnter, 0)
	if f := h.Scene().(*foundScene); f.tried.Expected.Why != "why not" {
		t.Errorf("the reason is %q", f.tried.Expected.Why)
	}
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

// TestANotebookThatCannotBeReadSaysSo: what was asked earlier is not lost in
// silence.
func TestANotebookThatCannotBeReadSaysSo(t *testing.T) {
	o := options(engine.Washington, 3)
	o.Recall = func(*play.Game, *lab.Visit) error { return errors.New("the disk is torn") }
	first, err := First(o)
	if err != nil {
		t.Fatal(err)
	}
	h := ui.NewHost(first, 1280, 800)
	enter(h, uitest.Click(t, h, "lab"))
	h.Feed(ui.Event{Kind: ui.Choose, ID: "part", Index: 2})
	look(t, h, "an unread notebook")
	if !says(h, "the disk is torn") {
		t.Error("nothing is said")
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
	if has(h, "seek") {
		t.Error("it can be searched before it was said where one expects them")
	}
	h.Feed(ui.Event{Kind: ui.Choose, ID: "guess", Index: 4})
	if cmd := uitest.Click(t, h, "seek"); cmd.Wake == 0 {
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
	if has(h, "anew") {
		uitest.Click(t, h, "anew")
	}
	if s.ranks.Worlds >= searchWorlds || s.ranks != s.seek.Found() || has(h, "enough") || !says(h, "You said: "+s.v.Stops[3].Title) {
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
	if a := s.a; a.last == nil || a.last.Settings.Branch.From != play.FromGame {
		t.Error("the branch is not the last game of this sitting")
	}
	if saved == nil || saved.Branch == nil || saved.Branch.From != "game" || !says(h, "A branch, not the game") {
		t.Errorf("it was saved as %+v", saved.Branch)
	}
}

// TestABranchLeadsBack: from the menu of a branch's desk and from its verdict to
// the laboratory with its notebook, from the title on with the branch.
func TestABranchLeadsBack(t *testing.T) {
	o := options(engine.Washington, 3)
	o.Autosave = func(*play.Game) error { return nil }
	first, err := First(o)
	if err != nil {
		t.Fatal(err)
	}
	h := ui.NewHost(first, 1280, 800)
	enter(h, uitest.Click(t, h, "lab"))
	s := h.Scene().(*labScene)
	answered(t, h, 0)
	uitest.Click(t, h, "on")
	h.Press(ui.KeyEscape, 0)
	look(t, h, "the menu of a branch")
	uitest.Click(t, h, "lab-back")
	if h.Scene() != ui.Scene(s) || len(s.v.Tried) != 1 {
		t.Fatalf("the menu leads to %T with %d questions", h.Scene(), len(s.v.Tried))
	}
	look(t, h, "back in the laboratory")
	scene, _ := newFound(s, 0)
	h = ui.NewHost(scene, 1280, 800)
	uitest.Click(t, h, "on")
	d := h.Scene().(*deskScene)
	h.Press(ui.KeyEnter, ui.Ctrl)
	h.Press(ui.KeyEnter, 0)
	h.Press(ui.KeyEscape, 0)
	uitest.Click(t, h, "title")
	uitest.Click(t, h, "load")
	if on, ok := h.Scene().(*deskScene); !ok || on.r.G != d.r.G {
		t.Fatalf("the title goes on with %T", h.Scene())
	}
	end := ui.NewHost(&endingScene{a: s.a, r: d.r, v: someDebrief}, 1280, 800)
	look(t, end, "the verdict on a branch")
	uitest.Click(t, end, "lab-back")
	if end.Scene() != ui.Scene(s) {
		t.Errorf("the verdict leads to %T", end.Scene())
	}
}

// answered asks what would have come of an alternative to the first deed of
// Washington's and lets the worlds run to their end.
func answered(t *testing.T, h *ui.Host, option int) *foundScene {
	t.Helper()
	s := h.Scene().(*labScene)
	stop, decision := acted(t, s, engine.Washington)
	s.tab, s.at = 0, stop
	h.Touch()
	uitest.Click(t, h, fmt.Sprintf("deed/%d", decision))
	uitest.Click(t, h, fmt.Sprintf("option/%d", option))
	h.Write("40")
	uitest.Click(t, h, "run")
	return settle(t, h)
}

// TestAStoppedAnswerSaysSo: on how many worlds it stands, in its head and in the
// notebook; the buttons stay where they are; all can be run again.
func TestAStoppedAnswerSaysSo(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	title := h.Scene().(*titleScene)
	s := visiting(title.a, title.m, nil, title)
	s.theories = func() ([]lab.Version, error) {
		v := lab.Version{Name: "same", Model: s.m}
		return slices.Repeat([]lab.Version{v}, 40), nil
	}
	_, decision := acted(t, s, engine.Washington)
	all, _ := s.v.Options(decision)
	if why := s.ask(decision, all[len(all)-1].Choice, lab.Expectation{Still: 40}); why != engine.Legal {
		t.Fatal(why)
	}
	scene, _ := newFound(s, 0)
	f := scene.(*foundScene)
	h = ui.NewHost(f, 1280, 800)
	for f.tried.Run.Found() == nil {
		time.Sleep(time.Millisecond)
	}
	h.Feed(ui.Event{Kind: ui.Tick})
	look(t, h, "while the worlds run")
	places := func() (out []ui.Rect) {
		for _, id := range []string{"enough", "all", "on", "days"} {
			e, ok := h.Frame().Find(id)
			if !ok {
				t.Fatalf("there is no %q", id)
			}
			out = append(out, e.Rect)
		}
		return out
	}
	running := places()
	if has(h, "all") || !says(h, "of 4,050 worlds") || !says(h, "provisional") {
		t.Errorf("while the worlds run it says %q", uitest.Says(h))
	}
	h.Press(ui.KeyEscape, 0)
	look(t, h, "whether to stop")
	uitest.Click(t, h, "stay")
	if h.Scene() != ui.Scene(f) || f.tried.Run.Over() {
		t.Fatal("Esc stops the worlds without a question")
	}
	uitest.Click(t, h, "enough")
	f.tried.Run.Wait()
	h.Feed(ui.Event{Kind: ui.Tick})
	look(t, h, "stopped")
	if has(h, "enough") || !has(h, "all") || !says(h, "Stopped: this stands on") || !slices.Equal(places(), running) {
		t.Errorf("stopped it says %q, the buttons stand at %v and did at %v", uitest.Says(h), places(), running)
	}
	s.tab = 2
	notes := ui.NewHost(s, 1280, 800)
	look(t, notes, "a stopped note")
	if !says(notes, "Stopped: this stands on") || !says(notes, "Instead of:") {
		t.Error("the notebook does not say that it was stopped, or instead of what")
	}
	old := f.text
	s.theories = nil
	uitest.Click(t, h, "all")
	again := settle(t, h)
	if len(s.v.Tried) != 1 || s.v.Tried[0].Run.Cut() || again.tried.Expected.Still != 40 || says(h, "Stopped:") {
		t.Errorf("run again there are %d questions, %+v", len(s.v.Tried), s.v.Tried[0].Expected)
	}
	if again.text == old {
		t.Error("an answer scrolls by the name of the one before")
	}
	if !says(h, "Back to the notebook") {
		t.Error("it does not say that it goes back to the notebook")
	}
}

// TestTheWorldsBeginAtTheChange: a chart's worlds begin on the day of the change
// at the height of the play-through, where a mark stands; what hardly moves is
// not drawn.
func TestTheWorldsBeginAtTheChange(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	enter(h, uitest.Click(t, h, "lab"))
	f := answered(t, h, 0)
	s := f.s
	day := s.v.Past.Decisions[f.tried.Decision].Day
	for k := range f.found.Fans {
		fan := &f.found.Fans[k]
		n := f.fan(fan)
		if worlds := n.Series[0]; worlds.X[0] != float64(day) || worlds.Y[0] != float64(lab.At(fan.Was, day)) || n.Band.X[0] != float64(day) || n.Event.At != float64(day) {
			t.Errorf("%s: the worlds begin on %v at %v, the mark stands on %v, the change is on %v at %d", fan.Title, worlds.X[0], worlds.Y[0], n.Event.At, day, lab.At(fan.Was, day))
		}
		fan.Moved = leastMoved - 1
	}
	scene := *f
	if still := ui.NewHost(&scene, 1280, 3000); !says(still, "No meter moves") {
		t.Error("meters that hardly move are drawn")
	}
}

// TestAnAnswerBeginsAtItsTop: also where the one before was read to its end.
func TestAnAnswerBeginsAtItsTop(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	enter(h, uitest.Click(t, h, "lab"))
	for k := range 2 {
		f := answered(t, h, k)
		for _, r := range h.Frame().Regions {
			if r.ID == f.text && r.Offset != 0 {
				t.Errorf("answer %d opens at %v", k, r.Offset)
			}
		}
		h.Press(ui.KeyEnd, 0)
		if h.State().Scroll[f.text] == 0 {
			t.Error("the answer does not scroll")
		}
		uitest.Click(t, h, "days")
	}
}

// TestTheListTellsOfOneself: one's own deeds first, events without their days,
// and in a turn always the same side first.
func TestTheListTellsOfOneself(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	title := h.Scene().(*titleScene)
	s := visiting(title.a, title.m, nil, title)
	stop := &lab.Stop{Deeds: []lab.Deed{{Side: engine.Washington, Text: "Send a note."}, {Side: engine.Havana, Text: "Wait.", Nothing: true}, {Side: engine.Havana, Text: "Answer."}}}
	if got := s.gist(stop); !strings.HasPrefix(got, "Washington: Send a note. Havana: Answer.") {
		t.Errorf("of the record it tells %q", got)
	}
	s.g = &play.Game{Settings: play.Settings{Side: engine.Havana}}
	if got := s.gist(stop); !strings.HasPrefix(got, "You: Answer. Washington: Send a note.") {
		t.Errorf("of a game it tells %q", got)
	}
	if got := s.gist(&lab.Stop{Day: -9}); got != "Nothing was done." {
		t.Errorf("of a quiet turn it tells %q", got)
	}
	s.g = nil
	struck := 0
	for k := range s.v.Stops {
		st := &s.v.Stops[k]
		struck += len(s.struck(st))
		if len(s.struck(st)) != len(st.Came) {
			t.Errorf("%s: %v struck, %v came", st.Title, s.struck(st), st.Came)
		}
		s.at = k
		last := engine.Washington
		for _, id := range uitest.IDs(ui.NewHost(s, 1280, 800)) {
			var n int
			if !scan(id, "deed/%d", &n) {
				continue
			}
			if side := s.v.Deed(n).Side; side < last {
				t.Errorf("%s: Washington stands after Havana", st.Title)
			} else {
				last = side
			}
		}
	}
	if struck == 0 {
		t.Error("nothing struck anywhere")
	}
}

// TestTheOrderStaysUntilAsked: while the search goes on nothing moves, and the
// chart keeps its height whatever is found.
func TestTheOrderStaysUntilAsked(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	title := h.Scene().(*titleScene)
	s := visiting(title.a, title.m, nil, title)
	s.tab, s.guess = 1, 2
	h = ui.NewHost(s, 1280, 800)
	uitest.Click(t, h, "seek")
	defer s.seek.Stop()
	for s.seek.Found() == nil {
		time.Sleep(time.Millisecond)
	}
	h.Feed(ui.Event{Kind: ui.Tick})
	first := s.ranks
	top := func() float64 {
		for _, e := range h.Frame().Elements {
			var n int
			if scan(e.ID, "deed/%d", &n) {
				return e.Rect.Y
			}
		}
		t.Fatal("there is no card")
		return 0
	}
	at := top()
	for s.seek.Found() == first {
		time.Sleep(time.Millisecond)
	}
	h.Feed(ui.Event{Kind: ui.Tick})
	look(t, h, "further on")
	if s.ranks != first {
		t.Error("the order changes by itself")
	}
	h.Press(ui.KeyEscape, 0)
	look(t, h, "whether to stop the search")
	uitest.Click(t, h, "stay")
	if h.Scene() != ui.Scene(s) || s.seek.Over() {
		t.Fatal("Esc leaves while it is searched")
	}
	uitest.Click(t, h, "anew")
	if s.ranks == first || top() != at {
		t.Errorf("asked for, the order changed: %t; the cards stand at %v and did at %v", s.ranks != first, top(), at)
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
		h.Press(ui.KeyF1, 0)
		look(t, h, "the help")
		h.Press(ui.KeyEscape, 0)
		s.press(fmt.Sprintf("deed/%d", decision))
		h.Touch()
		look(t, h, "the alternatives")
		uitest.Click(t, h, "option/0")
		look(t, h, "before one looks")
		h.Write("9")
		uitest.Click(t, h, "run")
		settle(t, h)
		look(t, h, "the answer")
		uitest.Click(t, h, "days")
		h.Feed(ui.Event{Kind: ui.Choose, ID: "part", Index: 2})
		look(t, h, "the notebook")
		h.Feed(ui.Event{Kind: ui.Choose, ID: "part", Index: 1})
		look(t, h, "before the search")
		h.Feed(ui.Event{Kind: ui.Choose, ID: "guess", Index: 0})
		uitest.Click(t, h, "seek")
		for s.seek.Found() == nil {
			time.Sleep(time.Millisecond)
		}
		s.seek.Stop()
		s.seek.Wait()
		h.Feed(ui.Event{Kind: ui.Tick})
		look(t, h, "the turning points")
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
