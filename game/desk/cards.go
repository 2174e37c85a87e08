package desk

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
)

// MostTitleWords is the length of the longest card title.
const MostTitleWords = 25

// CardView is a card in words.
type CardView struct {
	Number    int
	Key       string // stable within the turn: "move:curb-cia", "item:12"
	Kind      play.CardKind
	Label     string // "Robert Kennedy urges"
	Title     string
	Why       string   // one sentence
	Detail    []string // what one reads on opening it
	Estimates []string
	Forecasts []Forecast // the estimates as figures
	Price     string
	Secret    string // what it costs if it stays secret
	Leaked    string
	Can       bool
	CanNot    string // why not
	Card      play.Card
}

// cards is the hand in words, what brews pointing back at the cards that
// touch it.
func (r *Reader) cards() []CardView {
	var out []CardView
	for k, c := range r.G.Hand() {
		out = append(out, r.CardView(c, k+1))
	}
	return out
}

// Drawer is everything else that can be done or cannot, in words, whose text
// holds every word of the search. What can be done comes first.
func (r *Reader) Drawer(search string) []CardView {
	var can, cannot []CardView
	for _, c := range r.G.Drawer() {
		v := r.CardView(c, 0)
		switch text := v.Title + " " + strings.Join(append(v.Detail[:len(v.Detail):len(v.Detail)], v.Secret, v.Leaked), " ") + " " + c.Choice.Kind.String(); {
		case !matches(strings.ToLower(text), search):
		case v.Can:
			can = append(can, v)
		default:
			cannot = append(cannot, v)
		}
	}
	out := append(can, cannot...)
	for k := range out {
		out[k].Number = k + 1
	}
	return out
}

