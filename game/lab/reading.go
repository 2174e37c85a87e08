package lab

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"backchannel/engine/whatif"
)

// Reading is an answer as it is read: the answer in a sentence first, what it
// rests on last.
type Reading struct {
	Done string `json:"done"` // what was ordered, or what the move is held against
	Move string `json:"move"` // and what instead
	Day  string `json:"day"`
	Who  string `json:"who"`

	Considered string `json:"considered,omitempty"` // what the sources say of the move

	Answer   []string `json:"answer"`             // the answer, how sure it is, and what it depends on
	Expected []string `json:"expected,omitempty"` // what was expected, beside what was found
	Shares   []Share  `json:"shares"`
	Same     []string `json:"same"`    // the same luck in words
	Fresh    []string `json:"fresh"`   // fresh luck in words
	Parting  []string `json:"parting"` // where the worlds part, and why
	Rests    []string `json:"rests"`   // what the answers rest on
}

// Share is one outcome of the headline under each kind of luck, of 100 worlds.
type Share struct {
	Title    string `json:"title"`
	Happened bool   `json:"happened,omitempty"`
	Same     int    `json:"same"`
	Fresh    int    `json:"fresh"` // fresh luck with the alternative
	Then     int    `json:"then"`  // fresh luck without it
}

// hundred is a share of worlds as a whole number of 100.
func hundred(v float64) int { return int(math.Round(100 * v)) }

// Read puts an answer into words.
func (p *Page) Read(r *Alternative) Reading {
	d := p.q.Fork.Decision()
	side := d.Need.Side
	out := Reading{Done: p.choice(side, p.q.Against()), Move: p.choice(side, p.q.Move), Day: p.desks[side].Day(d.Day), Who: p.m.Sides[side].Name}
	if r.Documented {
		out.Considered = r.Considered
	}
	for k := range p.m.Headline.Outcomes {
		id := p.m.Headline.Outcomes[k].ID
		out.Shares = append(out.Shares, Share{Title: p.titles[id], Happened: id == r.Historical,
			Same: hundred(r.SameLuck[id]), Fresh: hundred(r.Fresh[id]), Then: hundred(r.FreshThen[id])})
	}
	out.Answer = p.answerLines(r)
	out.Expected = p.expectedLines(r)
	out.Same = p.sameLines(r)
	out.Fresh = p.freshLines(r)
	out.Parting = p.partingLines(r)
	out.Rests = p.restLines(r)
	return out
}

// answerLines are the answer in a few sentences: the verdict on history, whether it
// was done all the same, what could be foreseen, and how sure all that is.
func (p *Page) answerLines(r *Alternative) []string {
	still := hundred(r.SameLuck[r.Historical])
	first := p.C.T(stillKey(still), "Outcome", p.titles[r.Historical], "N", still)
	if next, share := r.instead(); share >= 5 && still < 95 {
		first += " " + p.C.T("lab.read.instead", "Outcome", p.titles[next], "N", share)
	}
	out := []string{first}
	add := func(line string) {
		if line != "" {
			out = append(out, line)
		}
	}
	add(p.laterLine(r))
	for id, v := range r.ThisWorld {
		if v > 0 {
			add(p.C.T("lab.read.this", "Outcome", p.titles[id]))
		}
	}
	if s := r.Score; s != nil {
		add(p.C.T("lab.read.score", "Was", s.Was, "Middle", s.Middle, "Low", s.Low, "High", s.High))
	}
	add(p.foresightLine(r))
	add(p.saying(r) + ".")
	if r.Headline.Fragile && r.Headline.Speak > 0 {
		add(p.C.T("lab.read.fragile"))
	}
	add(p.dependsLine(r))
	return out
}

// laterLine says how often what was done is done all the same.
func (p *Page) laterLine(r *Alternative) string {
	if r.Later == nil || r.Later.Share < worthSaying {
		return ""
	}
	return p.C.T("lab.read.later", "N", hundred(r.Later.Share), "Side", p.m.Sides[p.q.Fork.Decision().Need.Side].Name, "Date", p.desks[0].Short(r.Later.median))
}

// foresightLine says whether what happened could have been foreseen, and squares
// the two kinds of luck where they lie far apart.
func (p *Page) foresightLine(r *Alternative) string {
	then, now, same := hundred(r.FreshThen[r.Historical]), hundred(r.Fresh[r.Historical]), hundred(r.SameLuck[r.Historical])
	key := ""
	switch {
	case then >= 99 && now >= 99 && same >= 99:
		key = "lab.read.settled"
	case then <= 10 && same >= 50:
		key = "lab.read.unforeseen_held"
	case then <= 10:
		key = "lab.read.unforeseen"
	case same-then >= 30:
		key = "lab.read.luck_held"
	default:
		return ""
	}
	return p.C.T(key, "Outcome", p.titles[r.Historical], "Then", then, "Same", same, "Date", p.desks[0].Short(p.q.Fork.Decision().Day))
}

// dependsLine says on what the answer depends, where another manner of going on
// ends otherwise.
func (p *Page) dependsLine(r *Alternative) string {
	far := r.far()
	if !r.Depends || far == "" {
		return ""
	}
	manner, shares := "", r.Manners[far].SameLuck
	for k, word := range mannerWords {
		if word == far {
			manner = p.C.T(mannerKeys[k])
		}
	}
	likeliest := shares.likeliest()
	if likeliest != r.SameLuck.likeliest() {
		return p.C.T("lab.read.depends_other", "Manner", manner, "Outcome", p.titles[likeliest], "N", hundred(shares[likeliest]))
	}
	return p.C.T("lab.read.depends", "Manner", manner, "Outcome", p.titles[r.Historical], "N", hundred(shares[r.Historical]))
}

