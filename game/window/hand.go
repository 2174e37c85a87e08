//go:build !headless

package window

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// density is how much of each card shows on the desk.
type density struct {
	title, note int // lines; 0 for all
	terse       bool
}

// densities go from a whole card to the least that can be read in a glance.
var densities = [...]density{{0, 0, false}, {0, 2, false}, {0, 1, false}, {0, 1, true}, {3, 1, true}, {2, 1, true}, {1, 1, true}}

// loosest is the density of cards that scroll.
const loosest = 2

// hand is the five to eight cards of the turn.
func (d *deskScene) hand(loose bool) spread {
	n := spread{min: cardMin, loose: loose}
	for _, v := range d.v.Cards {
		card := d.card(v, fmt.Sprintf("card/%d", v.Number))
		card.Key = fmt.Sprint(v.Number)
		n.cards = append(n.cards, card)
	}
	return n
}

// card is a card as it lies on the desk or in the drawer: its reasons and full
// texts stand where it opens.
func (d *deskScene) card(v desk.CardView, id string) ui.Card {
	k := ui.Card{ID: id, Label: v.Label, Urgent: waits(v), Title: v.Title, Disabled: v.CanNot}
	k.Price, k.Free = d.price(v)
	if head, text, ok := strings.Cut(v.Secret, ": "); ok {
		k.Notes = append(k.Notes, ui.Note{Head: head + ":", Text: text, Danger: true})
	}
	if head, text, ok := strings.Cut(v.Leaked, ": "); ok {
		k.Notes = append(k.Notes, ui.Note{Head: head + d.leak(v) + ":", Text: text, Danger: true})
	}
	switch {
	case v.Kind == play.CardAnswer:
		k.Notes = append(k.Notes, ui.Note{Head: d.a.t("window.card.until", "Date", d.r.Until(v.Card.Item.Lapses)), Text: d.counsel(v)})
	case v.Kind == play.CardPromise:
		k.Notes = append(k.Notes, ui.Note{Head: d.a.t("window.card.due", "Date", d.r.Short(v.Card.Pledge.Due)), Text: d.counsel(v)})
	case v.Kind == play.CardSilence:
		if first, rest, ok := strings.Cut(v.Title, ". "); ok {
			k.Title, k.Notes = first+".", []ui.Note{{Text: rest}}
		}
	case len(v.Forecasts) > 0:
		k.Odds = d.odds(v)
	}
	return k
}

// counselKeys are the words for what advisers would answer; what has none is
// to say nothing.
var counselKeys = map[engine.AnswerKind]string{engine.Accept: "window.card.would_accept", engine.Refuse: "window.card.would_refuse", engine.Counter: "window.card.would_counter"}

// counsel is what the advisers would answer, those of one mind together.
func (d *deskScene) counsel(v desk.CardView) string {
	var out []string
	done := map[engine.AnswerKind]bool{}
	for _, f := range v.Forecasts {
		if done[f.Answer] {
			continue
		}
		done[f.Answer] = true
		var who []string
		for _, o := range v.Forecasts {
			if o.Answer == f.Answer {
				who = append(who, o.Who)
			}
		}
		key, ok := counselKeys[f.Answer]
		if !ok {
			key = "window.card.would_wait"
		}
		out = append(out, d.a.t(key, "Who", strings.Join(who, ", ")))
	}
	return strings.Join(out, " · ")
}

// price is the mark in a card's corner; an answer has none.
func (d *deskScene) price(v desk.CardView) (mark string, free bool) {
	switch {
	case v.Price == "" && v.Kind != play.CardSilence:
		return "", false
	case v.Card.Price == 0:
		return d.a.t("window.card.free"), true
	}
	return d.a.t("window.card.price", "Pips", pips(v.Card.Price, 0), "N", v.Card.Price), false
}

// odds are the advisers' figures: each one's name with his number.
func (d *deskScene) odds(v desk.CardView) *ui.Odds {
	low, high := int64(100), int64(0)
	var who []string
	for _, f := range v.Forecasts {
		low, high = min(low, f.N), max(high, f.N)
		who = append(who, d.a.t("window.card.forecast", "Who", f.Who, "N", f.N))
	}
	key := "window.card.odds"
	if v.Card.Choice.Kind == engine.Probe {
		key = "window.card.odds_reply"
	}
	all := strings.Join(who, " · ")
	tip := "window.card.odds_tip"
	if v.Card.Choice.Kind == engine.Probe {
		tip = "window.card.odds_tip_reply"
	}
	return &ui.Odds{Low: float64(low) / 100, High: float64(high) / 100, Tip: d.a.t(tip, "Low", low, "High", high), Text: d.a.t(key, "Who", all), Short: d.a.t("window.card.odds_short", "Who", all)}
}

