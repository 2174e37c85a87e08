//go:build !headless

package window

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// answerOver is what one can say to something that waits.
type answerOver struct {
	v    desk.CardView
	ways []answerWay
}

// answerWay is one answer: its button, what it brings, why it cannot be given.
type answerWay struct {
	answer engine.AnswerKind
	key    string
	text   string
	cannot string
}

// answersTo are the answers to an offer, a question and a promise; the words
// of what each brings stand in the card's detail in the same order.
var answersTo = map[bool][]answerWay{
	false: {{answer: engine.Accept, key: "window.answer.accept"}, {answer: engine.Refuse, key: "window.answer.refuse"}, {answer: engine.Counter, key: "window.answer.counter"}, {answer: engine.Silence, key: "window.answer.wait"}},
	true:  {{answer: engine.Accept, key: "window.answer.frank"}, {answer: engine.Refuse, key: "window.answer.aside"}, {answer: engine.Silence, key: "window.answer.wait"}},
}

var promiseWays = []answerWay{{answer: engine.Keep, key: "window.answer.keep"}, {answer: engine.Delay, key: "window.answer.delay"}, {answer: engine.Deny, key: "window.answer.deny"}}

func newAnswer(d *deskScene, v desk.CardView) *answerOver {
	o := &answerOver{v: v}
	ways, detail := promiseWays, v.Detail
	if v.Kind == play.CardAnswer {
		ways = answersTo[v.Card.Item.Kind == engine.Probe]
	}
	detail = detail[max(0, len(detail)-len(ways)):]
	for k, w := range ways {
		if k < len(detail) {
			w.text = detail[k]
		}
		if w.answer != engine.Counter && w.answer != engine.Silence {
			c := o.choice(w.answer)
			w.cannot = d.r.WhyNot(d.r.G.W.WhyNot(d.r.G.Settings.Side, &c), &c)
		}
		o.ways = append(o.ways, w)
	}
	return o
}

func (o *answerOver) first() string {
	for k, w := range o.ways {
		if w.cannot == "" {
			return fmt.Sprintf("answer/%d", k)
		}
	}
	return "back"
}

// choice is an answer as the engine takes it.
func (o *answerOver) choice(a engine.AnswerKind) engine.Choice {
	c := o.v.Card.Choice
	c.Answer = a
	return c
}

func (o *answerOver) press(d *deskScene, e ui.Event) (ui.Scene, ui.Command) {
	var n int
	switch {
	case e.Kind == ui.RuneIn:
		n = int(e.Rune - '1')
	case e.Kind == ui.Activate:
		if _, err := fmt.Sscanf(e.ID, "answer/%d", &n); err != nil {
			return d, ui.Command{}
		}
	default:
		return d, ui.Command{}
	}
	if n < 0 || n >= len(o.ways) || o.ways[n].cannot != "" {
		return d, ui.Command{}
	}
	switch w := o.ways[n]; {
	case w.answer == engine.Counter:
		return d.open(newComposer(d, d.r.Counter(o.v.Card.Item)))
	case w.answer == engine.Silence:
		return d.close()
	default:
		return d.plan(o.choice(w.answer))
	}
}

func (o *answerOver) node(d *deskScene, c *ui.Context) ui.Node {
	t := d.a.t
	body := ui.Stack()
	if len(o.v.Detail) > len(o.ways) && o.v.Detail[0] != o.v.Title {
		body.Children = append(body.Children, ui.Paper{Snug: true, Ground: ui.Index, Child: typed(o.v.Detail[0])})
	}
	body.Children = append(body.Children, book(o.v.Why))
	for _, s := range o.v.Estimates {
		body.Children = append(body.Children, book(s+"."))
	}
	body.Children = append(body.Children, ui.Rule{})
	for k, w := range o.ways {
		text := w.text
		if w.cannot != "" && text != w.cannot {
			text = w.cannot + " " + text
		}
		kind := ui.Ordinary
		if k == 0 && w.cannot == "" {
			kind = ui.Primary
		}
		body.Children = append(body.Children, column(ui.Button{ID: fmt.Sprintf("answer/%d", k), Text: t(w.key), Kind: kind, Key: fmt.Sprint(k + 1), Disabled: w.cannot, Wide: true}, fine(after(text))))
	}
	return ui.Modal{ID: "answer-sheet", Title: o.v.Title, Child: d.noted(body, ""), Foot: buttons(ui.Button{ID: "back", Text: t("window.card.back"), Key: "Esc"})}
}

// after is a sentence without the words before its colon, which its button
// says.
func after(s string) string {
	head, rest, ok := strings.Cut(s, ": ")
	if !ok || desk.Words(head) > 4 {
		return s
	}
	return capital(rest)
}

// capital makes the first letter of a sentence large.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
