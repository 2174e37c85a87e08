package scenario

import (
	"fmt"
	"strings"
)

const (
	// MaxBytes is the greatest length of a file.
	MaxBytes = 1 << 20
	// maxNesting is how deep arrays and inline tables may lie in one another.
	maxNesting = 16
	// maxDots is how many dots a key may have.
	maxDots = 8
)

// guard looks for what would make a TOML parser slow or exhaust its stack:
// deep nesting and keys of very many parts. It is exact on every valid file
// and on the valid beginning of any other, which is as far as parsers read.
func guard(text string) (offset int, message string) {
	if len(text) > MaxBytes {
		return 0, fmt.Sprintf("the file has %d bytes, at most %d are allowed", len(text), MaxBytes)
	}
	depth, dots := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"', '\'':
			i = skipString(text, i) - 1
		case '#':
			n := strings.IndexByte(text[i:], '\n')
			if n < 0 {
				return 0, ""
			}
			i += n - 1
		case '[', '{':
			depth, dots = depth+1, 0
		case ']', '}':
			depth = max(depth-1, 0)
		case '.':
			dots++
		case '=', ',', '\n':
			dots = 0
		}
		if depth > maxNesting {
			return i, fmt.Sprintf("arrays and tables are nested more than %d levels deep", maxNesting)
		}
		if dots > maxDots {
			return i, fmt.Sprintf("a key has more than %d dots", maxDots)
		}
	}
	return 0, ""
}

// skipString returns the offset after the string that begins at i.
func skipString(text string, i int) int {
	quote := text[i : i+1]
	long := strings.HasPrefix(text[i:], quote+quote+quote)
	if long {
		return skipLong(text, i+3, quote)
	}
	for i++; i < len(text); i++ {
		switch {
		case text[i] == '\n', text[i] == quote[0]:
			return i + 1
		case text[i] == '\\' && quote == `"`:
			i++
		}
	}
	return len(text)
}

// skipLong returns the offset after the multi-line string whose text begins at
// i. Up to two quotes may stand before the three that end it.
func skipLong(text string, i int, quote string) int {
	for ; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == `"`:
			i++
		case strings.HasPrefix(text[i:], quote+quote+quote):
			i += 3
			for n := 0; n < 2 && i < len(text) && text[i] == quote[0]; n++ {
				i++
			}
			return i
		}
	}
	return len(text)
}
