package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"backchannel/game/tally"
)

func (a *app) mergeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "merge FILE...",
		Short: "put the results of shards together",
		Long: `Reads what simulate --shard I/N --json or whatif --shard I/N --json printed, one
file a shard in any order, and prints the JSON of one run of all worlds: the same
to the bit, but for the speed that simulate tells.
Parts of whatif say which play-through was asked and under which theories. merge
opens both again, so a saved game and a file of theories must be where they were,
seen from the folder in which merge runs, and unchanged; with --scenarios, so must
the scenarios.`,
		RunE: func(_ *cobra.Command, files []string) error {
			if len(files) == 0 {
				return misusef("merge needs the files of the shards")
			}
			return a.merge(files)
		},
	}
}

// merger puts parts of one kind of result together, file by file.
type merger interface {
	add(file string, p *partFile) error
	result() (any, error)
}

// partFile is a file of a part, as far as its kind is known.
type partFile struct {
	data        []byte
	Turns       *int64          `json:"turns"` // of simulate
	SameLuck    json.RawMessage `json:"same_luck"`
	Ranked      json.RawMessage `json:"alternatives"`
	Shard       string          `json:"shard"`
	Interrupted bool            `json:"interrupted"`
	Part        *whatifPart     `json:"part"`
}

// kind says what kind of result a file holds: the verb that printed it.
func (p *partFile) kind() string {
	switch {
	case p.Part != nil:
		return "whatif"
	case p.Turns != nil:
		return "simulate"
	}
	return ""
}

func (a *app) merge(files []string) error {
	var all merger
	kind := ""
	for _, file := range files {
		p, err := readPart(file)
		if err != nil {
			return fmt.Errorf("merge: %w", err)
		}
		switch own := p.kind(); {
		case all == nil && own == "whatif":
			kind, all = own, &whatifMerger{a: a}
		case all == nil:
			kind, all = own, &simulateMerger{}
		case own != kind:
			return fmt.Errorf("merge: %s is a result of %s, %s of %s", file, own, files[0], kind)
		}
		if err := all.add(file, p); err != nil {
			var bad misuse
			if errors.As(err, &bad) { // of whoever wrote the part
				err = bad.Unwrap()
			}
			return fmt.Errorf("merge: %s: %w", file, err)
		}
	}
	total, err := all.result()
	if err != nil {
		return fmt.Errorf("merge: %w", err)
	}
	return a.printJSON(total)
}

// mostPart is how many bytes a part may have.
const mostPart = 1 << 27

// readPart reads a file and finds out what it is.
func readPart(file string) (*partFile, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostPart+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostPart {
		return nil, fmt.Errorf("%s has more than %d bytes", file, mostPart)
	}
	return parsePart(file, data)
}

// parsePart finds out what a file is.
func parsePart(file string, data []byte) (*partFile, error) {
	p := &partFile{data: data}
	if err := json.Unmarshal(data, p); err != nil {
		return nil, fmt.Errorf("%s is no result of simulate --json or whatif --shard --json: %w", file, err)
	}
	switch {
	case p.kind() != "":
		return p, nil
	case p.SameLuck != nil || p.Ranked != nil:
		return nil, fmt.Errorf("%s is a whole result of whatif, not a shard", file)
	}
	return nil, fmt.Errorf("%s is no result of simulate --json or whatif --shard --json", file)
}

// simulateMerger puts parts of simulate together.
type simulateMerger struct{ parts []tally.Result }

func (m *simulateMerger) add(_ string, p *partFile) error {
	var r tally.Result
	if err := json.Unmarshal(p.data, &r); err != nil {
		return fmt.Errorf("no result of simulate --json: %w", err)
	}
	m.parts = append(m.parts, r)
	return nil
}

func (m *simulateMerger) result() (any, error) { return tally.Merge(m.parts) }
