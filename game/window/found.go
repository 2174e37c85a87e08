//go:build !headless

package window

import (
	"fmt"
	"runtime"

	"backchannel/engine"
	"backchannel/game/desk"
	"backchannel/game/lab"
	"backchannel/game/ui"
)

// spareCores is how many cores may play worlds while the window stays awake.
func spareCores() int { return max(1, runtime.GOMAXPROCS(0)-1) }

// foundScene is an answer of the laboratory as it grows.
type foundScene struct {
	s     *labScene
	at    int    // in the notebook
	text  string // what one reads scrolls by it: every answer begins at its top
	tried *lab.Tried
	found *lab.Found
	read  lab.Reading
	over  foundSheet
	note  string
}

// A foundSheet is what lies over an answer.
type foundSheet uint8

const (
	noSheet foundSheet = iota
	helpSheet
	stopSheet // whether the worlds that run shall be stopped
)

// newFound opens the answer to a question of the notebook.
func newFound(s *labScene, at int) (ui.Scene, ui.Command) {
	s.opened++
	f := &foundScene{s: s, at: at, tried: &s.v.Tried[at], text: fmt.Sprint("found/", s.opened)}
	cmd := f.look()
	cmd.Focus = f.text
	return f, cmd
}

// look reads how far the answer has come.
func (f *foundScene) look() ui.Command {
	over := f.tried.Run.Over()
	if now := f.tried.Run.Found(); now != nil && now != f.found {
		f.found, f.read = now, now.Read
	}
	if over {
		f.s.keep()
		if err := f.tried.Run.Err(); err != nil {
			f.note = f.s.a.t("labtext.theories_failed", "Why", err)
		}
		return ui.Command{}
	}
	return ui.Command{Wake: labWake}
}

// Update takes what the player does.
func (f *foundScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch {
		case e.Kind == ui.Resize:
			f.s.a.resized(e)
		case e.Kind == ui.Tick:
			return f, f.look()
		case isHelp(e):
			f.over = helpSheet
			return f, ui.Command{Focus: helpClose}
		case f.over != noSheet && (e.Kind == ui.Dismiss || e.Kind == ui.Activate && (e.ID == helpClose || e.ID == "stay")):
			f.over = noSheet
			return f, ui.Command{Focus: f.text}
		case e.Kind == ui.Activate:
			return f.press(e.ID)
		case e.Kind == ui.KeyIn && e.Key == ui.KeyEscape:
			return f.press("days")
		}
	}
	return f, ui.Command{}
}

func (f *foundScene) press(id string) (ui.Scene, ui.Command) {
	switch id {
	case "enough":
		f.tried.Run.Stop()
		return f, ui.Command{Wake: labWake, Focus: f.text}
	case "all":
		return f.again()
	case "on":
		return f.playOn()
	case "days":
		if !f.tried.Run.Over() {
			f.over = stopSheet
			return f, ui.Command{Focus: "stay"}
		}
		return f.back()
	case "stop":
		return f.back()
	}
	return f, ui.Command{}
}

// back goes to where the answer was opened; what still runs is stopped.
func (f *foundScene) back() (ui.Scene, ui.Command) {
	f.tried.Run.Stop()
	return f.s, f.s.again()
}

// again asks once more what was stopped, with what was expected of it; the new
// answer takes the old one's place in the notebook.
func (f *foundScene) again() (ui.Scene, ui.Command) {
	s, t := f.s, *f.tried
	if why := s.ask(t.Decision, t.Move, t.Expected); why != engine.Legal {
		f.note = s.a.t("labtext.not_legal")
		return f, ui.Command{}
	}
	last := len(s.v.Tried) - 1
	s.v.Tried[f.at] = s.v.Tried[last]
	s.v.Tried = s.v.Tried[:last]
	return newFound(s, f.at)
}

// playOn puts the play-through on the desk as it was when the decision was to be
// made, with the alternative planned.
func (f *foundScene) playOn() (ui.Scene, ui.Command) {
	s, a := f.s, f.s.a
	g, err := s.v.Branch(s.g, f.tried.Decision, max(a.opts.Seed, 1), a.opts.EveryTurn)
	if err != nil {
		f.note = a.t("labtext.branch_failed", "Why", err)
		return f, ui.Command{}
	}
	f.tried.Run.Stop()
	r := a.reader(g)
	note := ""
	for _, c := range s.v.Plan(f.tried.Decision, f.tried.Move) {
		if why := g.Plan(c); why != engine.Legal {
			note = a.t("turn.refused", "Why", r.WhyNot(why, &c))
		}
	}
	a.lab, a.begun = s, g
	scene := newDesk(a, r)
	scene.note = note
	return scene, ui.Command{Focus: "commit"}
}

// View shows the answer: the sentence first, what it rests on last.
func (f *foundScene) View(c *ui.Context) ui.Node {
	t := f.s.a.t
	head := ui.Column{Gap: ui.Tight, Children: []ui.Node{fine(f.s.subject()), said(t("window.lab.this"), f.tried.Text), said(t("window.lab.instead_of"), f.s.v.Deed(f.tried.Decision).Text)}}
	if line := f.s.standing(f.tried); line != "" {
		head.Children = append(head.Children, warning(line))
	} else {
		_, all := f.tried.Run.Done()
		head.Children = append(head.Children, book(t("window.lab.complete", "All", desk.Thousands(all))))
	}
	body := ui.Column{Gap: ui.Roomy, Children: []ui.Node{ui.Rule{Double: true}}}
	if f.found == nil {
		body.Children = append(body.Children, book(t("window.lab.waiting")))
	} else {
		body.Children = append(body.Children, f.answer(c)...)
	}
	sheet := ui.Paper{Holes: true, Stamp: t("window.lab.stamp"), Head: head, Child: body}
	out := ui.Layers{reading(f.text, t("lab.read.head_answer"), sheet, f.foot())}
	switch f.over {
	case helpSheet:
		out = append(out, f.s.a.labHelp())
	case stopSheet:
		out = append(out, stopping(f.s.a, t("window.lab.stop_run"), f.backText()))
	}
	return out
}

