package textplay

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/schollz/progressbar/v3"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/lab"
)

// labWorlds is how many worlds the laboratory plays under each version of the
// theory; searchWorlds how many under each alternative, where all are tried.
const (
	labWorlds    = 100
	searchWorlds = 10
)

// laboratory walks through a play-through that is over and asks what if.
type laboratory struct {
	*session
	v     *lab.Visit
	found *lab.Ranking // the turning points, once they were looked for
}

// visit is the laboratory on a play-through, until one leaves it.
func (s *session) visit(p *abduct.Past) error {
	l := laboratory{session: s, v: lab.NewVisit(p, s.c)}
	s.head("head.lab")
	if s.opts.Recall != nil {
		if err := s.opts.Recall(l.game(), l.v); err != nil {
			s.say("labtext.not_recalled", "Why", err)
		}
	}
	s.say("labtext.hello", "Title", p.M.Title, "Cut", p.M.Cut.Title, "Outcome", l.v.Outcome(), "Count", len(p.Decisions))
	l.overview()
	for {
		s.say("labtext.ask")
		line, err := s.ask()
		if err != nil {
			return err
		}
		switch n, wrong := strconv.Atoi(line); {
		case wrong == nil && n >= 1 && n <= len(l.v.Stops):
			if err := l.stops(n - 1); err != nil {
				return err
			}
			l.overview()
		case line == "t":
			err = l.turning()
		case line == "?":
			l.say("labtext.help")
		case line == "n":
			err = l.notebook()
		case line == "e":
			return nil
		case line == "" || line == "l":
			l.overview()
		default:
			s.say("labtext.unknown", "Input", line, "Last", len(l.v.Stops))
		}
		if err != nil {
			return err
		}
	}
}

// overview is all stops, a line each.
func (l *laboratory) overview() {
	l.gap()
	for k := range l.v.Stops {
		st := &l.v.Stops[k]
		var parts []string
		for side := engine.Washington; side <= engine.Havana; side++ {
			if text := l.gist(st, side); text != "" {
				parts = append(parts, text)
			}
		}
		if len(st.Came) > 0 {
			parts = append(parts, strings.Join(st.Came, "; ")+".")
		}
		if len(parts) == 0 {
			parts = append(parts, l.c.T("labtext.quiet"))
		}
		l.item(5, l.c.T("labtext.stop", "N", k+1, "Title", st.Title, "Text", strings.Join(parts, " ")))
	}
	l.gap()
}

// gist is the first thing that a side did at a stop, and how many more.
func (l *laboratory) gist(st *lab.Stop, side engine.Side) string {
	first, more := "", 0
	for k := range st.Deeds {
		d := &st.Deeds[k]
		switch {
		case d.Side != side || d.Nothing:
		case first == "":
			first = l.c.T("labtext.gist", "Who", d.Who, "Text", d.Text)
		default:
			more++
		}
	}
	if more > 0 {
		first += " " + l.c.T("labtext.gist_more", "Count", more)
	}
	return first
}

// stops walks from stop to stop.
func (l *laboratory) stops(at int) error {
	for shown := -1; ; {
		st := &l.v.Stops[at]
		if shown != at {
			l.stop(st)
			shown = at
		}
		l.say("labtext.stop_ask")
		line, err := l.ask()
		if err != nil {
			return err
		}
		switch n, wrong := strconv.Atoi(line); {
		case wrong == nil && n >= 1 && n <= len(st.Deeds):
			if err := l.deed(&st.Deeds[n-1]); err != nil {
				return err
			}
			shown = -1
		case line == "?":
			l.say("labtext.help")
		case line == "n":
			if err := l.notebook(); err != nil {
				return err
			}
		case line == "":
			if at++; at == len(l.v.Stops) {
				return nil
			}
		case line == "p":
			at = max(at-1, 0)
		case line == "l" || line == "e":
			return nil
		default:
			l.say("labtext.stop_unknown", "Input", line, "Last", len(st.Deeds))
		}
	}
}

