package engine

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"backchannel/engine/expr"
)

// MaxChoiceText is the longest choice in words, in bytes.
const MaxChoiceText = 1000

// MostDays is the longest time that an offer can give, in days.
const MostDays = 9999

// GrammarError is a mistake in the words of a choice.
type GrammarError struct {
	Column  int // in runes, from 1
	Message string
}

// Error is the message without its place.
func (e *GrammarError) Error() string { return e.Message }

// FormatChoice writes a choice of a side in the grammar that records and
// replays use. What an answer or a promise addresses is written by its serial
// number, as #12.
func FormatChoice(m *Model, _ Side, c Choice) string {
	switch c.Kind {
	case Hold:
		return "hold"
	case Probe:
		return "probe " + m.issueName(c.Issue) + " via " + m.channelName(c.Channel)
	case Offer:
		return "offer" + m.formatTerms(&c.Package) + " via " + m.channelName(c.Channel) + formatDays(&c.Package)
	case Answer, Promise:
		text := c.Kind.String() + " #" + strconv.Itoa(int(c.Item)) + " " + c.Answer.word()
		if c.Kind == Answer && c.Answer == Counter {
			text += m.formatTerms(&c.Package) + formatDays(&c.Package)
		}
		return text
	}
	if c.Move >= 0 && int(c.Move) < len(m.Moves) {
		return "do " + m.Moves[c.Move].ID
	}
	return "do ?"
}

func (a AnswerKind) word() string {
	if int(a) < len(AnswerNames) {
		return AnswerNames[a]
	}
	return "?"
}

func (m *Model) issueName(issue int8) string {
	if issue >= 0 && int(issue) < len(m.Issues) {
		return m.Issues[issue].ID
	}
	return "?"
}

func (m *Model) channelName(channel int8) string {
	switch {
	case channel < 0:
		return "openly"
	case int(channel) < len(m.Channels):
		return m.Channels[channel].ID
	}
	return "?"
}

// formatTerms writes what a package gives and asks, each word after a blank.
func (m *Model) formatTerms(p *Package) string {
	var b strings.Builder
	write := func(word string, terms []Term) {
		if len(terms) > 0 {
			b.WriteString(" " + word)
		}
		for _, t := range terms {
			b.WriteString(" " + m.issueName(t.Issue) + "=" + strconv.Itoa(int(t.Rung)+1))
			if t.Fee {
				b.WriteByte('!')
			}
		}
	}
	write("give", p.Give[:min(max(p.NGive, 0), MaxTerms)])
	write("ask", p.Ask[:min(max(p.NAsk, 0), MaxTerms)])
	return b.String()
}

func formatDays(p *Package) string {
	text := ""
	if p.Open != 0 {
		text = " open " + strconv.Itoa(int(p.Open))
	}
	if p.Due != 0 {
		text += " due " + strconv.Itoa(int(p.Due))
	}
	return text
}

// ParseChoice reads a choice of a side; FormatChoice writes it. An answer or a
// promise may name an issue instead of a serial number: match is that issue,
// else −1. Only words, names and ranges are judged, not whether the choice is
// legal. An error is a *GrammarError.
func ParseChoice(m *Model, side Side, text string) (c Choice, match int8, err error) {
	p := choiceParser{m: m, side: side}
	c, match = p.choice(text)
	if p.bad != nil {
		return HoldChoice, -1, p.bad
	}
	return c, match, nil
}

// choiceWord is a word of a choice and where it begins.
type choiceWord struct {
	text   string
	column int
}

// choiceParser reads the words of one choice; after a mistake the rest is
// skipped.
type choiceParser struct {
	m     *Model
	side  Side
	words []choiceWord
	end   int // the column after the text
	bad   *GrammarError
}

func (p *choiceParser) fail(column int, format string, args ...any) {
	if p.bad == nil {
		p.bad = &GrammarError{Column: column, Message: fmt.Sprintf(format, args...)}
	}
	p.words = nil
}

