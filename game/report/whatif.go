package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"backchannel/engine"
	"backchannel/game/desk"
	"backchannel/game/lab"
)

// Tried is one result of the verb whatif: a move of the play held against
// another. Shares are of worlds, 0–1.
type Tried struct {
	On, Side, Move, Instead string
	Done                    string
	Leverage                *float64
	Worlds, Theories        int
	Expected                *struct {
		Still int
		Why   string
	} // before one looked; nil where nobody was asked
	Depends          bool               `json:"depends_on_what_came_next"`
	ThisWorld        map[string]float64 `json:"this_world"`
	SameLuck         map[string]float64 `json:"same_luck"`
	FreshLuck        map[string]float64 `json:"fresh_luck"`
	FreshInstead     map[string]float64 `json:"fresh_luck_instead"`
	Averted          map[string]share
	WouldHaveBrought map[string]share `json:"would_have_brought"`
	Needed, Enough   map[string]share
	Parting          json.RawMessage
	Reading          *lab.Reading // in words, of what was asked in the laboratory
}

// share is an answer in figures; nil where it is not defined.
type share struct {
	Value, Low, High *float64
	BoundLow         *float64 `json:"bound_low"`
	BoundHigh        *float64 `json:"bound_high"`
	Fragile          bool
}

// nothing says whether an answer is 0 under every theory.
func (s share) nothing() bool {
	return s.Value != nil && *s.Value == 0 && (s.High == nil || *s.High == 0)
}

// mostTried is how many turning points of a ranking are shown.
const mostTried = 5

// ReadTried reads a file of the verb whatif's JSON: one result, a ranking of
// many, or an array of results. It must be of the play's scenario and cut.
func ReadTried(name string, data []byte, p *Play) ([]Tried, error) {
	type result struct {
		Scenario, Cut string
		Tried
		Alternatives []Tried
	}
	var all []result
	err := json.Unmarshal(data, &all)
	if err != nil {
		var one result
		if err = json.Unmarshal(data, &one); err != nil {
			return nil, fmt.Errorf("%s: not a result of whatif --json: %w", name, err)
		}
		all = []result{one}
	}
	var out []Tried
	for _, r := range all {
		if r.Scenario != "" && r.Scenario != p.Model.ID || r.Cut != "" && r.Cut != p.Model.Cut.ID {
			return nil, fmt.Errorf("%s: it is of %s, %s; %s is of %s, %s", name, r.Scenario, r.Cut, p.Name, p.Model.ID, p.Model.Cut.ID)
		}
		if r.Alternatives == nil {
			r.Alternatives = []Tried{r.Tried}
		}
		out = append(out, ranked(r.Alternatives)...)
	}
	for _, t := range out {
		if _, err := engine.ParseDay(t.On); err != nil || len(t.SameLuck)+len(t.FreshLuck) == 0 {
			return nil, fmt.Errorf("%s: not a result of whatif --json: it lacks on, same_luck or fresh_luck", name)
		}
		if !p.did(&t) {
			return nil, fmt.Errorf("%s: it is of another play: on %s %s did not %q", name, t.On, t.Side, t.Done)
		}
	}
	return out, nil
}

// did says whether this play's side did what a result says was done; of an
// answer or of older files nothing can be said.
func (p *Play) did(t *Tried) bool {
	if t.Done == "" || strings.HasPrefix(t.Done, "answer") || strings.HasPrefix(t.Done, "promise") {
		return true
	}
	for k := range p.File.Turns {
		turn := &p.File.Turns[k]
		if turn.Day == t.On {
			return slices.Contains(turn.Washington, t.Done) && t.Side == "washington" || slices.Contains(turn.Havana, t.Done) && t.Side == "havana"
		}
	}
	return false
}