// leak is how likely a leak is, in brackets: the advisers' lowest and highest
// figure, nothing where they have none.
func (d *deskScene) leak(v desk.CardView) string {
	low, high := int64(100), int64(0)
	for _, f := range v.Forecasts {
		low, high = min(low, f.Leak), max(high, f.Leak)
	}
	switch {
	case len(v.Forecasts) == 0 || v.Card.Choice.Channel < 0:
		return ""
	case low == high:
		return d.a.t("window.card.leak", "N", low)
	}
	return d.a.t("window.card.leaks", "Low", low, "High", high)
}

// spread sets cards in equal columns, row by row; what is left over shares the
// last row. Each card shows as much as the height allows.
type spread struct {
	min   float64 // narrowest column, in units of type
	cards []ui.Card
	loose bool // the cards scroll, and need not be cut down as far
}

// at is a card cut down to a density.
func (n spread) at(i int, k density) ui.Card {
	card := n.cards[i]
	card.TitleLines, card.NoteLines, card.Terse = k.title, k.note, k.terse
	return card
}

// columns returns how many cards stand in a row of the width, and the gap.
func (n spread) columns(c *ui.Context, w float64) (cols int, gap float64) {
	gap = c.Px(ui.Snug)
	least := ui.Limit{Width: n.min, Child: wide{}}.Measure(c, w).W
	return max(1, min(int((w+gap)/(least+gap)), len(n.cards))), gap
}

// rows returns the height of each row at a density, and of all with the gaps.
func (n spread) rows(c *ui.Context, w float64, k density) (heights []float64, all float64) {
	cols, gap := n.columns(c, w)
	for i := 0; i < len(n.cards); i += cols {
		last := min(i+cols, len(n.cards))
		cw, h := share(w, gap, last-i), 0.0
		for j := i; j < last; j++ {
			h = max(h, n.at(j, k).Measure(c, cw).H)
		}
		heights = append(heights, h)
		all += h + gap
	}
	return heights, max(0, all-gap)
}

// share is the width of each of n cards in a row.
func share(w, gap float64, n int) float64 {
	return float64(int((w - gap*float64(n-1)) / float64(n)))
}

// least is the density below which no card is cut down.
func (n spread) least() int {
	if n.loose {
		return loosest
	}
	return len(densities) - 1
}

// fit returns the rows' heights: at the fullest density that fits, and then
// whatever each row can still use of what is left.
func (n spread) fit(c *ui.Context, w, room float64) []float64 {
	for i, k := range densities {
		heights, all := n.rows(c, w, k)
		if all > room && i < n.least() {
			continue
		}
		for _, fuller := range densities[:i] {
			want, _ := n.rows(c, w, fuller)
			for r := range heights {
				if more := want[r] - heights[r]; more > 0 && all+more <= room {
					heights[r], all = want[r], all+more
				}
			}
		}
		return heights
	}
	return nil
}

// Measure returns the whole width and the least height that can be read.
func (n spread) Measure(c *ui.Context, w float64) ui.Extent {
	_, h := n.rows(c, w, densities[n.least()])
	return ui.Extent{W: w, H: h}
}

// Place sets the cards in their order, which is that of the Tab key.
func (n spread) Place(c *ui.Context, r ui.Rect) {
	cols, gap := n.columns(c, r.W)
	y := r.Y
	for row, h := range n.fit(c, r.W, r.H) {
		first, last := row*cols, min((row+1)*cols, len(n.cards))
		w := share(r.W, gap, last-first)
		for i := first; i < last; i++ {
			for k, d := range densities {
				card := n.at(i, d)
				if k == n.least() || card.Measure(c, w).H <= h {
					card.Place(c, ui.Rect{X: r.X + float64(i-first)*(w+gap), Y: y, W: w, H: h})
					break
				}
			}
		}
		y += h + gap
	}
}

// handView scrolls the hand where even the least of it does not fit; the cards
// are then cut down less.
type handView struct {
	id, label string
	cards     spread
}

func (n handView) scroll() ui.Scroll {
	return ui.Scroll{ID: n.id, Label: n.label, Fill: true, Child: ui.Pad{X: ui.Tight, Child: n.cards}}
}

// Measure returns the size of the hand.
func (n handView) Measure(c *ui.Context, w float64) ui.Extent { return n.scroll().Measure(c, w) }

// Place sets the hand.
func (n handView) Place(c *ui.Context, r ui.Rect) {
	n.cards.loose = n.Measure(c, r.W).H > r.H
	n.scroll().Place(c, r)
}
