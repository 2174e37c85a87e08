package scenario

import (
	"net/url"
	"strings"

	"backchannel/engine"
)

// sourceTables fills the sources.
func (l *loader) sourceTables() {
	l.sources = newNames()
	ids, at := idsOf(l.src.Sources, func(t *sourceTable) (word, place) { return t.ID, t.At })
	l.declare(l.sources, "source", ids, at, MaxBytes)
	l.used = make([]bool, len(ids))
	for k := range l.src.Sources {
		t := &l.src.Sources[k]
		l.m.Sources = append(l.m.Sources, engine.Source{ID: t.ID.text, Author: t.Author.text, Title: t.Title.text,
			Where: t.Where.text, Date: t.Date.text, Address: t.Address.text})
		if t.Address.set && !goodAddress(t.Address.text) {
			l.add(t.Address.at, "%q is not an address that begins with https:// or http://", t.Address.text)
		}
	}
}

// goodAddress says whether an address is a web address with a host.
func goodAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.User == nil &&
		strings.Contains(strings.Trim(u.Hostname(), "."), ".") && !strings.ContainsAny(address, " <>\"")
}

// from is where a fact comes from: the id of its source, else the note.
func (l *loader) from(source, note word) string {
	if !source.set {
		return note.text
	}
	if k, ok := l.find(l.sources, source, "source"); ok {
		l.used[k] = true
	}
	return source.text
}

// judged is where a judged value comes from: a source, or a note that gives
// the reason.
func (l *loader) judged(at place, what string, source, note word) string {
	switch reason, ok := strings.CutPrefix(note.text, "judged:"); {
	case !source.given && !note.given:
		l.add(at, `%s needs a source, or a note that begins with "judged:" and gives the reason`, what)
	case source.given || !note.set:
	case !ok:
		l.add(note.at, `without a source the note must begin with "judged:"`)
	case strings.TrimSpace(reason) == "":
		l.add(note.at, "the note gives no reason")
	}
	return l.from(source, note)
}

// unusedSources warns of sources that nothing names.
func (l *loader) unusedSources() {
	for k, used := range l.used {
		if t := &l.src.Sources[k]; !used && t.ID.set && l.sources.index[t.ID.text] == k {
			l.warn(t.ID.at, "nothing names the source %q", t.ID.text)
		}
	}
}

// short notes it if a text has more words than may be.
func (r *report) short(w word, most int, what string) {
	if n := len(strings.Fields(w.text)); n > most {
		r.add(w.at, "a %s has at most %d words, this one has %d", what, most, n)
	}
}