// whatIf is what was tried in the laboratory.
func (p *Play) whatIf(tried []Tried) []block {
	if len(tried) == 0 {
		return nil
	}
	out := []block{note(p.say("report.whatif_note"))}
	for _, t := range tried {
		day, _ := engine.ParseDay(t.On)
		out = append(out, block{Heading: p.say("report.whatif_head", "Date", p.r.Day(day), "Move", p.moveText(t.Side, t.Move), "Instead", p.moveText(t.Side, t.Instead))})
		if t.Reading != nil {
			out = append(out, p.read(&t)...)
			continue
		}
		out = append(out, texts(p.standsOn(&t))...)
		if t.Expected != nil {
			out = append(out, text(p.expected(&t)))
		}
		out = append(out, block{Table: p.shares(&t)})
		if a := p.verdicts(&t); len(a.Rows) > 0 {
			out = append(out, block{Table: a})
		}
		if s := p.parting(t.Parting); s != "" {
			out = append(out, text(s))
		}
	}
	return out
}

// read is an answer of the laboratory as it was read there.
func (p *Play) read(t *Tried) []block {
	r := t.Reading
	var out []block
	for k, line := range r.Answer {
		if k == 0 {
			out = append(out, block{Lead: line})
			continue
		}
		out = append(out, text(line))
	}
	out = append(out, texts(r.Expected...)...)
	out = append(out, block{Table: p.shares(t)})
	for _, part := range []struct {
		key   string
		lines []string
	}{{"lab.read.head_same", r.Same}, {"lab.read.head_fresh", r.Fresh}, {"lab.read.head_parting", r.Parting}, {"lab.read.head_rests", r.Rests}} {
		if len(part.lines) > 0 {
			out = append(out, note(p.say(part.key)))
			out = append(out, texts(part.lines...)...)
		}
	}
	return out
}

// expected is what was expected beside what was found.
func (p *Play) expected(t *Tried) string {
	s := p.say("report.expected", "Said", t.Expected.Still, "N", percent(t.SameLuck[p.Model.Headline.Outcomes[p.outcome()].ID]), "Outcome", p.Model.Headline.Outcomes[p.outcome()].Title)
	if t.Expected.Why != "" {
		s += " " + p.say("lab.read.expected_why", "Why", t.Expected.Why)
	}
	return s
}

// standsOn says on how many worlds an answer stands, and on what else.
func (p *Play) standsOn(t *Tried) string {
	var out []string
	if t.Leverage != nil {
		out = append(out, p.say("report.leverage", "N", percent(*t.Leverage)))
	}
	if t.Worlds > 0 {
		out = append(out, p.say("report.stands_on", "Worlds", desk.Thousands(int64(t.Worlds)), "Count", max(t.Theories, 1)))
	}
	if t.Depends {
		out = append(out, p.say("report.depends"))
	}
	return strings.Join(out, " ")
}

// moveText is a move in words, or as the file writes it.
func (p *Play) moveText(side, move string) string {
	s := engine.Washington
	if side == engine.Havana.String() {
		s = engine.Havana
	}
	c, _, err := engine.ParseChoice(p.Model, s, move)
	switch {
	case move == "":
		return p.say("report.as_done")
	case err != nil:
		return move
	case s != p.side() && c.Kind == engine.Offer:
		return p.say("card.offer", "By", p.r.By(c.Channel), "Sentence", p.r.Sentence(&c.Package, s))
	case s != p.side() && c.Kind == engine.Probe:
		return p.say("report.question", "Issue", p.r.Issue(c.Issue), "By", p.r.By(c.Channel))
	case s != p.side() && (c.Kind == engine.Answer || c.Kind == engine.Promise):
		return p.say("report.answer", "Answer", strings.Fields(p.say("report.answers"))[c.Answer])
	}
	return p.r.ChoiceText(c)
}

