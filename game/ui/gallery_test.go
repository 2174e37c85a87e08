//go:build !headless

package ui_test

import (
	"fmt"
	"strings"

	"backchannel/game/ui"
)

// gallery is a scene that shows every widget; page says which.
type gallery struct {
	page   string
	tab    int
	search string
	odds   int
	chips  map[string]int
	drawer bool
	modal  bool
	got    []ui.Event
}

func newGallery(page string) *gallery {
	return &gallery{page: page, odds: 65, chips: map[string]int{"give": 1, "ask": -1, "channel": 0}}
}

func (g *gallery) Update(events []ui.Event) (ui.Scene, ui.Command) {
	g.got = append(g.got, events...)
	for _, e := range events {
		switch {
		case e.Kind == ui.Choose && e.ID == "folder":
			g.tab = e.Index
		case e.Kind == ui.Choose:
			g.chips[e.ID] = e.Index
		case e.Kind == ui.Change:
			g.search = e.Text
		case e.Kind == ui.Set:
			g.odds = e.Index
		case e.Kind == ui.Activate && e.ID == "all":
			g.drawer = true
		case e.Kind == ui.Activate && e.ID == "sign":
			g.modal = true
		case e.Kind == ui.Dismiss, e.Kind == ui.Activate && e.ID == "back":
			g.drawer, g.modal = false, false
		}
	}
	return g, ui.Command{}
}

func (g *gallery) View(c *ui.Context) ui.Node {
	var page ui.Node
	switch g.page {
	case "title":
		page = g.title()
	case "desk":
		page = g.desk(c)
	case "charts":
		page = g.charts()
	case "slip":
		page = g.slip()
	default:
		page = g.composer()
	}
	out := ui.Layers{page}
	if g.drawer {
		out = append(out, g.pulled())
	}
	if g.modal {
		out = append(out, g.sheet())
	}
	return out
}

func (g *gallery) title() ui.Node {
	return ui.Desk{Child: ui.Pad{X: ui.Vast, Y: ui.Vast, Child: ui.Scroll{ID: "page", Label: "Title", Fill: true, Child: ui.Column{Gap: ui.Even, Children: []ui.Node{
		ui.Text{Markup: "BACK CHANNEL", Family: ui.Worn, Size: ui.Display, Colour: ui.Chalk},
		ui.Text{Markup: "Washington and Havana, 1959–2016", Size: ui.Lead, Colour: ui.Brass},
		ui.Grow(1, ui.Air(ui.Broad)),
		ui.Limit{Width: 430, Child: ui.Paper{Stamp: "EYES ONLY", Clip: true, Head: ui.Text{Markup: "AUTUMN 1963", Size: ui.Fine}, Child: ui.Stack(
			ui.HeadText("The Accommodation Track"),
			ui.BookText("A reporter, a diplomat and a doctor carry words that neither capital may be seen to send. Ten weeks are left before Dallas."),
			ui.Flow{Gap: ui.Even, Children: []ui.Node{
				ui.Button{ID: "play", Text: "Open the file", Kind: ui.Primary},
				ui.Button{ID: "other", Text: "Other years"},
			}},
		)}},
		ui.Flow{Gap: ui.Even, Children: []ui.Node{
			ui.Button{ID: "settings", Text: "Settings", Kind: ui.Quiet},
			ui.Button{ID: "quit", Text: "Leave", Kind: ui.Quiet},
		}},
	}}}}}
}

