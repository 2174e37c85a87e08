package scenario

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// place is where something stands in a file. Lines and columns count from 1,
// columns in runes.
type place struct{ line, column int32 }

// right is the place so many runes to the right.
func (p place) right(n int) place { return place{p.line, p.column + int32(n)} }

// node is what is known of the place of a value, beside the value itself.
type node struct {
	at    place // of the value; of a table, of its header
	key   place // of its key
	kind  unstable.Kind
	plain bool // a string on one line without escapes: its runes stand where they seem to
	table map[string]*node
	list  []*node
}

// child is the node of a table's key; where there is none, the table itself
// stands in.
func (n *node) child(key string) *node {
	if c := n.table[key]; c != nil {
		return c
	}
	return &node{at: n.at, key: n.at}
}

// item is the node of an element of an array.
func (n *node) item(k int) *node {
	if k < len(n.list) {
		return n.list[k]
	}
	return &node{at: n.at, key: n.key}
}

// enter returns the table of that key, the last one where the key holds an
// array of tables, and makes it where there is none.
func (n *node) enter(key string, at place) *node {
	c := n.table[key]
	if c == nil {
		c = &node{at: at, key: at, kind: unstable.Table, table: map[string]*node{}}
		n.table[key] = c
	}
	if len(c.list) > 0 {
		c = c.list[len(c.list)-1]
	}
	if c.table == nil {
		c.table = map[string]*node{}
	}
	return c
}

// marker turns offsets into places. It is quick as long as offsets grow along
// a line.
type marker struct {
	text   string
	starts []int // offset of each line
	line   int   // of the last offset asked for
	offset int
	column int
}

func newMarker(text string) *marker {
	m := &marker{text: text, starts: []int{0}, column: 1}
	for i := strings.IndexByte(text, '\n'); i >= 0; {
		m.starts = append(m.starts, i+1)
		n := strings.IndexByte(text[i+1:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
	}
	return m
}

func (m *marker) at(offset int) place {
	offset = min(max(offset, 0), len(m.text))
	line := m.find(offset)
	if line != m.line || offset < m.offset {
		m.line, m.offset, m.column = line, m.starts[line], 1
	}
	m.column += utf8.RuneCountInString(m.text[m.offset:offset])
	m.offset = offset
	return place{int32(line + 1), int32(m.column)}
}

// find is the line that holds an offset.
func (m *marker) find(offset int) int {
	low, high := 0, len(m.starts)
	for high-low > 1 {
		if mid := (low + high) / 2; m.starts[mid] <= offset {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// mapper builds the tree of places of a document that is known to be valid.
type mapper struct {
	parser unstable.Parser
	marks  *marker
	root   *node
}

// mapPlaces returns the places of every key and value of a document, or where
// its syntax is wrong.
func mapPlaces(text string, marks *marker) (root *node, at place, err error) {
	m := mapper{marks: marks, root: &node{at: place{1, 1}, key: place{1, 1}, kind: unstable.Table, table: map[string]*node{}}}
	m.parser.Reset([]byte(text))
	current := m.root
	for m.parser.NextExpression() {
		e := m.parser.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			current = m.header(e)
		case unstable.KeyValue:
			m.keyValue(current, e)
		}
	}
	if err := m.parser.Error(); err != nil {
		var bad *unstable.ParserError
		if errors.As(err, &bad) && len(bad.Highlight) > 0 {
			at = marks.at(int(m.parser.Range(bad.Highlight).Offset))
		}
		return nil, at, err
	}
	return m.root, place{}, nil
}

// header enters the table that a header opens.
func (m *mapper) header(e *unstable.Node) *node {
	table := m.root
	for it := e.Key(); it.Next(); {
		key := it.Node()
		at := m.bracket(int(key.Raw.Offset))
		if !it.IsLast() || e.Kind == unstable.Table {
			table = table.enter(string(key.Data), at)
			if it.IsLast() {
				table.at, table.key = at, at
			}
			continue
		}
		array := table.table[string(key.Data)]
		if array == nil {
			array = &node{at: at, key: at, kind: unstable.Array}
			table.table[string(key.Data)] = array
		}
		element := &node{at: at, key: at, kind: unstable.Table, table: map[string]*node{}}
		array.list = append(array.list, element)
		table = element
	}
	return table
}

// bracket is the place of the header that holds a key.
func (m *mapper) bracket(offset int) place {
	start := m.marks.starts[m.marks.find(offset)]
	line := m.marks.text[start:offset]
	return m.marks.at(start + max(strings.IndexByte(line, '['), 0))
}

// keyValue puts a key and its value into a table.
func (m *mapper) keyValue(table *node, e *unstable.Node) {
	end := 0
	for it := e.Key(); it.Next(); {
		key := it.Node()
		at := m.marks.at(int(key.Raw.Offset))
		end = int(key.Raw.Offset + key.Raw.Length)
		if !it.IsLast() {
			table = table.enter(string(key.Data), at)
			continue
		}
		n := m.value(e.Value(), m.after(end))
		n.key = at
		table.table[string(key.Data)] = n
	}
}

// after is the offset of the value that follows a key.
func (m *mapper) after(offset int) int {
	text := m.marks.text
	for offset < len(text) && strings.IndexByte(" \t=", text[offset]) >= 0 {
		offset++
	}
	return offset
}

func (m *mapper) value(v *unstable.Node, offset int) *node {
	if v.Raw.Length > 0 {
		offset = int(v.Raw.Offset)
	}
	n := &node{at: m.marks.at(offset), kind: v.Kind}
	n.key = n.at
	switch v.Kind {
	case unstable.Array:
		for it := v.Children(); it.Next(); {
			n.list = append(n.list, m.value(it.Node(), offset))
		}
	case unstable.InlineTable:
		n.table = map[string]*node{}
		for it := v.Children(); it.Next(); {
			m.keyValue(n, it.Node())
		}
	case unstable.String:
		raw := string(m.parser.Raw(v.Raw))
		n.plain = len(raw) == len(v.Data)+2 && !strings.ContainsAny(raw, "\r\n") && !strings.HasPrefix(raw, `""`) && !strings.HasPrefix(raw, "''")
	}
	return n
}