// stop is one turn with all that was decided in it.
func (l *laboratory) stop(st *lab.Stop) {
	l.heading(st.Title)
	for _, t := range st.Told {
		l.para(0, t)
		l.gap()
	}
	for _, t := range st.Came {
		l.item(2, t+".")
	}
	for k := range st.Deeds {
		d := &st.Deeds[k]
		l.item(4, l.c.T("labtext.deed", "N", k+1, "Who", d.Who, "Text", d.Text))
		if d.Told != "" && len(st.Told) == 0 {
			l.para(4, d.Told)
		}
	}
	l.gap()
}

// mostOptions is how many alternatives are shown at once.
const mostOptions = 9

// deed offers what could have been done instead of one thing.
func (l *laboratory) deed(d *lab.Deed) error {
	all, odds := l.v.Options(d.Decision)
	l.head("head.lab_instead", "Who", d.Who)
	l.para(0, d.Text)
	if odds >= 0 {
		l.say("labtext.done_odds", "N", odds)
	}
	if d.Told != "" {
		l.para(2, d.Told)
		l.para(2, l.c.T("end.source_line", "Source", d.Source))
	}
	if len(all) == 0 {
		l.say("labtext.no_options")
	}
	l.options(all, 0)
	shown := min(len(all), mostOptions)
	for {
		key := "labtext.option_ask"
		if shown < len(all) {
			key = "labtext.option_ask_more"
		}
		l.say(key, "Count", len(all)-shown)
		l.say("labtext.option_own")
		line, err := l.ask()
		if err != nil {
			return err
		}
		switch n, wrong := strconv.Atoi(line); {
		case wrong == nil && n >= 1 && n <= len(all):
			if err := l.expect(d, &all[n-1]); err != nil {
				return err
			}
			l.gap()
		case line == "?":
			l.say("labtext.help")
		case line == "o":
			if err := l.own(d); err != nil {
				return err
			}
		case line == "m" && shown < len(all):
			l.options(all, shown)
			shown = len(all)
		case line == "" || line == "l" || line == "e":
			return nil
		default:
			l.say("labtext.unknown", "Input", line, "Last", len(all))
		}
	}
}

// own lets one write an offer of one's own, and tries it.
func (l *laboratory) own(d *lab.Deed) error {
	own, then := l.r, l.v.Desk(d.Decision)
	k := l.v.Compose(d.Decision, then)
	if k == nil {
		l.say("labtext.own_not")
		return nil
	}
	l.r = then // the offer is written at the desk of that day
	written, err := l.draw(k, "head.compose")
	l.r = own
	if err != nil || !written {
		return err
	}
	return l.expect(d, &lab.Option{Choice: k.Choice(), Text: then.ChoiceText(k.Choice()), Odds: -1})
}

func (l *laboratory) options(all []lab.Option, from int) {
	l.gap()
	to := len(all)
	if from == 0 {
		to = min(to, mostOptions)
	}
	for k := from; k < to; k++ {
		o := &all[k]
		text := l.c.T("labtext.option", "N", k+1, "Text", o.Text)
		if o.Odds > 0 {
			text += " " + l.c.T("labtext.odds", "N", o.Odds)
		}
		l.item(4, text)
		if o.Documented {
			l.para(4, l.c.T("lab.documented", "Considered", o.Considered))
		}
	}
	l.gap()
}

// expect asks what one expects, then plays the worlds.
func (l *laboratory) expect(d *lab.Deed, o *lab.Option) error {
	l.head("head.lab_expect")
	l.say("labtext.expect", "Outcome", l.v.Outcome(), "Move", o.Text)
	var e lab.Expectation
	for {
		line, err := l.ask()
		if err != nil {
			return err
		}
		switch line {
		case "":
			return nil
		case "e":
			l.endings()
			continue
		}
		n, ok := percent([]string{strings.ReplaceAll(line, " ", "")})
		if ok && n >= 0 {
			e.Still = int(n)
			break
		}
		l.say("labtext.expect_wrong")
	}
	l.say("labtext.why")
	why, err := l.ask()
	if err != nil {
		return err
	}
	e.Why = oneLine(why)
	r, no := l.v.Ask(d.Decision, o.Choice, e, l.theories(), lab.Options{Worlds: labWorlds})
	if no != engine.Legal {
		l.say("labtext.not_legal")
		return nil
	}
	l.wait(r)
	if err := r.Err(); err != nil {
		l.say("labtext.theories_failed", "Why", err)
	}
	if f := r.Found(); f != nil {
		l.answer(f)
		l.keep()
	}
	return l.after(r, d, o)
}

