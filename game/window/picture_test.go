//go:build !headless

package window

import (
	"fmt"
	"os"
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/game/desk"
	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// pictures are the screens as a newcomer meets them; each goes on from the one
// before. They show a small scenario for tests, and cables and verdict are made
// up, so that they stay the same when the eras are fitted anew. Write them again
// with
//
//	xvfb-run -a go test ./game/window -run Pictures -update
var pictures = []struct {
	name string
	do   func(t *testing.T, h *ui.Host)
}{
	{"briefing", func(t *testing.T, h *ui.Host) { uitest.Click(t, h, "start") }},
	{"desk", func(t *testing.T, h *ui.Host) { uitest.Click(t, h, "begin") }},
	{"card", func(t *testing.T, h *ui.Host) { uitest.Click(t, h, "card/2") }},
	{"desk-planned", func(t *testing.T, h *ui.Host) { uitest.Click(t, h, "go") }},
	{"terms", func(t *testing.T, h *ui.Host) { h.Write("t") }},
	{"people", func(t *testing.T, h *ui.Host) { h.Write("p") }},
	{"goals", func(t *testing.T, h *ui.Host) { h.Write("g") }},
	{"why", func(t *testing.T, h *ui.Host) { h.Write("n"); tab(t, h, "influence") }},
	{"estimate", func(t *testing.T, h *ui.Host) {
		h.Press(ui.KeyEscape, 0)
		h.Write("e")
		h.Write("35")
		h.Press(ui.KeyEnter, 0)
		h.Write("the night is dark and //nobody// in Miami reads orders, but the cutter of the Coast Guard lies off the key since Monday")
		h.Press(ui.KeyEnter, 0)
		h.Write("80")
	}},
	{"desk-estimated", func(t *testing.T, h *ui.Host) { h.Press(ui.KeyEscape, 0) }},
	{"offer", func(t *testing.T, h *ui.Host) {
		h.Write("o")
		h.Press(ui.KeyRight, 0)
		tab(t, h, "ask/0")
		h.Press(ui.KeyRight, 0)
	}},
	{"drawer", func(t *testing.T, h *ui.Host) {
		h.Press(ui.KeyEscape, 0)
		h.Write("d")
		h.Write("swiss")
		h.Press(ui.KeyA, ui.Ctrl)
		h.Write("boats")
		h.Press(ui.KeyA, ui.Ctrl)
	}},
	{"commit", func(t *testing.T, h *ui.Host) { h.Press(ui.KeyEscape, 0); h.Write("c") }},
	{"help", func(t *testing.T, h *ui.Host) { h.Press(ui.KeyEscape, 0); h.Press(ui.KeyF1, 0) }},
	{"menu", func(t *testing.T, h *ui.Host) { h.Press(ui.KeyEscape, 0); h.Press(ui.KeyEscape, 0) }},
}

func TestPictures(t *testing.T) {
	uitest.NeedDisplay(t)
	h := openSmall(t)
	for _, p := range pictures {
		p.do(t, h)
		uitest.Golden(t, p.name, h)
	}
	r := h.Scene().(*deskScene).r
	show := func(name string, s ui.Scene) { uitest.Golden(t, name, ui.NewHost(s, 1280, 800)) }
	a := &app{opts: options(engine.Washington, 3), c: r.C, scale: 1}
	show("cables", &cablesScene{a: a, r: r, cables: someCables, head: r.C.T("history.weeks"), history: []string{"Castro told a reporter that a door was ajar."}, passed: 2, desk: h.Scene().(*deskScene).v})
	end := ui.NewHost(&endingScene{a: a, r: r, v: someDebrief, curves: someCurves}, 1280, 800)
	uitest.Golden(t, "ending", end)
	for range 5 {
		end.Press(ui.KeyDown, 0)
	}
	uitest.Golden(t, "ending-charts", end)
	end.Press(ui.KeyEnd, 0)
	uitest.Golden(t, "ending-foretold", end)
}

// TestPicturesOfTheLaboratory: a turn, what could have been done, what one
// expects, the answer with its charts, the turning points, and the help.
func TestPicturesOfTheLaboratory(t *testing.T) {
	uitest.NeedDisplay(t)
	h := openSmall(t)
	enter(h, uitest.Click(t, h, "lab"))
	s := h.Scene().(*labScene)
	stop, decision := acted(t, s, engine.Washington)
	s.at = stop
	h.Touch()
	uitest.Golden(t, "lab-turn", h)
	uitest.Click(t, h, fmt.Sprintf("deed/%d", decision))
	uitest.Golden(t, "lab-instead", h)
	uitest.Click(t, h, "option/0")
	h.Write("40")
	uitest.Golden(t, "lab-expect", h)
	uitest.Click(t, h, "run")
	settle(t, h)
	uitest.Golden(t, "lab-answer", h)
	for range 18 {
		h.Press(ui.KeyDown, 0)
	}
	uitest.Golden(t, "lab-charts", h)
	uitest.Click(t, h, "days")
	h.Feed(ui.Event{Kind: ui.Choose, ID: "part", Index: 1})
	h.Feed(ui.Event{Kind: ui.Choose, ID: "guess", Index: 2})
	uitest.Click(t, h, "seek")
	s.seek.Wait()
	h.Feed(ui.Event{Kind: ui.Tick})
	uitest.Golden(t, "lab-turning", h)
	h.Press(ui.KeyF1, 0)
	uitest.Golden(t, "lab-help", h)
}

// titles are the first sheet in windows of several sizes, with eras chosen in
// several ways.
var titles = []struct {
	name        string
	w, h, scale float64
	do          func(t *testing.T, h *ui.Host)
}{
	{"title", 1280, 800, 1, func(*testing.T, *ui.Host) {}},
	{"title-options", 1280, 800, 1, func(t *testing.T, h *ui.Host) { uitest.Click(t, h, "options") }},
	{"title-era", 1280, 800, 1, func(t *testing.T, h *ui.Host) {
		tab(t, h, "years/0")
		h.Press(ui.KeyRight, 0)
		tab(t, h, "cut")
		h.Press(ui.KeyRight, 0)
	}},
	{"title-small", 960, 540, 1, func(t *testing.T, h *ui.Host) { uitest.Click(t, h, "era/2") }},
	{"title-large-type", 1280, 800, 2, func(t *testing.T, h *ui.Host) { uitest.Click(t, h, "years/1") }},
}

// TestPicturesOfTheTitle shows the eras that ship.
func TestPicturesOfTheTitle(t *testing.T) {
	uitest.NeedDisplay(t)
	for _, p := range titles {
		h := open(t, engine.Washington, 3, p.w, p.h, p.scale)
		p.do(t, h)
		uitest.Golden(t, p.name, h)
	}
}

// openSmall shows the title with the small scenario of tests.
func openSmall(t testing.TB) *ui.Host {
	t.Helper()
	first, err := First(Options{Seed: 3, Model: func(_, cut string) (*engine.Model, error) {
		m, problems := scenario.LoadFS(os.DirFS("../../engine/scenario/testdata"), "small", cut)
		return m, problems.Err()
	}})
	if err != nil {
		t.Fatal(err)
	}
	return ui.NewHost(first, 1280, 800)
}

// someCurves is a made-up series in all three hands.
var someCurves = []desk.Curve{
	{Title: "Soviet soldiers in Cuba", Unit: "men", Source: "Staff writers, “Ships at Havana”, a paper, October 1963",
		Yours: points(12000, 11000, 11000, 9500, 9000, 9000), Theirs: points(12000, 9500, 8000), Rebuilt: points(12000, 11500, 10500, 9000, 8000, 7000)},
	{Title: "Approval of the President", Unit: "in 100", Source: "A poll of three cities",
		Yours: points(58, 57, 60, 62, 55, 52), Theirs: points(58, 57, 56, 55, 56, 57), Rebuilt: points(58, 58, 59, 59, 58, 58)},
}

// points are values a week apart.
func points(values ...int64) (out []desk.CurvePoint) {
	for k, v := range values {
		out = append(out, desk.CurvePoint{Day: engine.Date(1963, 9, 2) + engine.Day(8*k), Value: v})
	}
	return out
}

// TestPictureOfAnAnswer shows a made-up offer that waits.
func TestPictureOfAnAnswer(t *testing.T) {
	uitest.NeedDisplay(t)
	h := openSmall(t)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	d := h.Scene().(*deskScene)
	d.open(&answerOver{v: someOffer, ways: []answerWay{
		{key: "window.answer.accept", text: "Accept: your standing falls by about 2 points."}, {key: "window.answer.refuse", text: "Refuse: nothing moves."},
		{key: "window.answer.counter", text: "Counter: your own terms go back by the same road."}, {key: "window.answer.wait", text: "Say nothing: it can wait until 4 October."}}})
	h.Touch()
	uitest.Golden(t, "answer", h)
}

var someOffer = desk.CardView{Title: "Answer Havana's offer on raids and sabotage, come by Howard.", Why: "It stands until 4 October.",
	Detail: []string{"Havana would let the kin of exiles fly out, if Washington laid up the boats.", "", "", "", ""}, Estimates: []string{"Gordon Chase would accept", "John McCone would refuse"}}

var someCables = []desk.Cable{
	{Day: engine.Date(1963, 9, 2), From: "The President", Text: "Attwood had half an hour with Lechuga in a corner at Miss Howard's.", Mine: true},
	{Day: engine.Date(1963, 9, 5), From: "The press", Text: "Havana radio: two aircraft put rockets on a block of flats in Santa Clara before dawn."},
	{Day: engine.Date(1963, 9, 7), From: "Havana", Text: "Havana accepts your offer on the form of contact. Because it gains on raids and sabotage."},
}

var someDebrief = desk.Debrief{Question: "Do Washington and Havana sit down together?", Title: "Words through third persons", Outcome: "Do Washington and Havana sit down together? Words through third persons.", History: "In history: Agenda, no meeting.",
	Price: "It cost you: the President's standing from 55 to 47.", Open: "Signed and not yet done: Havana will send Vallejo to New York or Mexico.",
	Ending: "They spoke through an ambassador from Guinea, a lady from ABC and a Frenchman with a notebook. No agenda came of it.", Score: "You came 48 of 100 of the way to the two things you wanted.",
	Goals:       []desk.GoalView{{Title: "Soldiers home", Text: "At most 2,500 Soviet soldiers left.", Share: 80, Parts: []string{"Soldiers down to 2,500: 60 of 100"}}, {Title: "Door open", Text: "Face to face.", Share: 16}},
	Checkpoints: []desk.Checkpoint{{What: "Soviet soldiers in Cuba", Date: "Sunday 29 December 1963", Yours: 6500, Theirs: 7000}, {What: "Approval of the President (Gallup)", Date: "Friday 15 November 1963", Yours: 47, Theirs: 58}},
	Turning: []desk.Turning{
		{Day: engine.Date(1963, 9, 23), Date: "Monday 23 September 1963", Cause: "Attwood met Lechuga, as if by chance, at Lisa Howard's party", Changes: []string{"Havana's trust of Washington up 6"}},
		{Day: engine.Date(1963, 9, 30), Date: "Monday 30 September 1963", Cause: "CIA commandos struck the coast", Changes: []string{"Tension in the Straits up 7", "Havana's trust of Washington down 4"}},
		{Day: engine.Date(1963, 10, 4), Date: "Friday 4 October 1963", Cause: "A hurricane drowned the harvest of the east", Changes: []string{"Hardship in Cuba up 14"}},
		{Day: engine.Date(1963, 10, 9), Date: "Wednesday 9 October 1963", Cause: "Three tons of arms were found on a beach in Venezuela", Changes: []string{"Tension in the Straits up 5"}},
	},
	Other: "Havana was: the wary brother. Its own brief said: “Talk, but give nothing that Moscow must learn from the newspapers.”", Reading: "That is how we read the real Havana of those months.",
	Unseen: []string{"12 October, unseen: An agent was handed a poisoned pen in Paris."}, Stoppers: []string{"CIA commandos strike the coast, 30 September. A written stand-down would have kept the boats at the pier."},
	Own: desk.Calibration{Foretold: []desk.ForetoldView{
		{Day: engine.Date(1963, 9, 2), What: "Raiders shell a sugar mill, by 8 September", Odds: 35, Decided: true, Came: true, Reason: "the night is dark and //nobody// in Miami reads orders, but the cutter of the Coast Guard lies off the key since Monday"},
		{Day: engine.Date(1963, 9, 9), What: "Havana accepts your offer on the thirty Americans, by Stadelhofer", Odds: 80, Decided: true},
		{Day: engine.Date(1963, 9, 16), What: "Havana answers frankly about the embargo, by Stadelhofer", Odds: 5, Reason: "the Swiss are slow"}},
		Scores: []string{"You: 2 forecasts decided, mean Brier score 0.53 (0 is best, 0.25 a coin's)."}, Few: "2 decided forecasts are too few to say how reliable you are; that takes 5."},
	Advisers: []string{"Gordon Chase, of the National Security Council: 3 settled, and mostly right (average miss 22 of 100)."}}