// split cuts the text into words.
func (p *choiceParser) split(text string) {
	p.end = utf8.RuneCountInString(text) + 1
	column := 1
	for rest := text; rest != ""; {
		n := strings.IndexAny(rest, " \t\r\n")
		if n < 0 {
			n = len(rest)
		}
		if n > 0 {
			p.words = append(p.words, choiceWord{rest[:n], column})
			column += utf8.RuneCountInString(rest[:n])
		}
		if n < len(rest) {
			n++
			column++
		}
		rest = rest[n:]
	}
}

// next takes a word; its text is empty at the end.
func (p *choiceParser) next() choiceWord {
	if len(p.words) == 0 {
		return choiceWord{"", p.end}
	}
	w := p.words[0]
	p.words = p.words[1:]
	return w
}

// peek is the next word's text.
func (p *choiceParser) peek() string {
	if len(p.words) == 0 {
		return ""
	}
	return p.words[0].text
}

var choiceVerbs = []string{"hold", "do", "probe", "offer", "answer", "promise"}

func (p *choiceParser) choice(text string) (c Choice, match int8) {
	c, match = HoldChoice, -1
	if len(text) > MaxChoiceText {
		p.fail(1, "the choice has %d bytes, at most %d are allowed", len(text), MaxChoiceText)
		return c, match
	}
	p.split(text)
	verb := p.next()
	switch verb.text {
	case "hold":
	case "do":
		p.authored(&c)
	case "probe":
		c.Kind, c.Issue = Probe, p.issue(p.next())
		c.Channel = p.via(false)
	case "offer":
		c.Kind = Offer
		p.terms(&c.Package)
		c.Channel = p.via(true)
		p.days(&c.Package)
	case "answer":
		c.Kind = Answer
		match = p.addressed(&c)
		c.Answer = p.answer(Accept, Refuse, Silence, Counter)
		if c.Answer == Counter {
			p.terms(&c.Package)
			p.days(&c.Package)
		}
	case "promise":
		c.Kind = Promise
		match = p.addressed(&c)
		c.Answer = p.answer(Keep, Delay, Deny)
	default:
		p.unknown(verb, "a choice begins with hold, do, probe, offer, answer or promise", choiceVerbs)
	}
	if w := p.next(); w.text != "" {
		p.fail(w.column, "expected the end, found %q%s", w.text, p.hint(w.text))
	}
	return c, match
}

// unknown notes that a word is missing or not one of those wanted.
func (p *choiceParser) unknown(w choiceWord, want string, names []string) {
	if w.text == "" {
		p.fail(w.column, "%s, but here it ends", want)
		return
	}
	p.fail(w.column, "%s, not with %q%s", want, w.text, expr.Suggest(w.text, names))
}

func (p *choiceParser) hint(word string) string {
	return expr.Suggest(word, []string{"give", "ask", "via", "open", "due"})
}

func (p *choiceParser) authored(c *Choice) {
	w := p.next()
	var own []string
	for k := range p.m.Moves {
		move := &p.m.Moves[k]
		if move.ID == w.text && move.Side != p.side {
			p.fail(w.column, "the move %q is %s's, not %s's", w.text, move.Side, p.side)
			return
		}
		if move.ID == w.text {
			c.Kind, c.Move = move.Kind, int16(k)
			return
		}
		if move.Side == p.side {
			own = append(own, move.ID)
		}
	}
	p.missing(w, "move", own)
}

// missing notes an unknown id.
func (p *choiceParser) missing(w choiceWord, what string, names []string) {
	if w.text == "" {
		p.fail(w.column, "expected %s, but here it ends", article(what))
		return
	}
	p.fail(w.column, "unknown %s %q%s", what, w.text, expr.Suggest(w.text, names))
}

func article(what string) string {
	if strings.ContainsRune("aeiou", rune(what[0])) {
		return "an " + what
	}
	return "a " + what
}

func (p *choiceParser) issue(w choiceWord) int8 {
	names := make([]string, len(p.m.Issues))
	for k := range p.m.Issues {
		if names[k] = p.m.Issues[k].ID; names[k] == w.text {
			return int8(k)
		}
	}
	p.missing(w, "issue", names)
	return -1
}