// after is what can be done with an answer.
func (l *laboratory) after(r *lab.Run, d *lab.Deed, o *lab.Option) error {
	for {
		by, err := l.oneOf("labtext.play_on", "fb")
		switch {
		case err != nil || by == 0:
			return err
		case by == 'b':
			return l.playOn(d, o)
		}
		if f := r.Found(); f != nil {
			l.figures(f)
		}
	}
}

// endings explains how a play-through can end.
func (l *laboratory) endings() {
	for _, e := range l.v.Endings() {
		l.strong(0, e.Title)
		if e.Text != "" {
			l.para(2, e.Text)
		}
	}
	l.gap()
	l.say("labtext.expect_again")
}

// game is the game that is looked at, nil for the record.
func (l *laboratory) game() *play.Game {
	if l.v.Past.Record {
		return nil
	}
	return l.g
}

// keep keeps the notebook, and says where when that is first known.
func (l *laboratory) keep() {
	if l.opts.Notes == nil {
		return
	}
	path, err := l.opts.Notes(l.game(), l.v.Notebook())
	switch {
	case err != nil:
		l.say("labtext.not_kept", "Why", err)
	case len(l.v.Tried) == 1:
		l.gap()
		l.say("labtext.kept", "Path", path)
	}
}

// playOn puts the play-through on the desk as it was when a decision was to be
// made, with the alternative planned: a branch, marked as such.
func (l *laboratory) playOn(d *lab.Deed, o *lab.Option) error {
	seed := l.opts.Seed
	if !l.opts.Seeded {
		seed = anySeed()
	}
	g, err := l.v.Branch(l.g, d.Decision, seed, l.opts.NoQuiet)
	if err != nil {
		l.say("labtext.branch_failed", "Why", err)
		return nil
	}
	l.open(g)
	for _, c := range l.v.Plan(d.Decision, o.Choice) {
		if why := g.Plan(c); why != engine.Legal {
			l.say("turn.refused", "Why", l.r.WhyNot(why, &c))
		}
	}
	l.say("labtext.branched")
	if l.opts.Begun != nil {
		if err := l.opts.Begun(g); err != nil {
			return err
		}
	}
	return errBranch
}

// theories loads the versions of the theory, nil for none beside the own.
func (l *laboratory) theories() func() ([]lab.Version, error) {
	if l.opts.Theories == nil {
		return nil
	}
	return func() ([]lab.Version, error) { return l.opts.Theories(l.m) }
}

// oneLine is what was written, without what a terminal might take as a command.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, s)
	if r := []rune(s); len(r) > lab.MostWhy {
		s = string(r[:lab.MostWhy])
	}
	return s
}

// work is something that goes on in the background.
type work interface {
	Over() bool
	Done() (done, all int64)
	Stop()
	Wait()
}

// wait shows how far work has come, on a terminal, until it is over or is
// stopped with Ctrl-C.
func (l *laboratory) wait(w work) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var bar *progressbar.ProgressBar
	if !l.in.echo {
		l.say("labtext.running")
		bar = progressbar.NewOptions(1, progressbar.OptionSetWriter(l.out), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	}
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for !w.Over() {
		select {
		case <-ctx.Done():
			w.Stop()
			w.Wait()
		case <-tick.C:
			if done, all := w.Done(); bar != nil {
				bar.ChangeMax64(all)
				bar.Set64(min(done, all-1))
			}
		}
	}
	if bar != nil {
		bar.Clear()
	}
	if ctx.Err() != nil {
		l.say("labtext.stopped")
	}
}