func (g *gallery) desk(c *ui.Context) ui.Node {
	cable := ui.Paper{Holes: true, Stamp: "SECRET", Head: ui.Stack(
		ui.Text{Markup: "**DEPARTMENT OF STATE**", Size: ui.Fine},
		ui.Text{Markup: "INCOMING TELEGRAM", Family: ui.Worn, Size: ui.Heading},
	), Child: ui.Stack(
		ui.Text{Markup: "NEW YORK, SEPTEMBER 23, 1963 — 7 P.M.", Size: ui.Fine},
		ui.Rule{Double: true},
		ui.TypedText("Attwood met **Lechuga** at Miss Howard’s. Havana is __ready to hear__ an emissary, “without publicity”. !!Mongoose did not hear of it.!! Vallejo telephones on Monday."),
		ui.BookText("Señor Lechuga added that Premier Castro resents the Soviet withdrawal; //he was left out of the talks//."),
		ui.Flow{Gap: ui.Even, Children: []ui.Node{
			ui.Button{ID: "sign", Text: "Sign", Kind: ui.Primary, Key: "S"},
			ui.Button{ID: "all", Text: "All moves", Key: "A"},
			ui.Button{ID: "undo", Text: "Undo", Disabled: "Nothing has been done since the last signature."},
			ui.Button{ID: "file", Text: "File it", Kind: ui.Quiet},
		}},
	)}
	cards := ui.Grid{Gap: ui.Roomy, Children: []ui.Node{
		ui.Card{ID: "card.attwood", Title: "Send Attwood to Varadero", Body: "A former ambassador flies in by way of Mexico, **to listen only**.",
			Notes: []ui.Note{{Head: "If it leaks:", Text: "Congress asks who sent him.", Danger: true}}, Price: "• • • 3 influence", Key: "1", Label: "State urges",
			Odds: &ui.Odds{Low: 0.6, High: 0.75, Text: "they accept: State 60, CIA 75 in 100"},
			Tip:  "Capital 12 of 20: six a month from the **President’s standing** (61)."},
		ui.Card{ID: "card.raids", Title: "Recall the raiders", Body: "The boats of Alpha 66 stay in Miami for a month.",
			Notes: []ui.Note{{Head: "If secret:", Text: "Exile standing falls; the CIA may be slow, and Miami will hear of it within the week.", Danger: true}}, NoteLines: 1, Price: "• • 2 influence", Key: "2", Label: "The CIA urges", Chosen: true, Mark: "ON TOP OF THE PILE"},
		ui.Card{ID: "card.silence", Title: "Say nothing", Body: "Lechuga waits a week more.", Price: "free", Free: true, Key: "3", Label: "Bundy urges"},
		ui.Card{ID: "card.visit", Title: "Receive an envoy", Body: "Vallejo comes to New York.", Price: "6 influence", Disabled: "Capital 4, needed 6."},
	}}
	meters := ui.Paper{Snug: true, Child: ui.Column{Gap: ui.Snug, Children: []ui.Node{
		ui.Meter{ID: "m.tension", Label: "Tension", Word: "armed watch", Value: 62, Before: 55, Tip: "**62** armed watch. +5 raid on Casilda, +2 speech of 7 September."},
		ui.Meter{ID: "m.trust", Label: "Havana’s trust", Word: "listening", Value: 31, Before: 31},
		ui.Meter{ID: "m.congress", Label: "Congress’s room", Word: "narrow", Value: 24, Before: -1},
		ui.Flow{Gap: ui.Snug, Children: []ui.Node{ui.TypedText("Arrivals this month:"), ui.Why{ID: "why.boats", Label: "Arrivals", Tip: "412: three flights and nine boats.", Child: ui.TypedText("**412**")}}},
	}}}
	left := ui.Column{Gap: ui.Roomy, Children: []ui.Node{cable, cards}}
	var body ui.Node = ui.Scroll{ID: "desk", Label: "Desk", Child: ui.Pad{X: ui.Tight, Y: ui.Even, Child: ui.Column{Gap: ui.Roomy, Children: []ui.Node{meters, left}}}}
	if c.Class() != ui.Compact {
		body = ui.Row{Gap: ui.Broad, Children: []ui.Node{
			ui.Grow(2.6, ui.Scroll{ID: "desk", Label: "Desk", Child: ui.Pad{X: ui.Tight, Y: ui.Even, Child: left}}),
			ui.Grow(1, ui.Scroll{ID: "side", Label: "Meters", Child: ui.Pad{X: ui.Tight, Y: ui.Even, Child: meters}}),
		}}
	}
	return ui.Desk{Dim: 0.35, Child: ui.Pad{X: ui.Broad, Y: ui.Even, Child: body}}
}