// via reads by which channel something goes.
func (p *choiceParser) via(openly bool) int8 {
	if w := p.next(); w.text != "via" {
		p.unknown(w, "expected via and a channel", []string{"give", "ask", "via"})
		return -1
	}
	w := p.next()
	if w.text == "openly" {
		if !openly {
			p.fail(w.column, "a question goes by a channel, not openly")
		}
		return -1
	}
	names := make([]string, len(p.m.Channels))
	for k := range p.m.Channels {
		if names[k] = p.m.Channels[k].ID; names[k] == w.text {
			return int8(k)
		}
	}
	p.missing(w, "channel", append(names, "openly"))
	return -1
}

// terms reads what a package gives and asks.
func (p *choiceParser) terms(pack *Package) {
	from := p.end
	if len(p.words) > 0 {
		from = p.words[0].column
	}
	if p.peek() == "give" {
		p.next()
		pack.NGive = p.list(&pack.Give, false)
	}
	if p.peek() == "ask" {
		p.next()
		pack.NAsk = p.list(&pack.Ask, true)
	}
	if pack.NGive == 0 && pack.NAsk == 0 {
		p.fail(from, "expected give or ask and at least one ISSUE=N")
	}
}

func (p *choiceParser) list(terms *[MaxTerms]Term, ask bool) int8 {
	n := int8(0)
	for strings.Contains(p.peek(), "=") {
		w := p.next()
		if n == MaxTerms {
			p.fail(w.column, "at most %d terms each way", MaxTerms)
			return n
		}
		terms[n] = p.term(w, ask)
		n++
	}
	if n == 0 {
		p.unknown(p.next(), "expected ISSUE=N", nil)
	}
	return n
}

func (p *choiceParser) term(w choiceWord, ask bool) Term {
	name, number, _ := strings.Cut(w.text, "=")
	at := w.column + utf8.RuneCountInString(name) + 1
	t := Term{Issue: p.issue(choiceWord{name, w.column})}
	if p.bad != nil {
		return t
	}
	digits, fee := strings.CutSuffix(number, "!")
	if fee && !ask {
		p.fail(at, "only what is asked can be an entry fee")
		return t
	}
	rungs := len(p.m.Issues[t.Issue].Rungs)
	rung := p.number(choiceWord{digits, at}, 1, rungs, fmt.Sprintf("the rungs of %s", name))
	t.Rung, t.Fee = int8(rung-1), fee
	return t
}

// number reads a whole number from least to most, and notes it if it is none.
func (p *choiceParser) number(w choiceWord, least, most int, what string) int {
	n, err := strconv.Atoi(w.text)
	if err != nil || n < least || n > most || w.text[0] == '+' || w.text[0] == '0' {
		p.fail(w.column, "%s go from %d to %d, not %q", what, least, most, w.text)
		return least
	}
	return n
}

// days reads for how long an offer is open and when its promises are due.
func (p *choiceParser) days(pack *Package) {
	if p.peek() == "open" {
		p.next()
		pack.Open = int16(p.number(p.next(), 1, MostDays, "days"))
	}
	if p.peek() == "due" {
		p.next()
		pack.Due = int16(p.number(p.next(), 1, MostDays, "days"))
	}
}

// addressed reads what an answer or a promise is about: #N, or an issue.
func (p *choiceParser) addressed(c *Choice) int8 {
	w := p.next()
	serial, ok := strings.CutPrefix(w.text, "#")
	if !ok {
		return p.issue(w)
	}
	c.Item = int32(p.number(choiceWord{serial, w.column + 1}, 1, 1<<31-1, "the numbers of messages"))
	return -1
}

func (p *choiceParser) answer(kinds ...AnswerKind) AnswerKind {
	w := p.next()
	names := make([]string, len(kinds))
	for k, kind := range kinds {
		if names[k] = AnswerNames[kind]; names[k] == w.text {
			return kind
		}
	}
	p.unknown(w, "expected "+strings.Join(names, ", "), names)
	return NoAnswer
}