// warning is a line in red pencil.
func warning(s string) ui.Text {
	return ui.Text{Spans: []ui.Span{{Text: s, Bold: true}}, Family: ui.Book, Colour: ui.RedPencil}
}

// stopping asks whether what runs shall be stopped.
func stopping(a *app, text, stop string) ui.Node {
	return ui.Modal{ID: "stop-sheet", Title: a.t("window.lab.stop_head"), Child: book(text), Foot: buttons(
		ui.Button{ID: "stay", Text: a.t("window.lab.stay"), Kind: ui.Primary, Key: "Esc"}, ui.Button{ID: "stop", Text: a.t("window.lab.stop_go", "Back", stop)})}
}

// standing says of an answer that is not complete on how many worlds it stands,
// "" of one that is.
func (s *labScene) standing(tried *lab.Tried) string {
	done, all := tried.Run.Done()
	switch {
	case !tried.Run.Over():
		return s.a.t("window.lab.provisional")
	case tried.Run.Cut():
		return s.a.t("window.lab.stopped", "Done", desk.Thousands(done), "All", desk.Thousands(all))
	}
	return ""
}

// backText says where one goes back to.
func (f *foundScene) backText() string { return f.s.a.t(backKeys[f.s.tab]) }

// backKeys are the words for the way back to each part of the laboratory.
var backKeys = [...]string{"window.lab.back", "window.lab.back_turning", "window.lab.back_notebook"}

// foot is how far the worlds have come, and what can be done; each thing keeps
// its place.
func (f *foundScene) foot() ui.Node {
	t := f.s.a.t
	run := f.tried.Run
	enough, all := ui.Button{ID: "enough", Text: t("window.lab.enough")}, ui.Button{ID: "all", Text: t("window.lab.run_all")}
	days := ui.Button{ID: "days", Text: f.backText(), Key: "Esc"}
	switch {
	case !run.Over():
		enough.Kind, all.Disabled = ui.Primary, t("window.lab.all_runs")
	case run.Cut():
		days.Kind, enough.Disabled = ui.Primary, t("window.lab.enough_stopped")
	default:
		days.Kind, enough.Disabled, all.Disabled = ui.Primary, t("window.lab.enough_done"), t("window.lab.enough_done")
	}
	out := column()
	if f.note != "" {
		out.Children = append(out.Children, warning(f.note))
	}
	out.Children = append(out.Children, f.progress(), buttons(enough, all, ui.Button{ID: "on", Text: t("window.lab.play_on"), Tip: t("window.lab.play_on_tip")}, days))
	return ui.Paper{Snug: true, Child: out}
}

// progress says what runs and how far it has come.
func (f *foundScene) progress() ui.Node {
	run := f.tried.Run
	done, all := run.Done()
	stage, versions := run.Stage()
	key := stageKeys[stage]
	switch {
	case run.Cut():
		key = "window.lab.progress_stopped"
	case run.Over():
		key = "window.lab.progress_done"
	}
	return ui.Progress{Text: f.s.a.t(key, "Count", versions, "Done", desk.Thousands(done), "All", desk.Thousands(all)), Share: float64(done) / float64(max(all, 1))}
}

// stageKeys are the words for what a run is busy with.
var stageKeys = map[lab.Stage]string{lab.StageRead: "window.lab.stage_read", lab.StageItself: "window.lab.stage_itself",
	lab.StageManners: "window.lab.stage_manners", lab.StageVersions: "window.lab.stage_versions"}

// answer is the answer in words and charts.
func (f *foundScene) answer(c *ui.Context) []ui.Node {
	t := f.s.a.t
	first := ui.Column{Gap: ui.Snug, Children: []ui.Node{ui.Text{Spans: []ui.Span{{Text: f.read.Answer[0], Bold: true}}, Family: ui.Book, Size: ui.Lead}}}
	for _, line := range f.read.Answer[1:] {
		first.Children = append(first.Children, book(line))
	}
	second := column()
	for _, line := range f.read.Expected {
		second.Children = append(second.Children, book(line))
	}
	out := []ui.Node{ui.Row{Gap: ui.Broad, Stack: stackBelow, Children: []ui.Node{ui.Grow(1.5, first), ui.Grow(1, ui.Column{Children: []ui.Node{ui.Paper{Snug: true, Ground: ui.Index, Head: label(t("window.lab.you_said")), Child: second}}})}}}
	out = append(out, f.shares(c))
	if len(f.found.Fans) > 0 {
		out = append(out, f.part("head.lab_fans", f.fans()))
	}
	return append(out, f.part("lab.read.head_parting", lines(f.read.Parting)), f.part("lab.read.head_rests", lines(f.read.Rests)))
}

func (f *foundScene) part(key string, child ui.Node) ui.Node { return part(f.s.a, key, child) }

func lines(all []string) ui.Node {
	out := column()
	for _, l := range all {
		out.Children = append(out.Children, book(l))
	}
	return out
}
