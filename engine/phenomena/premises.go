package phenomena

import (
	"fmt"
	"io"
	"io/fs"

	"github.com/BurntSushi/toml"
)

// File is the name of the file of premises beside the eras.
const File = "premises.toml"

// mostBytes is how long the file may be.
const mostBytes = 1 << 16

// Premises say in which era each phenomenon is staged, and with what.
type Premises struct {
	Concession struct{ Era, Gives, Answers, Tells string }
	Fee        struct{ Era string }
	Linkage    struct{ Era, Ladder, Channel string }
	Spoilers   struct{ Era, Event string }
	Agencies   struct {
		Era                string
		Orders             []string
		Hazard, Talks, But string
		Rung               int8
	}
	Pressure struct {
		Era, Ladder, Tightens, Loosens string
		From, Again                    int
		Patron, None                   int64
	}
	Sanctions struct{ Era, Move string }
	Exit      struct {
		Era, Cut, Ladder string
		Shut, Wide       int
		Hungry, Fed      int64
	}
	Weapon struct {
		Era, Ladder, Move string
		Rung              int8
		High, Low         int64
	}
	Release []Release
	Boats   struct {
		Era, Ladder, Tells, Stops, Counter string
		Rung                               int
	}
	Law struct {
		Era, Ladder string
		From        int
	}
	Lines    struct{ Era string }
	Burned   struct{ Era, Event string }
	Death    struct{ Era, Event string }
	Collapse struct{ Era, Event string }
	Ripeness struct{ Era string }
	Behind   struct {
		Era, Ladder, Channel string
		Rung                 int8
	}
	Ally struct {
		Era, Cut  string
		Near, Far int64
	}
	Small struct{ Eras []string }
}

// Release is one way in which Havana let people go, and what was then talked of.
type Release struct {
	Era, Move, Gate string
	About           []string
}

// Read reads the premises of a folder.
func Read(fsys fs.FS) (*Premises, error) {
	f, err := fsys.Open(File)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostBytes))
	if err != nil {
		return nil, err
	}
	var p Premises
	meta, err := toml.Decode(string(data), &p)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", File, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("%s: unknown key %q", File, unknown[0].String())
	}
	return &p, nil
}
