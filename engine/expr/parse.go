package expr

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxSource is the longest expression, in bytes.
const MaxSource = 1000

// Problem is a mistake in an expression.
type Problem struct {
	// Column is where it lies, counted in runes from 1 over the whole source,
	// line ends included.
	Column int
	// Message says what is wrong: lower case, without a place.
	Message string
}

// problems collects the mistakes of one source.
type problems struct {
	src  string
	list []Problem
}

// add notes a mistake at the byte offset.
func (p *problems) add(offset int, format string, args ...any) {
	offset = min(max(offset, 0), len(p.src))
	p.list = append(p.list, Problem{
		Column:  utf8.RuneCountInString(p.src[:offset]) + 1,
		Message: fmt.Sprintf(format, args...),
	})
}

// sorted returns the mistakes by place, each once.
func (p *problems) sorted() []Problem {
	slices.SortStableFunc(p.list, func(a, b Problem) int { return cmp.Compare(a.Column, b.Column) })
	return slices.Compact(p.list)
}

// lexeme is a token of the source.
type lexeme struct {
	offset int
	tok    token.Token
	text   string
}

// parse reads the syntax of p.src and returns nil after noting mistakes. Byte
// offsets in the tree are those of p.src: see offset.
func parse(p *problems) ast.Expr {
	if len(p.src) > MaxSource {
		p.add(0, "the expression has %d bytes, at most %d are allowed", len(p.src), MaxSource)
		return nil
	}
	if strings.TrimSpace(p.src) == "" {
		p.add(0, "the expression is empty")
		return nil
	}
	text, lexemes := prepare(p.src)
	for _, l := range lexemes {
		if l.tok == token.COMMENT {
			p.add(l.offset, "an expression holds no comments")
		}
	}
	if len(p.list) > 0 {
		return nil
	}
	tree, err := parser.ParseExprFrom(token.NewFileSet(), "", text, parser.SkipObjectResolution)
	if err == nil {
		return tree
	}
	if !habits(p, lexemes) {
		syntax(p, lexemes, err)
	}
	return nil
}

// prepare returns the source as Go's parser is to see it, with every byte in its
// place, and its tokens. Reserved words become ordinary names, since Go would
// take if for a statement and could not read goal.type; line ends that would
// end a statement become spaces.
func prepare(src string) ([]byte, []lexeme) {
	text := []byte(src)
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(text))
	s.Init(file, []byte(src), func(token.Position, string) {}, scanner.ScanComments)
	var lexemes []lexeme
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return text, lexemes
		}
		l := lexeme{offset: file.Offset(pos), tok: tok, text: lit}
		switch {
		case tok == token.SEMICOLON && lit == "\n":
			if l.offset < len(text) && text[l.offset] == '\n' {
				text[l.offset] = ' '
			}
			continue
		case tok.IsKeyword():
			text[l.offset] -= 'a' - 'A'
		case lit == "":
			l.text = tok.String()
		}
		lexemes = append(lexemes, l)
	}
}

// habits notes what is written as in other languages, and whether there was any.
func habits(p *problems, lexemes []lexeme) bool {
	for i, l := range lexemes {
		switch {
		case l.tok == token.CHAR:
			p.add(l.offset, "write text in double quotes, not %s", l.text)
		case l.tok == token.ASSIGN && i+1 < len(lexemes) && lexemes[i+1].offset == l.offset+1 && strings.HasPrefix(lexemes[i+1].text, ">"):
			p.add(l.offset, "write >=, not =>")
		case l.tok == token.ASSIGN:
			p.add(l.offset, "write == to compare, not =")
		case l.tok == token.IDENT:
			switch strings.ToLower(l.text) {
			case "and":
				p.add(l.offset, "write &&, not %s", l.text)
			case "or":
				p.add(l.offset, "write ||, not %s", l.text)
			case "not":
				p.add(l.offset, "write !, not %s", l.text)
			}
		}
	}
	return len(p.list) > 0
}

// syntax notes the parser's errors in words that fit.
func syntax(p *problems, lexemes []lexeme, err error) {
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		p.add(0, "%v", err)
		return
	}
	for _, e := range list {
		expected, ok := expectation(e.Msg)
		if !ok {
			p.add(e.Pos.Offset, "%s", e.Msg)
			continue
		}
		found := "the end"
		for _, l := range lexemes {
			if l.offset >= e.Pos.Offset {
				found = quote(l.text)
				break
			}
		}
		p.add(e.Pos.Offset, "expected %s, found %s", expected, found)
	}
}

// expectation says what the parser would have liked to see, if its message
// tells.
func expectation(message string) (string, bool) {
	if strings.HasPrefix(message, "missing ','") {
		return `"," or ")"`, true
	}
	what, ok := strings.CutPrefix(message, "expected ")
	if !ok {
		return "", false
	}
	what, _, _ = strings.Cut(what, ", found")
	switch what {
	case "operand":
		return "a value", true
	case "'EOF'":
		return "an operator or the end", true
	case "selector or type assertion":
		return "a name after the dot", true
	}
	return strings.ReplaceAll(what, "'", `"`), true
}

// offset is the place of pos in the source, in bytes: the parser's own file is
// the only one of its set and starts at 1.
func offset(pos token.Pos) int { return int(pos) - 1 }
