package desk

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"backchannel/engine"
)

// Day is a date in full: "Monday 2 September 1963".
func (r *Reader) Day(d engine.Day) string {
	y, m, day := d.Civil()
	return r.C.T("date.full", "Weekday", r.word("date.weekdays", d.Weekday()), "Day", day, "Month", r.word("date.months", m-1), "Year", y)
}

// Short is a date without its year: "2 September".
func (r *Reader) Short(d engine.Day) string {
	_, m, day := d.Civil()
	return r.C.T("date.short", "Day", day, "Month", r.word("date.months", m-1))
}

// word is one of the words of a list in the catalogue.
func (r *Reader) word(key string, n int) string {
	words := strings.Fields(r.C.T(key))
	if n < 0 || n >= len(words) {
		return ""
	}
	return words[n]
}

// Span is a turn's dates in words.
func (r *Reader) Span(from, next engine.Day) string {
	y, m, d := from.Civil()
	switch days := next - from; {
	case days == 1:
		return r.C.T("date.day", "From", r.Day(from))
	case days == 7:
		return r.C.T("date.week", "From", r.Day(from))
	case days >= 28 && days <= 31 && d == 1:
		return r.C.T("date.month", "Month", r.word("date.months", m-1), "Year", y)
	}
	y2, m2, d2 := (next - 1).Civil()
	_, _, first := next.Civil()
	switch {
	case d == 1 && first == 1 && y == y2:
		return r.C.T("date.quarter", "Month", r.word("date.months", m-1), "Last", r.word("date.months", m2-1), "Year", y)
	case m == m2 && y == y2:
		return r.C.T("date.part", "From", d, "To", d2, "Month", r.word("date.months", m-1), "Year", y)
	case y == y2:
		return r.C.T("date.span", "From", r.Short(from), "To", r.dated(next-1))
	}
	return r.C.T("date.span", "From", r.dated(from), "To", r.dated(next-1))
}

// dated is a date with its year: "2 September 1963".
func (r *Reader) dated(d engine.Day) string {
	y, _, _ := d.Civil()
	return r.C.T("date.dated", "Date", r.Short(d), "Year", y)
}

// Months is a span by its months, "September to December 1963", or by its years.
func (r *Reader) Months(from, to engine.Day) string {
	y, m, _ := from.Civil()
	y2, m2, _ := to.Civil()
	if y != y2 {
		return r.C.T("date.month_span", "From", y, "To", y2)
	}
	return r.C.T("date.month_span", "From", r.word("date.months", m-1), "To", r.C.T("date.month_year", "Month", r.word("date.months", m2-1), "Year", y2))
}

// Inside is a title as it stands inside a sentence: its first letter small,
// unless it is a name.
func (r *Reader) Inside(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	for _, name := range strings.Split(r.C.T("text.proper"), "; ") {
		if strings.HasPrefix(title, name+" ") || title == name {
			return title
		}
	}
	if second, _ := utf8.DecodeRuneInString(title[size:]); !unicode.IsLower(second) && second != ' ' {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}

// Article is a title inside a sentence that may begin with a name: only an
// article loses its large letter.
func (r *Reader) Article(title string) string {
	for _, a := range strings.Fields(r.C.T("text.articles")) {
		if strings.HasPrefix(title, a+" ") {
			return r.Inside(title)
		}
	}
	return title
}

// upper makes the first letter of a sentence large.
func upper(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// issue is an issue's title inside a sentence.
func (r *Reader) issue(i int8) string {
	if i < 0 || int(i) >= len(r.M.Issues) {
		return r.C.T("text.none")
	}
	return r.Inside(r.M.Issues[i].Title)
}

func (r *Reader) rung(i, rung int8) string {
	rungs := r.M.Issues[i].Rungs
	return rungs[min(max(int(rung), 0), len(rungs)-1)].Text
}

// channel is a channel's short name, or that there is none.
func (r *Reader) channel(k int8) string {
	if k < 0 || int(k) >= len(r.M.Channels) {
		return r.C.T("text.openly")
	}
	return r.M.Channels[k].Name
}

// by is how a message travels: "by Howard", "in the open".
func (r *Reader) by(k int8) string {
	if k < 0 || int(k) >= len(r.M.Channels) {
		return r.C.T("text.by_open")
	}
	return r.C.T("text.by", "Channel", r.M.Channels[k].Name)
}

// list joins words with commas and an "and".
func (r *Reader) list(words []string) string {
	switch len(words) {
	case 0:
		return r.C.T("text.none")
	case 1:
		return words[0]
	}
	last := len(words) - 1
	return r.C.T("text.list_and", "Rest", strings.Join(words[:last], ", "), "Last", words[last])
}

// Words counts the words of a text.
func Words(s string) int { return len(strings.Fields(s)) }

// Points is an amount in thousandths as points with one decimal place at most.
func Points(m engine.Milli) string {
	sign := ""
	if m < 0 {
		sign, m = "−", -m
	}
	tenths := (m + 50) / 100
	if tenths%10 == 0 || tenths >= 100 {
		return sign + Thousands((tenths+5)/10)
	}
	return sign + strconv.FormatInt(tenths/10, 10) + "." + strconv.FormatInt(tenths%10, 10)
}

// Thousands is a whole number with commas.
func Thousands(n int64) string {
	s := strconv.FormatInt(max(n, -n), 10)
	for k := len(s) - 3; k > 0; k -= 3 {
		s = s[:k] + "," + s[k:]
	}
	if n < 0 {
		return "−" + s
	}
	return s
}

var oddsWords = [...]string{"odds.w0", "odds.w1", "odds.w2", "odds.w3", "odds.w4", "odds.w5"}

// oddsWord is the word for odds in thousandths.
func (r *Reader) oddsWord(odds int64) string {
	step := 0
	for _, edge := range [...]int64{30, 100, 250, 500, 750} {
		if odds >= edge {
			step++
		}
	}
	return r.C.T(oddsWords[step])
}

// adviser is the short name of an adviser: the first of those who share it.
func (r *Reader) adviser(k int) string {
	name := r.M.Sides[r.side].Advisers[k].Name
	if at := strings.Index(name, " and "); at > 0 {
		name = name[:at]
	}
	return name
}
