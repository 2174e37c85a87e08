package scenario

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"backchannel/engine"
)

// Of every value two things are kept: whether its key is there (given), and
// whether a value of the right type is (set).

// word is a text of a file. Its place is that of the opening quote.
type word struct {
	text       string
	at         place
	plain      bool // see node
	given, set bool
}

func (w *word) fill(d *decoder, value any, n *node) {
	w.given, w.at = true, n.at
	text, ok := value.(string)
	if !ok {
		d.wrong(n, "a text in quotes", value)
		return
	}
	*w = wordAt(text, n)
}

// wordAt is a text with its place.
func wordAt(text string, n *node) word {
	return word{text: text, at: n.at, plain: n.plain, given: true, set: true}
}

// rune is the place of the k-th rune of the text, counted from 1, as far as it
// can be told.
func (w word) rune(k int) place {
	if !w.plain {
		return w.at
	}
	return w.at.right(k)
}

// wordList is one text of a file, or a list of them.
type wordList struct {
	list  []word
	at    place
	given bool
	many  bool // written as a list
}

func (t *wordList) fill(d *decoder, value any, n *node) {
	t.given, t.at = true, n.at
	list, ok := elements(value)
	if !ok {
		if _, one := value.(string); !one {
			d.wrong(n, "a text in quotes or a list of them", value)
			return
		}
		t.list = make([]word, 1)
		t.list[0].fill(d, value, n)
		return
	}
	t.many, t.list = true, make([]word, len(list))
	for k := range list {
		t.list[k].fill(d, list[k], n.item(k))
	}
}

// texts are the texts without their places.
func (t *wordList) texts() []string {
	var out []string
	for _, w := range t.list {
		out = append(out, w.text)
	}
	return out
}

// textPairs is a text for each side, or a list of such pairs.
type textPairs struct {
	list  []sideTexts
	at    place
	given bool
}

func (t *textPairs) fill(d *decoder, value any, n *node) {
	t.given, t.at = true, n.at
	if _, one := value.(map[string]any); one {
		t.list = make([]sideTexts, 1)
		d.value(reflectOf(&t.list[0]), value, n)
		return
	}
	list, ok := elements(value)
	if !ok {
		d.wrong(n, "a table with a text for each side or a list of such tables", value)
		return
	}
	t.list = make([]sideTexts, len(list))
	for k := range list {
		d.value(reflectOf(&t.list[k]), list[k], n.item(k))
	}
}

// whole is a whole number of a file.
type whole struct {
	n          int64
	at         place
	given, set bool
}

func (w *whole) fill(d *decoder, value any, n *node) {
	w.given, w.at = true, n.at
	number, ok := value.(int64)
	if !ok {
		d.wrong(n, "a whole number", value)
		return
	}
	*w = wholeAt(number, n.at)
}

// wholeAt is a number with its place.
func wholeAt(n int64, at place) whole { return whole{n, at, true, true} }

// flag is true or false in a file.
type flag struct {
	on         bool
	at         place
	given, set bool
}

func (f *flag) fill(d *decoder, value any, n *node) {
	f.given, f.at = true, n.at
	on, ok := value.(bool)
	if !ok {
		d.wrong(n, "true or false", value)
		return
	}
	*f = flag{on, n.at, true, true}
}

// date is a day of a file, written without quotes.
type date struct {
	day        engine.Day
	at         place
	given, set bool
}

func (w *date) fill(d *decoder, value any, n *node) {
	w.given, w.at = true, n.at
	clock, ok := value.(interface{ Format(string) string })
	if !ok || n.kind != unstable.LocalDate {
		d.wrong(n, "a date without quotes, such as 2030-12-31", value)
		return
	}
	day, err := engine.ParseDay(clock.Format("2006-01-02"))
	if err != nil {
		d.add(n.at, "%v", err)
		return
	}
	*w = date{day, n.at, true, true}
}

// mixed is a text, a number or true or false.
type mixed struct {
	value any // string, int64 or bool
	word  word
	at    place
}

// pair is a key and its value.
type pair struct {
	key word
	val mixed
}

// pairs are the keys and values of a table whose keys are names; a name with
// dots may be written with or without quotes.
type pairs []pair

func (p *pairs) fill(d *decoder, value any, n *node) {
	table, ok := value.(map[string]any)
	if !ok {
		d.wrong(n, "a table", value)
		return
	}
	p.collect(d, "", table, n)
	seen := map[string]bool{}
	for _, q := range *p {
		if seen[q.key.text] {
			d.add(q.key.at, "%q stands here twice", q.key.text)
		}
		seen[q.key.text] = true
	}
}

func (p *pairs) collect(d *decoder, prefix string, table map[string]any, n *node) {
	for _, key := range keysOf(table, n) {
		c := n.child(key)
		name := word{text: prefix + key, at: c.key, set: true}
		switch v := table[key].(type) {
		case map[string]any:
			p.collect(d, prefix+key+".", v, c)
		case string:
			*p = append(*p, pair{name, mixed{v, wordAt(v, c), c.at}})
		case int64, bool:
			*p = append(*p, pair{name, mixed{v, word{}, c.at}})
		default:
			d.wrong(c, "a whole number, a text or true or false", v)
		}
	}
}

// entry is a key of a table whose keys are ids, and its value.
type entry[T any] struct {
	key   word
	value T
}

// keyed are the keys and values of such a table, in the order of the file.
type keyed[T any] []entry[T]

func (k *keyed[T]) fill(d *decoder, value any, n *node) {
	table, ok := value.(map[string]any)
	if !ok {
		d.wrong(n, "a table", value)
		return
	}
	for _, key := range keysOf(table, n) {
		c := n.child(key)
		e := entry[T]{key: word{text: key, at: c.key, set: true}}
		d.value(reflectOf(&e.value), table[key], c)
		*k = append(*k, e)
	}
}

// level is a number for a quantity, or the words of a rung.
type level struct {
	number whole
	rung   word
	at     place
	given  bool
	set    bool
}

func (l *level) fill(d *decoder, value any, n *node) {
	l.at, l.given = n.at, true
	switch v := value.(type) {
	case int64:
		l.number, l.set = wholeAt(v, n.at), true
	case string:
		l.rung, l.set = wordAt(v, n), true
	default:
		d.wrong(n, "a whole number or the words of a rung", value)
	}
}
