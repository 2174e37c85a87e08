package scenario

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"backchannel/engine/expr"
)

// document is a file whose syntax is right: the values as BurntSushi/toml
// decodes them, and their places.
type document struct {
	values map[string]any
	root   *node
}

// parse reads the syntax of a file. A mistake there is reported alone.
func (r *report) parse(data []byte) *document {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if offset, message := guard(text); message != "" {
		r.add(newMarker(text).at(offset), "%s", message)
		return nil
	}
	marks := newMarker(text)
	var values map[string]any
	if _, err := toml.Decode(text, &values); err != nil {
		at, message := place{1, 1}, err.Error()
		var bad toml.ParseError
		if errors.As(err, &bad) {
			at, message = marks.at(startOf(text, bad)), bad.Message
		}
		r.add(at, "%s", strings.TrimPrefix(message, "toml: "))
		return nil
	}
	root, at, err := mapPlaces(text, marks)
	if err != nil {
		r.add(at, "%s", strings.TrimPrefix(err.Error(), "toml: "))
		return nil
	}
	return &document{values, root}
}

// startOf is the offset of a mistake. Of a key in quotes the parser gives the
// first letter.
func startOf(text string, bad toml.ParseError) int {
	at := bad.Position.Start
	if strings.HasPrefix(bad.Message, "Key '") && at > 0 && at <= len(text) && strings.IndexByte(`"'`, text[at-1]) >= 0 {
		return at - 1
	}
	return at
}

// filler is a type that reads itself from a decoded value.
type filler interface {
	fill(d *decoder, value any, n *node)
}

// decoder puts decoded values into Go values and notes everything that does
// not fit: unknown and missing keys, values of the wrong type.
type decoder struct {
	*report
	optional func(table reflect.Type, key string) bool
	shapes   map[reflect.Type]*shape
}

// decode puts a document into a struct. A field tagged `toml:"key"` takes that
// key's value; optional says which keys may be missing.
func (r *report) decode(doc *document, into any, optional func(table reflect.Type, key string) bool) {
	d := &decoder{r, optional, map[reflect.Type]*shape{}}
	d.value(reflect.ValueOf(into).Elem(), doc.values, doc.root)
}

func (d *decoder) value(v reflect.Value, value any, n *node) {
	if f, ok := v.Addr().Interface().(filler); ok {
		f.fill(d, value, n)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.table(v, value, n)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(v.Elem(), value, n)
	case reflect.Slice:
		d.slice(v, value, n)
	case reflect.Array:
		d.array(v, value, n)
	case reflect.String:
		if text, ok := value.(string); ok {
			v.SetString(text)
			return
		}
		d.wrong(n, "a text in quotes", value)
	case reflect.Bool:
		if on, ok := value.(bool); ok {
			v.SetBool(on)
			return
		}
		d.wrong(n, "true or false", value)
	default:
		if number, ok := value.(int64); ok && v.CanInt() && !v.OverflowInt(number) {
			v.SetInt(number)
			return
		}
		d.wrong(n, "a whole number", value)
	}
}

// wrong notes a value of the wrong type.
func (d *decoder) wrong(n *node, want string, value any) {
	d.add(n.at, "this must be %s, not %s", want, describe(value))
}

// describe names the type of a decoded value.
func describe(value any) string {
	switch value.(type) {
	case string:
		return "a text"
	case int64:
		return "a whole number"
	case bool:
		return "true or false"
	case map[string]any:
		return "a table"
	case []any, []map[string]any:
		return "a list"
	case interface{ Format(string) string }:
		return "a date or time"
	}
	return "a fraction"
}

// keysOf are a table's keys in the order of the file.
func keysOf(table map[string]any, n *node) []string {
	keys := make([]string, 0, len(table))
	for key := range table {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		p, q := n.child(a).key, n.child(b).key
		return cmp.Or(cmp.Compare(p.line, q.line), cmp.Compare(p.column, q.column), strings.Compare(a, b))
	})
	return keys
}

// shape is what a struct's fields say of a table.
type shape struct {
	names []string       // keys, in the order of the fields
	field map[string]int // field of each key
	need  map[string]bool
	at    int // the field for the place, -1 if there is none
}

// shapeOf reads the tags of a struct, once for each type.
func (d *decoder) shapeOf(t reflect.Type) *shape {
	if s := d.shapes[t]; s != nil {
		return s
	}
	s := &shape{field: map[string]int{}, need: map[string]bool{}, at: -1}
	for k := range t.NumField() {
		f := t.Field(k)
		if f.Name == "At" {
			s.at = k
		}
		if name := f.Tag.Get("toml"); name != "" && name != "-" {
			s.names = append(s.names, name)
			s.field[name] = k
			s.need[name] = !d.optional(t, name)
		}
	}
	d.shapes[t] = s
	return s
}

// table fills a struct.
func (d *decoder) table(v reflect.Value, value any, n *node) {
	s := d.shapeOf(v.Type())
	if s.at >= 0 {
		v.Field(s.at).Set(reflect.ValueOf(n.at))
	}
	table, ok := value.(map[string]any)
	if !ok {
		d.wrong(n, "a table", value)
		return
	}
	for _, key := range keysOf(table, n) {
		k, ok := s.field[key]
		if !ok {
			d.add(n.child(key).key, "unknown key %q%s", key, expr.Suggest(key, s.names))
			continue
		}
		d.value(v.Field(k), table[key], n.child(key))
		if s.need[key] && isEmpty(v.Field(k), table[key]) {
			d.add(n.child(key).at, "%q is empty", key)
		}
	}
	for _, name := range s.names {
		if _, ok := table[name]; !ok && s.need[name] {
			d.add(n.at, "the key %q is missing", name)
		}
	}
}

// isEmpty says whether a field was read from an empty text or list.
func isEmpty(field reflect.Value, value any) bool {
	if w, ok := field.Addr().Interface().(*word); ok {
		return w.set && strings.TrimSpace(w.text) == ""
	}
	list, ok := elements(value)
	return ok && len(list) == 0 && field.Kind() == reflect.Slice
}

// elements are the elements of a list.
func elements(value any) ([]any, bool) {
	switch list := value.(type) {
	case []any:
		return list, true
	case []map[string]any:
		out := make([]any, len(list))
		for k := range list {
			out[k] = list[k]
		}
		return out, true
	}
	return nil, false
}

func (d *decoder) slice(v reflect.Value, value any, n *node) {
	list, ok := elements(value)
	if !ok {
		d.wrong(n, "a list", value)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(list), len(list)))
	for k := range list {
		d.value(v.Index(k), list[k], n.item(k))
	}
}

func (d *decoder) array(v reflect.Value, value any, n *node) {
	list, ok := elements(value)
	if !ok {
		d.wrong(n, "a list", value)
		return
	}
	if len(list) != v.Len() {
		d.add(n.at, "this list must have %d numbers, not %d", v.Len(), len(list))
	}
	for k := range min(len(list), v.Len()) {
		d.value(v.Index(k), list[k], n.item(k))
	}
}

// reflectOf is what a pointer points to.
func reflectOf(pointer any) reflect.Value { return reflect.ValueOf(pointer).Elem() }
