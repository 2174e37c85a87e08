package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"backchannel/engine/noise"
	"backchannel/engine/phenomena"
	"backchannel/engine/scenario"
	"backchannel/game/lab"
)

// checkBeside checks what may lie beside the eras: the ensemble of theories and
// the premises of the phenomena. An ensemble made round another theory is a
// warning, since everything but what if does without it.
func checkBeside(fsys fs.FS) (out scenario.Problems) {
	if _, err := phenomena.Read(fsys); err != nil && !errors.Is(err, fs.ErrNotExist) {
		out = append(out, scenario.Problem{File: phenomena.File, Message: unnamed(err, phenomena.File)})
	}
	data, err := fs.ReadFile(fsys, lab.EnsembleFile)
	if errors.Is(err, fs.ErrNotExist) {
		return out
	}
	var e *lab.Ensemble
	if err == nil {
		e, err = lab.ReadEnsemble(lab.EnsembleFile, data)
	}
	if err != nil {
		return append(out, scenario.Problem{File: lab.EnsembleFile, Message: unnamed(err, lab.EnsembleFile)})
	}
	theory, err := fs.ReadFile(fsys, scenario.TheoryFile)
	if hash := fmt.Sprintf("%016x", noise.HashString(string(theory))); err == nil && e.Theory != hash {
		out = append(out, scenario.Problem{File: lab.EnsembleFile, Warning: true,
			Message: fmt.Sprintf("made round theory %s; the one beside it is %s, so that what if refuses it", e.Theory, hash)})
	}
	return out
}

// unnamed is an error without the file's name, which stands before it.
func unnamed(err error, name string) string { return strings.TrimPrefix(err.Error(), name+": ") }
