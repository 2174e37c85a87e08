// Package textplay is the whole game in a terminal: linear text that a screen
// reader can follow, 80 columns wide, one line of input at a time.
package textplay

import (
	"errors"
	"io"
	"time"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/play"
	"backchannel/engine/scenario"
	"backchannel/game/desk"
	"backchannel/game/lab"
	"backchannel/game/lang"
	"backchannel/scenarios"
)

// Era is a scenario that can be chosen.
type Era struct {
	Info scenario.Info
	Load func(cut string) (*engine.Model, error) // the default cut if cut is ""
}

// Opts are how a game is played.
type Opts struct {
	Lang          string
	Eras          []Era                  // nil: those that are shipped
	Model         *engine.Model          // already chosen, else asked
	Game          *play.Game             // already begun, else begun anew; needs Model
	Side          engine.Side            // taken if Chosen
	Chosen        bool                   // the chair is chosen
	Seed          uint64                 // taken if Seeded
	Seeded        bool                   // the seed is chosen
	UnknownFuture bool                   // a shock of a person is a hazard
	HideHistory   bool                   // no "In history, these weeks"
	NoQuiet       bool                   // stop at every turn
	Saver         func(*play.Game) error // after every commit, and on s; nil: no saves
	Begun         func(*play.Game) error // once, when a new game has begun

	Notes    func(*play.Game, lab.Notebook) (string, error) // keeps what was asked in the laboratory of a game, nil for the record, and says where; nil keeps nothing
	Recall   func(*play.Game, *lab.Visit) error             // takes up what was kept of an earlier visit; nil takes up nothing
	Past     *abduct.Past                                   // a play-through that is over: the laboratory opens on it and nothing is played
	Theories func(*engine.Model) ([]lab.Version, error)     // under which the laboratory asks; nil: under the play-through's own alone
}

// errBranch says that the game now on the desk is a branch to be played.
var errBranch = errors.New("a branch")

// errEnd says that the input has ended, or that the player will play on later.
var errEnd = errors.New("end of input")

type session struct {
	*page
	in     *lines
	opts   Opts
	m      *engine.Model
	c      *lang.Catalog
	g      *play.Game
	r      *desk.Reader
	hand   []desk.CardView // as it was last shown: its numbers hold until it is shown again
	drawer []desk.CardView
	told   map[int16]bool // events whose warning was told at the last desk
}

// Play plays a game from the choice of an era to the debrief. The end of the
// input ends it politely; an error is one of reading, writing or loading.
func Play(in io.Reader, out io.Writer, opts Opts) error {
	s := &session{page: newPage(out), in: newLines(in), opts: opts, c: lang.For(opts.Lang)}
	err := s.play()
	if errors.Is(err, errEnd) {
		err = nil
		s.goodbye()
	}
	return errors.Join(err, s.err)
}

func (s *session) play() error {
	if s.opts.Past != nil {
		s.m, s.g = s.opts.Past.M, s.opts.Game
		return s.laboratory(s.opts.Past)
	}
	if s.opts.Game == nil {
		if err := s.begin(); err != nil {
			return err
		}
		if s.g == nil { // one wanted to read the record
			return s.laboratory(abduct.Record(s.m))
		}
	} else {
		s.m = s.opts.Model
		s.open(s.opts.Game)
	}
	return s.round()
}

// open puts a game on the desk.
func (s *session) open(g *play.Game) {
	s.g, s.told = g, nil
	s.r = desk.New(g, s.m, s.c)
	s.r.HideHistory = s.opts.HideHistory
}

// round plays a game to its end and what comes after it.
func (s *session) round() error {
	for !s.g.Over {
		if err := s.turn(); err != nil {
			return err
		}
	}
	s.debrief()
	return s.afterwards()
}

// afterwards offers the laboratory on the game that is over and on the record.
func (s *session) afterwards() error {
	s.gap()
	s.say("labtext.offer")
	key, letters := "labtext.offer_ask", "gr"
	if s.g.Settings.Branch.From == play.FromRecord { // up to a day it is nobody's game
		key, letters = "labtext.offer_ask_record", "r"
	}
	by, err := s.oneOf(key, letters)
	switch {
	case err != nil || by == 0:
		return ending(err)
	case by == 'g':
		return ending(s.laboratory(abduct.Played(s.g.W, s.g.Settings.Side)))
	}
	return ending(s.laboratory(abduct.Record(s.m)))
}

// laboratory is a visit to the laboratory, and what is played on from there.
func (s *session) laboratory(p *abduct.Past) error {
	err := s.visit(p)
	if errors.Is(err, errBranch) {
		return s.round()
	}
	return err
}

// ending is nil where the input has ended: nothing is left to be said.
func ending(err error) error {
	if errors.Is(err, errEnd) {
		return nil
	}
	return err
}

func (s *session) goodbye() {
	s.gap()
	if s.opts.Saver != nil && s.g != nil {
		s.say("turn.bye_saved")
		return
	}
	s.say("turn.bye")
}

// eras are the shipped ones.
func eras() []Era {
	infos, _ := scenario.List(scenarios.FS)
	var out []Era
	for _, info := range infos {
		out = append(out, Era{Info: info, Load: func(cut string) (*engine.Model, error) {
			m, problems := scenario.LoadFS(scenarios.FS, info.ID, cut)
			if m == nil {
				return nil, problems
			}
			return m, nil
		}})
	}
	return out
}

// anySeed is a seed that nobody chose; the game says it.
func anySeed() uint64 { return uint64(time.Now().UnixNano()/1000) % 1_000_000 }