func (g *gallery) composer() ui.Node {
	sentence := ui.Sentence("We will", ui.Chip{ID: "give", Label: "What we give", Index: g.chips["give"],
		Options: []string{"call off the raids on shipping", "end the raids from our shore", "say nothing in the OAS", "let medicine through"}},
		"if you", ui.Chip{ID: "ask", Label: "What we ask", Index: g.chips["ask"], Empty: "choose what we ask",
			Options: []string{"stop arms to Venezuela", "send the Soviet brigade home", "free the prisoners"}},
		"carried by", ui.Chip{ID: "channel", Label: "Channel", Index: g.chips["channel"], Options: []string{"Lisa Howard, ABC", "the Swiss embassy"}},
		"and open until", ui.Chip{ID: "until", Label: "Day", Index: 0, Options: []string{"December 2"}, Disabled: "The channel carries one date only."}, ".")
	folder := ui.Tabs{ID: "folder", Names: []string{"Composer", "Promises", "Channels"}, Index: g.tab, Child: ui.Stack(
		ui.HeadText("An offer"), sentence,
		ui.Text{Markup: "Havana hears an agenda item, not an entry fee.", Family: ui.Book, Colour: ui.Faded},
		ui.Flow{Gap: ui.Even, Children: []ui.Node{ui.Button{ID: "send", Text: "Send it", Kind: ui.Primary}, ui.Button{ID: "all", Text: "All moves"}}},
	)}
	return ui.Desk{Dim: 0.5, Child: ui.Pad{X: ui.Broad, Y: ui.Roomy, Child: ui.Limit{Width: 860, Align: ui.Middle,
		Child: ui.Scroll{ID: "page", Label: "Offer", Child: ui.Pad{X: ui.Tight, Y: ui.Even, Child: folder}}}}}
}

func (g *gallery) charts() ui.Node {
	x := []float64{0, 1, 2, 3, 4, 5, 6, 7, 8}
	chart := ui.LineChart{MinX: 0, MaxX: 8, MinY: 0, MaxY: 100,
		XTicks: []ui.Mark{{At: 0, Text: "Sept."}, {At: 4, Text: "Oct."}, {At: 8, Text: "Nov."}},
		YTicks: []ui.Mark{{At: 0, Text: "0"}, {At: 50, Text: "50"}, {At: 100, Text: "100"}},
		Event:  ui.Mark{At: 6.5, Text: "Dallas"},
		Series: []ui.Series{
			{Name: "you", X: x, Y: []float64{62, 58, 60, 51, 44, 46, 38, 40, 36}, Colour: ui.BlueCarbon},
			{Name: "history", X: x, Y: []float64{62, 63, 60, 62, 58, 55, 57, 49, 41}, Colour: ui.RedPencil, Dashed: true},
		}}
	bars := ui.Bars{Items: []ui.Bar{
		{Label: "talks", Value: 0.18, Low: 0.11, High: 0.27, Text: "18 in 100"},
		{Label: "agenda agreed", Value: 0.34, Low: 0.25, High: 0.41, Text: "34 in 100"},
		{Label: "contact only", Value: 0.41, Low: 0.33, High: 0.52, Text: "41 in 100", Mark: true},
		{Label: "broken off", Value: 0.07, Low: 0.02, High: 0.12, Text: "7 in 100"},
	}}
	return ui.Desk{Dim: 0.5, Child: ui.Pad{X: ui.Broad, Y: ui.Roomy, Child: ui.Scroll{ID: "page", Label: "Debrief", Child: ui.Pad{X: ui.Tight, Y: ui.Even, Child: ui.Grid{Min: 420, Most: 2, Gap: ui.Broad, Children: []ui.Node{
		ui.Paper{Holes: true, Child: ui.Stack(ui.HeadText("Tension, week by week"), ui.Text{Markup: "Reconstructed lines are dashed.", Size: ui.Fine}, chart)},
		ui.Paper{Stamp: "DECLASSIFIED", Head: ui.HeadText("What could have been"), Child: ui.Stack(ui.BookText("Of a thousand worlds with the luck of that autumn:"), bars)},
	}}}}}}
}

