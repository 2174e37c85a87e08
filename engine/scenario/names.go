package scenario

import "backchannel/engine/expr"

// names are the ids of one sort and what they stand for.
type names struct {
	index map[string]int
	list  []string
}

func newNames(list ...string) *names {
	n := &names{index: make(map[string]int, len(list))}
	for _, name := range list {
		n.put(name)
	}
	return n
}

// put gives the next number to a name. It says whether the name was new; an
// old one keeps its number but takes up the next as well.
func (n *names) put(name string) bool {
	_, old := n.index[name]
	if !old {
		n.index[name] = len(n.list)
	}
	n.list = append(n.list, name)
	return !old
}

// find returns the number of a name and notes it if there is none. What could
// not be read at all has been reported and is passed over.
func (r *report) find(n *names, w word, what string) (int, bool) {
	if !w.set {
		return 0, false
	}
	k, ok := n.index[w.text]
	if !ok {
		r.add(w.at, "unknown %s %q%s", what, w.text, expr.Suggest(w.text, n.list))
	}
	return k, ok
}

// declare gives numbers to the ids of one sort, which must be well formed,
// different and at most most in number. It returns how many may be used.
func (r *report) declare(n *names, what string, ids []word, tables []place, most int) int {
	for k, id := range ids {
		if k == most {
			r.add(tables[k], "one %s too many: at most %d are allowed", what, most)
			return most
		}
		if id.set && !goodID(id.text) {
			r.add(id.at, "the id %q must be lower case letters and digits with single hyphens between", id.text)
		}
		if !n.put(id.text) && id.set {
			r.add(id.at, "a second %s %q", what, id.text)
		}
	}
	return len(ids)
}

// goodID says whether an id is lower case letters and digits with single
// hyphens between.
func goodID(id string) bool {
	if len(id) > 60 {
		return false
	}
	last := byte('-')
	for k := range len(id) {
		c := id[k]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		case c == '-' && last != '-':
		default:
			return false
		}
		last = c
	}
	return last != '-'
}
