package textplay

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/mitchellh/go-wordwrap"
	"github.com/muesli/termenv"
)

// width is the longest line.
const width = 79

// page writes paragraphs, wrapped. It remembers the first error.
type page struct {
	out  io.Writer
	term *termenv.Output
	err  error
	air  bool // the last line was empty
}

func newPage(out io.Writer) *page { return &page{out: out, term: termenv.NewOutput(out), air: true} }

func (p *page) write(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.out, s)
	}
}

// para writes a paragraph, its lines set in by so many spaces.
func (p *page) para(indent int, text string) {
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if strings.TrimSpace(line) == "" {
			p.gap()
			continue
		}
		pad := strings.Repeat(" ", indent)
		for _, l := range strings.Split(wordwrap.WrapString(line, uint(width-indent)), "\n") {
			p.write(pad + l + "\n")
		}
		p.air = false
	}
}

// item writes a paragraph whose first line stands out to the left.
func (p *page) item(hang int, text string) {
	wrapped := strings.Split(wordwrap.WrapString(text, uint(width-hang)), "\n")
	pad := ""
	for _, l := range wrapped {
		p.write(pad + l + "\n")
		pad = strings.Repeat(" ", hang)
	}
	p.air = false
}

// plain writes a line as it is.
func (p *page) plain(line string) {
	p.write(line + "\n")
	p.air = false
}

// strong writes a hanging paragraph in bold, where there is bold.
func (p *page) strong(hang int, text string) {
	pad := ""
	for _, l := range strings.Split(wordwrap.WrapString(text, uint(width-hang)), "\n") {
		p.write(pad + p.term.String(l).Bold().String() + "\n")
		pad = strings.Repeat(" ", hang)
	}
	p.air = false
}

// heading writes a heading with air before it.
func (p *page) heading(text string) {
	p.gap()
	p.write(p.term.String(strings.ToUpper(text)).Bold().String() + "\n")
	p.air = false
}

// gap leaves an empty line, never two.
func (p *page) gap() {
	if !p.air {
		p.write("\n")
	}
	p.air = true
}

// lines reads lines.
type lines struct {
	sc   *bufio.Scanner
	echo bool // the input is no terminal: what is read is shown
}

func newLines(in io.Reader) *lines {
	f, ok := in.(*os.File)
	return &lines{bufio.NewScanner(in), !ok || !isatty.IsTerminal(f.Fd())}
}

// next reads a line, trimmed, or says that the input has ended.
func (l *lines) next() (string, error) {
	if l.sc.Scan() {
		return strings.TrimSpace(l.sc.Text()), nil
	}
	if err := l.sc.Err(); err != nil {
		return "", fmt.Errorf("reading: %w", err)
	}
	return "", errEnd
}

func (s *session) say(key string, with ...any) { s.para(0, s.c.T(key, with...)) }

func (s *session) head(key string, with ...any) { s.heading(s.c.T(key, with...)) }

// ask shows the prompt and reads an answer.
func (s *session) ask() (string, error) {
	s.write(s.c.T("turn.prompt"))
	line, err := s.in.next()
	if s.in.echo && err == nil {
		s.write(line + "\n")
	}
	s.air = false
	if strings.EqualFold(line, "quit") { // wherever one is asked something
		return "", errEnd
	}
	return line, err
}