// answer reads an answer: what it says, and why.
func (l *laboratory) answer(f *lab.Found) {
	t := &f.Read
	l.head("lab.read.head_answer")
	for k, line := range t.Answer {
		if k == 0 {
			l.strong(0, line)
			continue
		}
		l.para(0, line)
	}
	if s := f.Stopped; s != nil {
		l.say("window.lab.stopped", "Done", desk.Thousands(s.Done), "All", desk.Thousands(s.All))
	}
	for _, line := range t.Expected {
		l.gap()
		l.para(0, line)
	}
	l.shares(t)
	l.list("lab.read.head_parting", t.Parting)
	l.gap()
}

// figures are all that an answer has beside: both kinds of luck in words, the
// meters, and what it rests on.
func (l *laboratory) figures(f *lab.Found) {
	l.list("lab.read.head_same", f.Read.Same)
	l.list("lab.read.head_fresh", f.Read.Fresh)
	l.fans(f)
	l.list("lab.read.head_rests", f.Read.Rests)
	l.gap()
}

// shares are the endings of 100 worlds under both kinds of luck, side by side.
func (l *laboratory) shares(t *lab.Reading) {
	l.head("head.lab_shares")
	for k := range t.Shares {
		s := &t.Shares[k]
		title := s.Title
		if s.Happened {
			title = l.c.T("labtext.happened", "Title", title)
		}
		l.plain(title)
		for _, row := range []struct {
			key  string
			n    int
			mark rune
		}{{"labtext.row_same", s.Same, '█'}, {"labtext.row_fresh", s.Fresh, '▓'}, {"labtext.row_then", s.Then, '░'}} {
			l.plain(l.c.T(row.key, "Bar", strings.Repeat(string(row.mark), (row.n+1)/2), "N", row.n))
		}
	}
	l.gap()
	l.say("labtext.shares_note")
}

// mostFans is how many meters are drawn.
const mostFans = 3

// fans are the meters that move most, in a table of a few days.
func (l *laboratory) fans(f *lab.Found) {
	if len(f.Fans) == 0 {
		return
	}
	l.head("head.lab_fans")
	l.say("labtext.fans_note")
	for k := range f.Fans[:min(len(f.Fans), mostFans)] {
		l.fan(&f.Fans[k])
	}
}

// mostDates is how many days a table of a meter has.
const mostDates = 6

// fan is one meter day by day.
func (l *laboratory) fan(f *lab.Fan) {
	l.gap()
	l.plain(f.Title)
	step := (len(f.Middle) + mostDates - 1) / mostDates
	head, was, history, low, middle, high := "", "", "", "", "", ""
	for k := len(f.Middle) - 1; k >= 0; k -= step {
		day := f.Middle[k].Day
		head = l.column(l.shortest(day)) + head
		was = l.column(lab.At(f.Was, day)) + was
		history = l.column(lab.At(f.History, day)) + history
		low, middle, high = l.column(f.Low[k].Value)+low, l.column(f.Middle[k].Value)+middle, l.column(f.High[k].Value)+high
	}
	l.plain(l.c.T("labtext.fan_row", "Row", head))
	l.plain(l.c.T("labtext.fan_was", "Row", was))
	if f.History != nil {
		l.plain(l.c.T("labtext.fan_history", "Row", history))
	}
	l.plain(l.c.T("labtext.fan_high", "Row", high))
	l.plain(l.c.T("labtext.fan_middle", "Row", middle))
	l.plain(l.c.T("labtext.fan_low", "Row", low))
}

// column is a cell of a table.
func (l *laboratory) column(v any) string { return fmt.Sprintf("%9v", v) }

// shortest is a date as it fits over a column: "12 May", "30 Dec".
func (l *laboratory) shortest(day engine.Day) string {
	date, month, _ := strings.Cut(l.v.Reader().Short(day), " ")
	if letters := []rune(month); len(letters) > 4 {
		month = string(letters[:3])
	}
	return date + " " + month
}

