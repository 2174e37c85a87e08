package expr

import (
	"slices"
	"strings"
	"testing"
)

func TestSuggest(t *testing.T) {
	long := strings.Repeat("a", maxSuggest+1)
	tests := []struct {
		word, from, want string
	}{
		{"hardshp", "hardship trust.havana", "hardship"},
		{"hradship", "hardship", "hardship"},
		{"Hardship", "hardship", "hardship"},
		{"hardship", "hardship", ""}, // known: there is nothing to say
		{"mn", "min max", "min"},
		{"ab", "ba", ""}, // a third of two letters is none
		{"abc", "acb", "acb"},
		{"abc", "abd abe aba", "aba"}, // equally near: by the alphabet
		{"abc", "xyz", ""},
		{"árbol", "arbol", "arbol"},
		{"abcdef", "bacdfe", "bacdfe"},
		{"abcdef", "fedcba", ""},
		{"", "a", ""},
		{"a", "", ""},
		{long, long + "b", ""},
	}
	for _, test := range tests {
		want := ""
		if test.want != "" {
			want = ` (did you mean "` + test.want + `"?)`
		}
		from := strings.Split(test.from, " ")
		for range 2 {
			if got := Suggest(test.word, from); got != want {
				t.Errorf("%q from %q: %q, want %q", test.word, from, got, want)
			}
			slices.Reverse(from)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"kitten", "sitting", 3},
		{"ca", "abc", 3}, {"ab", "ba", 1}, {"abcd", "acbd", 1}, {"saturday", "sunday", 3},
	}
	for _, test := range tests {
		if got := distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("%q to %q: %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
