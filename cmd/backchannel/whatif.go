package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/expr"
	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/engine/whatif"
	"backchannel/game/lab"
	"backchannel/game/lang"
)

// asked is what the command line asks the laboratory, in the form in which a part
// of the answer keeps it.
type asked struct {
	Name     string `json:"name"` // of the file, or the scenario's id
	Cut      string `json:"cut"`
	All      bool   `json:"all,omitempty"`
	On       string `json:"on,omitempty"`
	Move     string `json:"move,omitempty"`
	Instead  string `json:"instead,omitempty"`
	Side     string `json:"side,omitempty"`
	Manner   string `json:"manner"`
	Theories string `json:"theories,omitempty"`
	Worlds   int    `json:"worlds"` // of all parts
	Seed     uint64 `json:"seed"`

	shard string // "" for all worlds
}

// whatifResult is the JSON of whatif.
type whatifResult struct {
	Scenario string `json:"scenario"`
	Cut      string `json:"cut"`
	Seed     uint64 `json:"seed"`
	lab.Alternative
	Interrupted bool `json:"interrupted"`
	piece
}

// turningResult is the JSON of whatif --all.
type turningResult struct {
	Scenario string `json:"scenario"`
	Cut      string `json:"cut"`
	Seed     uint64 `json:"seed"`
	lab.Turning
	piece
}

