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

// asked is what the command line asks the laboratory.
type asked struct {
	name, cut     string
	on            string
	move, instead string
	side          string
	manner        string
	theories      string
	worlds        int
	seed          uint64
	all           bool
}

// whatifResult is the JSON of whatif.
type whatifResult struct {
	Scenario string `json:"scenario"`
	Cut      string `json:"cut"`
	Seed     uint64 `json:"seed"`
	lab.Alternative
	Interrupted bool `json:"interrupted"`
}

// turningResult is the JSON of whatif --all.
type turningResult struct {
	Scenario string `json:"scenario"`
	Cut      string `json:"cut"`
	Seed     uint64 `json:"seed"`
	lab.Turning
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
on every day is tried under the theory alone, and the turning points come first. The result depends on the play-through, the first seed and the number of
worlds alone.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misusef("whatif needs one file or the id of a scenario")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			q.name = args[0]
			return a.whatif(&q)
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.on, "on", "", "the `DATE`, as 2030-12-31; its turn is meant")
	f.StringVar(&q.move, "move", "", "the alternative `M`")
	f.StringVar(&q.instead, "instead", "", "what it is held against, an `M`; where it was done in the turn, the slot that is meant (default: what was done)")
	f.StringVar(&q.side, "side", "", "whose move: washington or havana (default: the person's side, or the one whose move it can be)")
	f.StringVar(&q.manner, "manner", "", "how the mover goes on with the same luck: same, played or anyone (default: played in a game, same in the record)")
	f.StringVar(&q.theories, "theories", "", "a `FILE` of versions of the theory to ask under each, or none (default: the ensemble beside the theory, if there is one)")
	f.IntVar(&q.worlds, "worlds", 0, "how many worlds are sampled under each theory (default 1000, 200 where there are several; with --all 40)")
	f.Uint64Var(&q.seed, "seed", 1, "of the first sample; the others follow it")
	f.BoolVar(&q.all, "all", false, "try every alternative on every day, the turning points first")
	cutFlag(cmd, &q.cut)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) whatif(q *asked) error {
	if err := q.check(); err != nil {
		return err
	}
	p, _, err := a.past(q.name, q.cut)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	if q.all {
		return a.turningPoints(ctx, q, p)
	}
	return a.alternative(ctx, q, p)
}

// check refuses a command line that makes no sense.
func (q *asked) check() error {
	switch {
	case q.worlds < 0:
		return misusef("--worlds is %d, at least 1 is needed", q.worlds)
	case q.all && (q.on != "" || q.move != "" || q.instead != "" || q.theories != ""):
		return misusef("--all tries every move on every day: it does not go with --on, --move, --instead or --theories")
	case !q.all && (q.on == "" || q.move == ""):
		return misusef("whatif needs --on DATE and --move M, or --all")
	}
	if _, err := sideOf(q.side); err != nil {
		return err
	}
	_, err := mannerOf(q.manner, abduct.SameManner)
	return err
}

// sample says how many worlds are sampled under each theory, if nobody has.
func (q *asked) sample(theories int) {
	switch {
	case q.worlds > 0:
	case q.all:
		q.worlds = 40
	case theories > 1:
		q.worlds = 200
	default:
		q.worlds = 1000
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

// alternative answers one question.
func (a *app) alternative(ctx context.Context, q *asked, p *abduct.Past) error {
	at, err := a.slotOf(q, p)
	if err != nil {
		return err
	}
	if d := &p.Decisions[at.decision]; at.instead == nil && same(p.M, d.Choice, at.move) {
		return fmt.Errorf("%s: that is what %s did: %q", d.Day, d.Need.Side, q.move)
	}
	versions, err := a.versions(q.theories, p.M)
	if err != nil {
		return err
	}
	q.sample(len(versions))
	i, err := a.inquiry(q, p, at, versions)
	if err != nil {
		return err
	}
	bar := a.progress("worlds", q.worlds*len(versions)+2*max(q.worlds/4, 1))
	r := i.Ask(ctx, lab.Options{Worlds: q.worlds, Progress: bar.add})
	bar.end()
	if a.json {
		err = a.printJSON(whatifResult{p.M.ID, p.M.Cut.ID, q.seed, r, ctx.Err() != nil})
	} else {
		lab.NewPage(lang.For("en"), i.Questions[0]).Write(a.out, &r)
	}
	if err == nil && ctx.Err() != nil {
		err = fmt.Errorf("interrupted; the answer is of %d of %d worlds", r.Worlds, q.worlds)
	}
	return err
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
func (a *app) inquiry(q *asked, p *abduct.Past, at slotAt, versions []lab.Version) (*lab.Inquiry, error) {
	otherwise := abduct.SameManner
	if !p.Record {
		otherwise = abduct.AsPlayed
	}
	manner, err := mannerOf(q.manner, otherwise)
	if err != nil {
		return nil, err
	}
	i, why := lab.NewInquiry(p, at.decision, at.move, at.instead, manner, q.seed, versions)
	if why == engine.Legal {
		return i, nil
	}
	d := &p.Decisions[at.decision]
	plain, _ := whatif.New(p.Fork(at.decision), d.Choice, nil, manner, q.seed)
	text := "it is not legal there"
	if plain != nil {
		text = lab.NewPage(lang.For("en"), plain).WhyNot(why, d.Need.Side, at.move)
	}
	return nil, fmt.Errorf("%s: %s could not do %q: %s", d.Day, d.Need.Side, q.move, text)
}

// turningPoints answers whatif --all.
func (a *app) turningPoints(ctx context.Context, q *asked, p *abduct.Past) error {
	side, err := sideOf(q.side)
	if err != nil {
		return err
	}
	otherwise := abduct.SameManner
	if !p.Record {
		otherwise = abduct.AsPlayed
	}
	manner, err := mannerOf(q.manner, otherwise)
	if err != nil {
		return err
	}
	q.sample(1)
	slots := lab.SlotsOf(p, side, manner, q.seed)
	bar := a.progress("samples", slots.Work(q.worlds))
	t := lab.TurningPoints(ctx, slots, lab.Options{Worlds: q.worlds, Progress: bar.add})
	bar.end()
	switch {
	case a.json:
		err = a.printJSON(turningResult{p.M.ID, p.M.Cut.ID, q.seed, t})
	case len(slots) > 0:
		lab.NewVisit(p, lang.For("en")).WriteTurning(a.out, &t, 10)
	}
	if err == nil && t.Interrupted {
		err = fmt.Errorf("interrupted; %d of %d alternatives were tried", t.Tried, t.Exist)
	}
	return err
}