func stillKey(still int) string {
	switch {
	case still >= 95:
		return "lab.read.still_sure"
	case still > 60:
		return "lab.read.still_mostly"
	case still >= 40:
		return "lab.read.still_even"
	case still > 5:
		return "lab.read.still_seldom"
	}
	return "lab.read.still_never"
}

// instead is the likeliest outcome with the same luck, other than what happened.
func (r *Alternative) instead() (id string, share int) {
	for k, v := range r.SameLuck {
		if k == r.Historical {
			continue
		}
		if n := hundred(v); n > share || n == share && k < id {
			id, share = k, n
		}
	}
	return id, share
}

func (p *Page) expectedLines(r *Alternative) []string {
	if r.Expected == nil {
		return nil
	}
	still := hundred(r.SameLuck[r.Historical])
	off := max(still-r.Expected.Still, r.Expected.Still-still)
	key := "lab.read.expected_far"
	switch {
	case off <= 10:
		key = "lab.read.expected_near"
	case off <= 30:
		key = "lab.read.expected_off"
	}
	out := []string{p.C.T(key, "Said", r.Expected.Still, "N", still, "Off", off, "Outcome", p.titles[r.Historical])}
	if r.Expected.Why != "" {
		out = append(out, p.C.T("lab.read.expected_why", "Why", r.Expected.Why))
	}
	return out
}

// sameLines say of the outcomes what the same luck makes of them.
func (p *Page) sameLines(r *Alternative) []string {
	out := []string{p.C.T("lab.read.same_about", "Count", r.Worlds, "Theories", r.Theories, "Manner", p.C.T(mannerKeys[p.q.Manner]))}
	ids, _ := whatif.Outcomes(p.m)
	for _, id := range ids {
		if a, ok := r.Averted[id]; ok && a.Value != nil && *a.Value >= worthSaying {
			out = append(out, p.C.T("lab.read.averted", "Outcome", p.titles[id], "N", hundred(*a.Value))+p.doubts(&a)+".")
		}
	}
	out = append(out, p.likeliest(r.Brought, "lab.read.brought")...)
	var manners []string
	for k, key := range mannerKeys {
		if m, ok := r.Manners[mannerWords[k]]; ok {
			manners = append(manners, p.C.T("lab.read.manner", "Manner", p.C.T(key), "N", hundred(m.SameLuck[r.Historical]), "Outcome", p.titles[r.Historical]))
		}
	}
	return append(out, manners...)
}

// worthSaying is the least share that is told in words.
const worthSaying = 0.05

// likeliest are the figures of outcomes that did not happen, the three largest
// that are worth saying.
func (p *Page) likeliest(all Answers, key string) []string {
	ids, _ := whatif.Outcomes(p.m)
	ids = slices.DeleteFunc(ids, func(id string) bool {
		a, ok := all[id]
		return !ok || a.Value == nil || *a.Value < worthSaying
	})
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(*all[b].Value, *all[a].Value) })
	var out []string
	for _, id := range ids[:min(len(ids), 3)] {
		a := all[id]
		out = append(out, p.C.T(key, "Outcome", p.titles[id], "N", hundred(*a.Value))+p.doubts(&a)+".")
	}
	return out
}

// doubts is what is not known of a figure, in brackets.
func (p *Page) doubts(a *Answer) string {
	var out []string
	if a.Theories > 1 && a.Low != nil && a.High != nil && hundred(*a.High)-hundred(*a.Low) > 1 {
		out = append(out, p.C.T("lab.range", "Low", hundred(*a.Low), "High", hundred(*a.High)))
	}
	if a.BoundLow != nil && hundred(*a.BoundHigh)-hundred(*a.BoundLow) > 1 {
		key := "lab.bounds"
		if a.Wide() {
			key = "lab.wide"
		}
		out = append(out, p.C.T(key, "Low", hundred(*a.BoundLow), "High", hundred(*a.BoundHigh)))
	}
	if a.Fragile {
		out = append(out, p.C.T("lab.fragile"))
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + strings.Join(out, "; ") + ")"
}

// freshLines say what could be expected when the move was made.
func (p *Page) freshLines(r *Alternative) []string {
	d := p.q.Fork.Decision()
	out := []string{p.C.T("lab.read.fresh_about", "Count", r.Worlds, "Theories", r.Theories, "Date", p.desks[0].Short(d.Day)),
		p.C.T("lab.read.fresh", "Outcome", p.titles[r.Historical], "N", hundred(r.Fresh[r.Historical]), "Then", hundred(r.FreshThen[r.Historical]))}
	if a, ok := r.Needed[r.Historical]; ok {
		if a.Value == nil || hundred(r.FreshThen[r.Historical]) == 0 {
			out = append(out, p.C.T("lab.read.needed_none", "Outcome", p.titles[r.Historical]))
		} else {
			out = append(out, p.C.T("lab.read.needed", "Outcome", p.titles[r.Historical], "N", hundred(*a.Value))+p.doubts(&a)+".")
		}
	}
	return append(out, p.likeliest(r.Enough, "lab.read.enough")...)
}