func matches(text, search string) bool {
	for _, w := range strings.Fields(strings.ToLower(search)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// CardView puts one card into words.
func (r *Reader) CardView(c play.Card, number int) CardView {
	v := CardView{Number: number, Kind: c.Kind, Card: c, Key: r.cardKey(&c), Label: r.label(&c), Title: r.title(&c), Why: r.why(&c)}
	v.Can, v.CanNot = c.WhyNot == engine.Legal, r.WhyNot(c.WhyNot, &c.Choice)
	v.Price = r.price(c.Price)
	switch c.Kind {
	case play.CardAnswer:
		v.Price, v.Detail = "", r.itemDetail(&c)
	case play.CardPromise:
		v.Price, v.Detail = "", r.pledgeDetail(&c)
	case play.CardSilence:
		v.Price = ""
	default:
		v.Detail = r.moveDetail(&c.Choice)
		v.Secret, v.Leaked = r.Costs(&c.Choice)
	}
	v.Estimates, v.Forecasts = r.EstimatesText(c.Estimates, &c), r.forecasts(c.Estimates)
	return v
}

func (r *Reader) price(units int64) string {
	if units == 0 {
		return r.C.T("card.free")
	}
	return r.C.T("card.price", "Influence", r.C.T("unit.influence", "Count", units))
}

func (r *Reader) cardKey(c *play.Card) string {
	switch {
	case c.Choice.Item != 0:
		return fmt.Sprintf("item:%d", c.Choice.Item)
	case c.Choice.Move >= 0:
		return "move:" + r.M.Moves[c.Choice.Move].ID
	case c.Choice.Kind == engine.Probe:
		return "ask:" + r.M.Issues[c.Choice.Issue].ID
	}
	return c.Choice.Kind.String()
}

var labelKeys = [...]string{play.CardPromise: "card.promise", play.CardAnswer: "card.answer", play.CardAdviser: "card.urged",
	play.CardThread: "card.thread", play.CardDocumented: "card.documented", play.CardQuestion: "card.question",
	play.CardSilence: "card.silence", play.CardDrawer: "card.drawer"}

func (r *Reader) label(c *play.Card) string {
	who := ""
	if c.Adviser >= 0 {
		who = r.adviser(c.Adviser)
	}
	label := r.C.T(labelKeys[c.Kind], "Who", who, "By", r.by(c.Item.Channel))
	if c.Choice.Kind == engine.Offer {
		label = r.C.T("card.offered", "Label", label, "By", r.by(c.Choice.Channel))
	}
	return label
}

func (r *Reader) title(c *play.Card) string {
	switch c.Kind {
	case play.CardSilence:
		return r.silence(r.G.Observe())
	case play.CardPromise:
		return r.C.T("card.keep", "Deed", r.promised(&c.Pledge))
	case play.CardAnswer:
		if c.Item.Kind == engine.Probe {
			key := "card.answer_question"
			if !r.M.Issues[c.Item.Issue].MovedBy[r.side] {
				key = "card.answer_worth"
			}
			return r.C.T(key, "Side", r.other(), "By", r.by(c.Item.Channel), "Issue", r.issue(c.Item.Issue))
		}
		if s := r.Sentence(&c.Item.Package, r.side.Other()); Words(s) <= MostTitleWords {
			return s
		}
		return r.C.T("card.answer_offer", "Side", r.other(), "Issues", r.issuesOf(&c.Item.Package), "By", r.by(c.Item.Channel))
	}
	if c.Choice.Kind != engine.Offer {
		return r.ChoiceText(c.Choice)
	}
	s := r.Sentence(&c.Choice.Package, r.side) // the label says by whom
	if Words(s) > MostTitleWords {
		return r.C.T("card.offer_issues", "By", r.by(c.Choice.Channel), "Issues", r.issuesOf(&c.Choice.Package))
	}
	return s
}

// why is one sentence: the reasons as the adviser sees them, or until when.
func (r *Reader) why(c *play.Card) string {
	if c.Kind == play.CardAnswer {
		return r.C.T("card.why_answer", "Date", r.Until(c.Item.Lapses))
	}
	if s := r.urging(c.Why); s != "" && !vague(c) {
		return s
	}
	if c.Choice.Move >= 0 && r.M.Moves[c.Choice.Move].Detail != "" {
		return firstSentence(r.M.Moves[c.Choice.Move].Detail)
	}
	if c.Kind == play.CardAdviser || c.Kind == play.CardThread {
		return r.C.T("card.why_default")
	}
	return ""
}

// vague says whether an authored move's reasons are only that it may be of use.
func vague(c *play.Card) bool {
	for _, w := range c.Why {
		switch w.Kind {
		case engine.BecauseMeans, engine.BecauseCost, engine.NoReason:
		default:
			return false
		}
	}
	return c.Choice.Move >= 0
}

func firstSentence(s string) string {
	if at := strings.Index(s, ". "); at > 0 {
		return s[:at+1]
	}
	return s
}

// moveDetail is what one reads on opening a card that does something.
func (r *Reader) moveDetail(c *engine.Choice) []string {
	if c.Kind == engine.Offer {
		var out []string
		if s := r.Sentence(&c.Package, r.side); Words(s) > MostTitleWords { // else the title says it
			out = append(out, s)
		}
		if s := r.tooLate(&c.Package); s != "" {
			out = append(out, s)
		}
		return out
	}
	if c.Move < 0 {
		return nil
	}
	mv := &r.M.Moves[c.Move]
	var out []string
	if mv.Detail != "" {
		out = append(out, mv.Detail)
	}
	if mv.Issue >= 0 && mv.Rung >= 0 {
		out = append(out, upper(r.C.T("term.move", "Issue", r.issue(mv.Issue), "From", r.rung(mv.Issue, r.G.W.S.Rungs[mv.Issue]), "To", r.rung(mv.Issue, mv.Rung)))+".")
	}
	if mv.Considered != "" {
		out = append(out, r.C.T("card.considered", "Text", mv.Considered))
	}
	return out
}

// itemDetail is the message itself and what each answer would bring.
func (r *Reader) itemDetail(c *play.Card) []string {
	it := &c.Item
	wait := r.C.T("cost.wait", "Date", r.Until(it.Lapses))
	if it.Kind == engine.Probe {
		return []string{
			r.frankCost(it.Issue),
			r.C.T("cost.aside"), wait,
		}
	}
	accept := r.C.T("cost.accept_free")
	steps := r.ownSteps(it.Package.Ask[:it.Package.NAsk], it.Package.Give[:it.Package.NGive])
	if b := r.bill(steps, it.Channel < 0, it.Package.NGive > 0); b.now+b.debt > 0 {
		accept = r.C.T("cost.accept", "Terms", trimDot(r.billText(b)))
	}
	if s := r.vetoText(it.Serial); s != "" {
		accept = r.C.T("cost.veto", "Who", trimDot(s))
	}
	if s := r.tooLate(&it.Package); s != "" {
		accept += " " + s
	}
	return []string{r.Sentence(&it.Package, r.side.Other()), accept, r.C.T("cost.refuse", "Side", r.other()), r.C.T("cost.counter"), wait}
}

// tooLate warns that what a package leaves to promises falls due after the last
// day of the game; "" if it does not.
func (r *Reader) tooLate(p *engine.Package) string {
	days := engine.Day(p.Due)
	if days == 0 {
		days = engine.Day(r.M.Theory.Choice.Due)
	}
	due := r.G.W.S.Day + days
	if due <= r.M.Cut.Last {
		return ""
	}
	return r.C.T("cost.too_late", "Date", r.Short(due))
}

// frankCost is what a frank answer tells: one's limit where one moves the issue
// alone, else how much one minds.
func (r *Reader) frankCost(issue int8) string {
	by := &r.M.Issues[issue].MovedBy
	if by[r.side] && !by[r.side.Other()] {
		return r.C.T("cost.frank", "Rung", r.rung(issue, r.G.Briefing().Type.Furthest[issue]))
	}
	ty := &r.G.Briefing().Type
	return r.C.T("cost.frank_best", "Rung", r.rung(issue, engine.BestRung(ty.Values[issue][:len(r.M.Issues[issue].Rungs)])))
}

// keepCost is what keeping a promise takes: for some the consent of a third.
func (r *Reader) keepCost(p *engine.Pledge) string {
	if third := r.M.Issues[p.Issue].Needs(p.Rung).Third; third != "" {
		return r.C.T("cost.keep_third", "Who", party(third), "Deed", r.promised(p))
	}
	return r.C.T("cost.keep", "Deed", r.promised(p))
}

func (r *Reader) pledgeDetail(c *play.Card) []string {
	p := &c.Pledge
	return []string{
		r.C.T("card.detail_promise", "Signed", r.Short(p.Signed), "Deed", r.promised(p), "Due", r.Short(p.Due)),
		r.keepCost(p), r.C.T("cost.delay"), r.C.T("cost.deny"),
	}
}