func (g *gallery) slip() ui.Node {
	written := "The Swiss are slow, and //nobody// in Havana reads a letter on a Sunday; last time it took them nine days to say that they had it."
	if g.search != "" {
		written = g.search
	}
	return ui.Desk{Dim: 0.5, Child: ui.Pad{X: ui.Broad, Y: ui.Roomy, Child: ui.Limit{Width: 640, Align: ui.Middle,
		Child: ui.Scroll{ID: "page", Label: "Slip", Child: ui.Pad{X: ui.Tight, Y: ui.Even, Child: ui.Paper{Ground: ui.Slip, Clip: true, Head: ui.HeadText("In your own words"), Child: ui.Stack(
			ui.Field{ID: "name", Label: "Name", Hint: "as on the register", Value: ""},
			ui.Field{ID: "why", Label: "Your reason", Value: written, Most: 200, Lines: 2, Note: "Room for 70 letters more."},
			ui.Field{ID: "empty", Label: "What would change your mind?", Hint: "write here", Lines: 3},
			ui.Scale{ID: "odds", Label: "How likely", Value: g.odds, Text: oddsWords(g.odds), Low: "0: it cannot be", High: "100: it is certain", Tip: "Draw the cursor along."},
			ui.Scale{ID: "blank", Label: "How likely is the other", Value: ui.Unset, Text: oddsWords(ui.Unset), Low: "0: never", High: "100: always"},
			ui.Scale{ID: "fixed", Label: "What was said", Value: 35, Text: oddsWords(35), Low: "0", High: "100", Disabled: "What was said last week stands."},
			ui.Button{ID: "file", Text: "File it"})}}}}}}
}

func oddsWords(v int) string {
	if v < 0 {
		return "nothing said yet"
	}
	return fmt.Sprint(v, " in 100")
}

func (g *gallery) pulled() ui.Node {
	var items []ui.Node
	for _, m := range []string{"Answer Lechuga", "Brief the Attorney General", "Call off the Rex", "Deny a visa", "Expel an attaché", "Let medicine through", "Recall the raiders", "Send a message by Brazil", "Speak at the United Nations", "Tell the Congress"} {
		if strings.Contains(strings.ToLower(m), strings.ToLower(g.search)) {
			items = append(items, ui.Button{ID: "move." + m, Text: m, Wide: true})
		}
	}
	return ui.Drawer{ID: "drawer", Title: "All moves", Child: ui.Stack(
		ui.Field{ID: "search", Label: "Find", Hint: "a name or a place", Value: g.search},
		ui.Fill(ui.Scroll{ID: "moves", Label: "Moves", Child: ui.Pad{X: ui.Snug, Y: ui.Even, Child: ui.Column{Gap: ui.Snug, Children: items}}}),
	)}
}

func (g *gallery) sheet() ui.Node {
	return ui.Modal{ID: "dialog", Title: "Sign the week away?", Stamp: "TOP SECRET",
		Child: ui.Stack(ui.BookText("Attwood leaves for Mexico tonight. Once he has gone, the week cannot be taken back."),
			ui.TypedText("3 capital · exposure 2 · Miss Howard knows")),
		Foot: ui.Flow{Gap: ui.Even, Children: []ui.Node{ui.Button{ID: "yes", Text: "Sign", Kind: ui.Primary}, ui.Button{ID: "back", Text: "Think again"}}}}
}
