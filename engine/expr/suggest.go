package expr

import (
	"strconv"
	"strings"
)

// maxSuggest is the length in runes above which words get no suggestion.
const maxSuggest = 100

// Suggest returns ` (did you mean "x"?)` for the word x of from that is nearest
// to word, or "" where none is near. Near is a Damerau-Levenshtein distance
// (adjacent letters may change places; upper and lower case are the same) of at
// most a third of the longer word's length. Of equally near words the first in
// the alphabet is taken, so the order of from has no influence.
func Suggest(word string, from []string) string {
	w := []rune(strings.ToLower(word))
	if len(w) == 0 || len(w) > maxSuggest {
		return ""
	}
	best, least := "", maxSuggest
	for _, candidate := range from {
		if candidate == word || len(candidate) > 4*maxSuggest {
			continue
		}
		c := []rune(strings.ToLower(candidate))
		limit := max(len(w), len(c)) / 3
		if len(c) == 0 || len(c)-len(w) > limit || len(w)-len(c) > limit {
			continue
		}
		d := distance(w, c)
		if d <= limit && (d < least || d == least && candidate < best) {
			best, least = candidate, d
		}
	}
	if best == "" {
		return ""
	}
	return " (did you mean " + quote(best) + "?)"
}

// distance is the number of letters to insert, delete, replace or swap with
// their neighbour to make b of a, no letter being touched twice.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d++
			}
			d = min(d, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// quote puts s in double quotes.
func quote(s string) string { return strconv.Quote(s) }