// turning looks for the turning points, after asking where one expects them.
func (l *laboratory) turning() error {
	if l.found == nil {
		l.head("head.lab_turning")
		l.say("labtext.turning_expect", "Last", len(l.v.Stops))
		guess, err := l.number(1, len(l.v.Stops), true)
		if err != nil {
			return err
		}
		w := l.v.Search(lab.Options{Worlds: searchWorlds})
		l.wait(w)
		if l.found = w.Found(); l.found == nil {
			return nil
		}
		l.guessed(guess - 1)
	}
	l.points()
	return l.pick()
}

// guessed holds the stop that one expected against what was found.
func (l *laboratory) guessed(stop int) {
	if stop < 0 {
		return
	}
	for k := range l.found.Points {
		if l.found.Points[k].Stop.Day == l.v.Stops[stop].Day {
			l.say("labtext.turning_guess", "Title", l.v.Stops[stop].Title, "Rank", k+1, "Of", len(l.found.Points))
			return
		}
	}
	l.say("labtext.turning_nothing", "Title", l.v.Stops[stop].Title)
}

// points are the turning points, on a line of time and in words.
func (l *laboratory) points() {
	shown := l.found.Points[:min(lab.MostNamed, len(l.found.Points))]
	l.head("head.lab_turning")
	l.say("labtext.turning_note", "Outcome", l.v.Outcome(), "Count", l.found.Worlds)
	first, last := l.v.Past.M.Cut.First, l.v.Past.M.Cut.Last
	marks := []rune(strings.Repeat("·", width-20))
	for k := len(shown) - 1; k >= 0; k-- {
		at := int(shown[k].Stop.Day-first) * (len(marks) - 1) / max(1, int(last-first))
		marks[at] = rune('1' + k)
	}
	l.plain(l.c.T("labtext.line", "First", l.shortest(first), "Line", string(marks), "Last", l.shortest(last)))
	for k := range shown {
		p := &shown[k]
		l.gap()
		l.item(3, l.c.T("labtext.point", "N", k+1, "Title", p.Stop.Title, "Who", p.Deed.Who, "Text", p.Deed.Text, "Weight", int(100*p.Leverage+0.5)))
		for _, o := range p.Options {
			l.para(3, l.c.T("lab.turning_move", "Move", o.Text, "Averted", o.Averted, "Worlds", o.Worlds, "Outcome", o.Outcome, "Then", o.Then, "Now", o.Now))
		}
	}
	l.gap()
}

// pick opens a turning point.
func (l *laboratory) pick() error {
	l.say("labtext.turning_ask")
	n, err := l.number(1, min(lab.MostNamed, len(l.found.Points)), true)
	if err != nil || n == 0 {
		return err
	}
	return l.deed(l.found.Points[n-1].Deed)
}

// notebook is what was asked so far, and what came of it; a number opens an answer
// again.
func (l *laboratory) notebook() error {
	if len(l.v.Tried) == 0 {
		l.say("labtext.notebook_empty")
		return nil
	}
	l.head("head.lab_notebook")
	for k := range l.v.Tried {
		t := &l.v.Tried[k]
		f := t.Run.Found()
		if f == nil {
			continue
		}
		d := l.v.Deed(t.Decision)
		l.item(3, l.c.T("labtext.note", "N", k+1, "Title", l.v.Stop(t.Decision).Title, "Who", d.Who, "Move", t.Text, "Done", d.Text,
			"Outcome", l.v.Outcome(), "Still", f.Still(), "Said", t.Expected.Still))
		if t.Expected.Why != "" {
			l.para(3, l.c.T("lab.read.expected_why", "Why", t.Expected.Why))
		}
	}
	l.gap()
	l.say("labtext.notebook_ask")
	n, err := l.number(1, len(l.v.Tried), true)
	if err != nil || n == 0 {
		return err
	}
	t := &l.v.Tried[n-1]
	f := t.Run.Found()
	if f == nil {
		return nil
	}
	l.answer(f)
	return l.after(t.Run, l.v.Deed(t.Decision), &lab.Option{Choice: t.Move, Text: t.Text})
}