// shares are the outcomes of the headline under each kind of luck.
func (p *Play) shares(t *Tried) *table {
	columns := []struct {
		head   string
		shares map[string]float64
	}{{p.say("report.this_world"), t.ThisWorld}, {p.say("report.same_luck"), t.SameLuck}, {p.say("report.fresh_luck"), t.FreshLuck}, {p.say("report.fresh_instead"), t.FreshInstead}}
	out := &table{Caption: p.say("report.shares_caption"), Head: []string{p.say("report.outcome")}}
	for _, c := range columns {
		if len(c.shares) > 0 {
			out.Head = append(out.Head, c.head)
		}
	}
	for k := range p.Model.Headline.Outcomes {
		o := &p.Model.Headline.Outcomes[k]
		row := []string{p.outcomeText(k)}
		for _, c := range columns {
			if len(c.shares) > 0 {
				row = append(row, percent(c.shares[o.ID]))
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// outcomeText is an outcome's title, with a word where it is the play's or history's.
func (p *Play) outcomeText(k int) string {
	s := p.Model.Headline.Outcomes[k].Title
	if k == p.outcome() {
		s += " " + p.say("report.mark_yours")
	}
	if k == int(p.Model.Headline.Historical) {
		s += " " + p.say("report.mark_history")
	}
	return s
}

// verdicts are what the alternative would have averted or brought, and
// whether the move was needed or enough.
func (p *Play) verdicts(t *Tried) *table {
	out := &table{Caption: p.say("report.verdicts_caption"), Head: []string{p.say("report.outcome"), p.say("report.verdict"), p.say("report.of_100"), p.say("report.range"), p.say("report.bounds")}}
	for k := range p.Model.Headline.Outcomes {
		o := &p.Model.Headline.Outcomes[k]
		for _, v := range []struct {
			word string
			all  map[string]share
		}{{p.say("report.averted"), t.Averted}, {p.say("report.brought"), t.WouldHaveBrought}, {p.say("report.needed"), t.Needed}, {p.say("report.enough"), t.Enough}} {
			s, ok := v.all[o.ID]
			if !ok || s.nothing() {
				continue
			}
			word := v.word
			if s.Fragile {
				word += " " + p.say("report.fragile")
			}
			value := p.say("report.undefined")
			if s.Value != nil {
				value = percent(*s.Value)
			}
			out.Rows = append(out.Rows, []string{o.Title, word, value, p.span(s.Low, s.High), p.span(s.BoundLow, s.BoundHigh)})
		}
	}
	return out
}

func (p *Play) span(low, high *float64) string {
	if low == nil || high == nil {
		return "–"
	}
	return p.say("report.from_to", "From", percent(*low), "To", percent(*high))
}

// percent is a share as a whole number of 100.
func percent(share float64) string { return fmt.Sprintf("%.0f", 100*share) }

// parting is the day on which the worlds part.
func (p *Play) parting(raw json.RawMessage) string {
	var on struct{ First, Median string }
	if json.Unmarshal(raw, &on) != nil && json.Unmarshal(raw, &on.First) != nil {
		return ""
	}
	day, err := engine.ParseDay(on.First)
	if err != nil {
		return ""
	}
	return p.say("report.parting", "Date", p.r.Day(day))
}

// ranked are the first alternatives of the decisions on which most turns, and
// all of those that were asked one by one.
func ranked(all []Tried) (out []Tried) {
	if len(all) > 0 && all[0].Leverage == nil {
		return all
	}
	byLeverage(all)
	type slot struct{ on, side, instead string }
	seen := map[slot]bool{}
	for _, t := range all {
		at := slot{t.On, t.Side, t.Instead}
		if !seen[at] && len(out) < mostTried {
			seen[at] = true
			out = append(out, t)
		}
	}
	return out
}

// byLeverage puts the alternatives that turn most first; those without a
// leverage keep their order behind.
func byLeverage(tried []Tried) {
	slices.SortStableFunc(tried, func(a, b Tried) int {
		switch {
		case a.Leverage == nil && b.Leverage == nil:
			return 0
		case a.Leverage == nil:
			return 1
		case b.Leverage == nil:
			return -1
		}
		return int(1e6 * (*b.Leverage - *a.Leverage))
	})
}