func (a *app) whatifCommand() *cobra.Command {
	var q asked
	cmd := &cobra.Command{
		Use:   "whatif FILE|ID --on DATE --move M [--instead M]",
		Short: "say what another move would have led to, in a saved game or in history",
		Long: `Asks what would have come of another move on a day of a game that is over, or of
the record: with the same luck, knowing what we know, and with fresh luck, as it
could be judged at the time. M is a move in the words that replays use, such as
hold, "do warn-openly", "probe ISSUE via CHANNEL" or "answer ISSUE accept".
The answer is given under the theory and each version round it that the ensemble
beside it holds; --theories none asks the theory alone. With --all every alternative
on every day is tried under the theory alone, and the turning points come first.
The result depends on the play-through, the first seed and the number of worlds
alone. With --shard I/N --json only a part of the worlds is played, in a form
from which merge forms the result of all.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misusef("whatif needs one file or the id of a scenario")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			q.Name = args[0]
			return a.whatif(&q)
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.On, "on", "", "the `DATE`, as 2030-12-31; its turn is meant")
	f.StringVar(&q.Move, "move", "", "the alternative `M`")
	f.StringVar(&q.Instead, "instead", "", "what it is held against, an `M`; where it was done in the turn, the slot that is meant (default: what was done)")
	f.StringVar(&q.Side, "side", "", "whose move: washington or havana (default: the person's side, or the one whose move it can be)")
	f.StringVar(&q.Manner, "manner", "", "how the mover goes on with the same luck: same, played or anyone (default: played in a game, same in the record)")
	f.StringVar(&q.Theories, "theories", "", "a `FILE` of versions of the theory to ask under each, or none (default: the ensemble beside the theory, if there is one)")
	f.IntVar(&q.Worlds, "worlds", 0, "how many worlds are sampled under each theory (default 1000, 200 where there are several; with --all 40)")
	f.Uint64Var(&q.Seed, "seed", 1, "of the first sample; the others follow it")
	f.BoolVar(&q.All, "all", false, "try every alternative on every day, the turning points first")
	shardFlag(cmd, &q.shard)
	cutFlag(cmd, &q.Cut)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) whatif(q *asked) error {
	if err := q.check(); err != nil {
		return err
	}
	if q.shard != "" && !a.json {
		return misusef("--shard needs --json: a part is there to be merged")
	}
	x, err := a.pose(q)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	if q.All {
		return a.turningPoints(ctx, x)
	}
	return a.alternative(ctx, x)
}

// mostWorlds is how many worlds can be asked for: as many as the fans can count.
const mostWorlds = 1<<31 - 1

// check refuses a command line that makes no sense.
func (q *asked) check() error {
	switch {
	case q.Worlds < 0:
		return misusef("--worlds is %d, at least 1 is needed", q.Worlds)
	case q.Worlds > mostWorlds:
		return misusef("--worlds is %d, at most %d can be counted", q.Worlds, mostWorlds)
	case q.All && (q.On != "" || q.Move != "" || q.Instead != "" || q.Theories != ""):
		return misusef("--all tries every move on every day: it does not go with --on, --move, --instead or --theories")
	case !q.All && (q.On == "" || q.Move == ""):
		return misusef("whatif needs --on DATE and --move M, or --all")
	}
	if _, err := sideOf(q.Side); err != nil {
		return err
	}
	if _, err := mannerOf(q.Manner, abduct.SameManner); err != nil || q.shard == "" {
		return err
	}
	_, err := shardOf(q.shard)
	return err
}

// samples are those to play.
func (q *asked) samples() lab.Options {
	s, err := shardOf(q.shard)
	if err != nil {
		return lab.Options{Worlds: q.Worlds}
	}
	from, n := s.of(q.Worlds)
	return lab.Options{From: from, Worlds: from + n}
}

// sample says how many worlds are sampled under each theory, if nobody has.
func (q *asked) sample(theories int) {
	switch {
	case q.Worlds > 0:
	case q.All:
		q.Worlds = 40
	case theories > 1:
		q.Worlds = 200
	default:
		q.Worlds = 1000
	}
}

func mannerOf(word string, otherwise abduct.Manner) (abduct.Manner, error) {
	if word == "" {
		return otherwise, nil
	}
	for k, name := range abduct.MannerNames {
		if name == word {
			return abduct.Manner(k), nil
		}
	}
	return otherwise, misusef("--manner is %q%s; same, played or anyone", word, expr.Suggest(word, abduct.MannerNames[:]))
}

// past is the play-through of a file with its game, or the record of a scenario.
func (a *app) past(name, cut string) (*abduct.Past, *play.Game, error) {
	f, err := readReplay(name)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(name, `./\`) {
		m, err := a.load(name, cut)
		if err != nil {
			return nil, nil, err
		}
		return abduct.Record(m), nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	if cut != "" && cut != f.Cut {
		return nil, nil, fmt.Errorf("%s is of cut %q, not %q", name, f.Cut, cut)
	}
	m, err := a.load(f.Scenario, f.Cut)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	g, err := replay.Open(m, f)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	if g.Settings.Branch.From == play.FromRecord {
		return nil, nil, fmt.Errorf("%s: a branch of the record is no play-through of its own; ask the record itself: %s", name, f.Scenario)
	}
	if !g.Over {
		return nil, nil, fmt.Errorf("%s: the game is not over; the laboratory opens when it is, so that it gives nothing away", name)
	}
	p := abduct.Played(g.W, g.Settings.Side)
	if p.Hash() != g.W.Audit.Hash {
		return nil, nil, fmt.Errorf("%s: the game weighed again is another game", name)
	}
	return p, g, nil
}

// posed is a question ready to be asked.
type posed struct {
	asked
	past *abduct.Past
	one  *lab.Inquiry // of one move
	all  lab.Slots    // of every move
}

// pose opens the play-through and puts the question, which is then told in full:
// what the command line left open is filled in.
func (a *app) pose(q *asked) (*posed, error) {
	p, _, err := a.past(q.Name, q.Cut)
	if err != nil {
		return nil, err
	}
	x := &posed{asked: *q, past: p}
	otherwise := abduct.SameManner
	if !p.Record {
		otherwise = abduct.AsPlayed
	}
	manner, err := mannerOf(q.Manner, otherwise)
	if err != nil {
		return nil, err
	}
	x.Cut, x.Manner = p.M.Cut.ID, manner.String()
	if !q.All {
		return x, a.poseOne(x, manner)
	}
	side, err := sideOf(q.Side)
	if err != nil {
		return nil, err
	}
	x.sample(1)
	x.all = lab.SlotsOf(p, side, manner, q.Seed)
	return x, nil
}

// poseOne puts the question of one move under every theory.
func (a *app) poseOne(x *posed, manner abduct.Manner) error {
	at, err := a.slotOf(&x.asked, x.past)
	if err != nil {
		return err
	}
	d := &x.past.Decisions[at.decision]
	if at.instead == nil && same(x.past.M, d.Choice, at.move) {
		return fmt.Errorf("%s: that is what %s did: %q", d.Day, d.Need.Side, x.Move)
	}
	versions, err := a.versions(x.Theories, x.past.M)
	if err != nil {
		return err
	}
	x.Side = d.Need.Side.String()
	x.sample(len(versions))
	x.one, err = inquiry(x, at, manner, versions)
	return err
}

// alternative answers one question.
func (a *app) alternative(ctx context.Context, x *posed) error {
	o := x.samples()
	bar := a.progress("worlds", o.Work(len(x.one.Versions)))
	o.Progress = bar.add
	r := x.one.Ask(ctx, o)
	bar.end()
	var err error
	if a.json {
		err = a.printPosed(x, x.answered(r, ctx.Err() != nil))
	} else {
		lab.NewPage(lang.For("en"), x.one.Questions[0]).Write(a.out, &r)
	}
	if err == nil && ctx.Err() != nil {
		err = fmt.Errorf("interrupted; the answer is of %d of %d worlds", r.Worlds, o.Worlds-o.From)
	}
	return err
}

// answered is the answer to one question as JSON.
func (x *posed) answered(r lab.Alternative, interrupted bool) *whatifResult {
	return &whatifResult{Scenario: x.past.M.ID, Cut: x.Cut, Seed: x.Seed, Alternative: r, Interrupted: interrupted}
}

// noTheories is what --theories says where the theory alone is asked.
const noTheories = "none"

// versions are the theories under which is asked: those of a file, or of the
// ensemble beside the theory.
func (a *app) versions(file string, base *engine.Model) ([]lab.Version, error) {
	fsys, err := a.library()
	if err != nil {
		return nil, err
	}
	var data []byte
	switch file {
	case noTheories:
		return (*lab.Ensemble)(nil).Load(fsys, base)
	case "":
		file = lab.EnsembleFile
		if data, err = fs.ReadFile(fsys, file); errors.Is(err, fs.ErrNotExist) {
			return (*lab.Ensemble)(nil).Load(fsys, base)
		}
	default:
		data, err = os.ReadFile(file)
	}
	if err != nil {
		return nil, err
	}
	e, err := lab.ReadEnsemble(file, data)
	if err != nil {
		return nil, err
	}
	versions, err := e.Load(fsys, base)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; --theories none asks this theory alone", file, err)
	}
	return versions, nil
}

// inquiry puts the question under every theory.
func inquiry(x *posed, at slotAt, manner abduct.Manner, versions []lab.Version) (*lab.Inquiry, error) {
	i, why := lab.NewInquiry(x.past, at.decision, at.move, at.instead, manner, x.Seed, versions)
	if why == engine.Legal {
		return i, nil
	}
	d := &x.past.Decisions[at.decision]
	plain, _ := whatif.New(x.past.Fork(at.decision), d.Choice, nil, manner, x.Seed)
	text := "it is not legal there"
	if plain != nil {
		text = lab.NewPage(lang.For("en"), plain).WhyNot(why, d.Need.Side, at.move)
	}
	return nil, fmt.Errorf("%s: %s could not do %q: %s", d.Day, d.Need.Side, x.Move, text)
}

// turningPoints answers whatif --all.
func (a *app) turningPoints(ctx context.Context, x *posed) error {
	o := x.samples()
	bar := a.progress("samples", x.all.Work(o.Worlds-o.From))
	o.Progress = bar.add
	if bar.shown != nil {
		o.Early = func(t lab.Turning) { lab.NewVisit(x.past, lang.For("en")).WriteEarly(a.err, &t, 10) }
	}
	t := lab.TurningPoints(ctx, x.all, o)
	bar.end()
	var err error
	switch {
	case a.json:
		err = a.printPosed(x, x.ranked(t))
	case len(x.all) > 0:
		lab.NewVisit(x.past, lang.For("en")).WriteTurning(a.out, &t, 10)
	}
	if err == nil && t.Interrupted {
		err = fmt.Errorf("interrupted; %d of %d alternatives were tried", t.Tried, t.Exist)
	}
	return err
}

// ranked are the turning points as JSON.
func (x *posed) ranked(t lab.Turning) *turningResult {
	return &turningResult{Scenario: x.past.M.ID, Cut: x.Cut, Seed: x.Seed, Turning: t}
}
