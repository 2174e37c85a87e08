package scenario

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// dateNames are names that would bring the calendar into a condition.
var dateNames = map[string]bool{"day": true, "days": true, "date": true, "today": true, "now": true, "week": true, "weeks": true,
	"weekday": true, "month": true, "months": true, "year": true, "years": true, "calendar": true, "time": true, "turn": true}

var (
	dateDigits = regexp.MustCompile(`\b(1[89]|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}\b`)
	dateText   = regexp.MustCompile(`(?i)\b([0-9]{1,2}\s+` + months + `|` + months + `\s+[0-9]{1,4})\b`)
	nameText   = regexp.MustCompile(`[\pL_][\pL\pN_]*(\.[\pL_][\pL\pN_]*)*`)
	quoted     = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
)

const months = `(january|february|march|april|may|june|july|august|september|october|november|december)`

// mentionsDate notes it if an expression mentions a date: what happens may
// depend on the state alone, or history would be written into the rules.
func (l *loader) mentionsDate(w word) bool {
	text := w.text
	if len(text) > 10000 {
		return false // the compiler refuses it for its length
	}
	found := -1
	note := func(offset int) {
		if found < 0 || offset < found {
			found = offset
		}
	}
	for _, span := range quoted.FindAllStringIndex(text, -1) {
		inside, err := strconv.Unquote(text[span[0]:span[1]])
		if err == nil && !l.isRung(inside) && (dateDigits.MatchString(inside) || dateText.MatchString(inside)) {
			note(span[0])
		}
		text = text[:span[0]] + strings.Repeat(" ", span[1]-span[0]) + text[span[1]:]
	}
	if span := dateDigits.FindStringIndex(text); span != nil {
		note(span[0])
	}
	for _, span := range nameText.FindAllStringIndex(text, -1) {
		first, _, _ := strings.Cut(text[span[0]:span[1]], ".")
		if dateNames[first] {
			note(span[0])
		}
	}
	if found < 0 {
		return false
	}
	l.add(w.rune(utf8.RuneCountInString(w.text[:found])+1), "a condition may not mention a date: dates stand only in cuts, exogenous events, "+
		"elections and the record; say what has happened, or use elapsed(), since(…) or quiet(…)")
	return true
}

// isRung says whether a text is a rung of some issue.
func (l *loader) isRung(text string) bool {
	for _, rungs := range l.rungs {
		if _, ok := rungs.index[text]; ok {
			return true
		}
	}
	return false
}
