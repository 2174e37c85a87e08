package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"backchannel/engine/scenario"
)

// checked is the JSON of check.
type checked struct {
	Errors   []problem `json:"errors"`
	Warnings []problem `json:"warnings"`

	Play []unreached `json:"play,omitempty"`
}

type problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`   // from 1; 0 for the whole file
	Column  int    `json:"column"` // likewise
	Message string `json:"message"`
}

func (a *app) checkCommand() *cobra.Command {
	var play bool
	cmd := &cobra.Command{
		Use:   "check [--play] [DIR|FILE…]",
		Short: "say what is wrong in scenarios, with line and column",
		Long: `Checks the scenarios of a directory with the theory beside them, or single
files; without an argument, the scenarios in the program. A file that has no
theory.toml beside it is checked under the program's theory. The status is 1
if there is a mistake; warnings alone leave it at 0. With --play every cut is played
some hundreds of times, and what nobody ever reaches is named.`,
		RunE: func(_ *cobra.Command, args []string) error { return a.check(args, play) },
	}
	cmd.Flags().BoolVar(&play, "play", false, "also play: moves, events and endings never reached, dominant cards")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) check(args []string, play bool) error {
	own, err := a.library()
	if err != nil {
		return err
	}
	var found scenario.Problems
	if len(args) == 0 {
		found = inFolder(append(scenario.Check(own), checkBeside(own)...), a.scenarios)
	}
	for _, arg := range args {
		problems, err := checkPath(arg, own)
		if err != nil {
			return err
		}
		found = append(found, problems...)
	}
	found = unique(found)
	var reached []unreached
	if play && found.Err() == nil {
		if reached, err = a.reachAll(args, own); err != nil {
			return err
		}
	}
	if a.json {
		if err := a.printJSON(checked{problems(found.Mistakes()), problems(found.Warnings()), reached}); err != nil {
			return err
		}
		if found.Err() != nil {
			return errSilent
		}
		return nil
	}
	if err := a.printProblems(found); err != nil {
		return err
	}
	a.printReach(reached)
	return nil
}

// reachAll plays what was checked.
func (a *app) reachAll(args []string, own fs.FS) ([]unreached, error) {
	if len(args) == 0 {
		return a.reach(own)
	}
	var all []unreached
	for _, arg := range args {
		fsys, err := libraryOf(arg, own)
		if err != nil {
			return nil, err
		}
		u, err := a.reach(fsys)
		if err != nil {
			return nil, err
		}
		all = append(all, u...)
	}
	return all, nil
}

// libraryOf is a directory of scenarios, or one file of it with a theory.
func libraryOf(path string, own fs.FS) (fs.FS, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	if info.IsDir() {
		return os.DirFS(path), nil
	}
	dir, name := filepath.Split(path)
	return lone{FS: os.DirFS(filepath.Clean(dir)), name: name, theory: own}, nil
}

// checkPath checks a directory, or one file of it.
func checkPath(path string, own fs.FS) (scenario.Problems, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	if info.IsDir() {
		fsys := os.DirFS(path)
		return inFolder(append(scenario.Check(fsys), checkBeside(fsys)...), path), nil
	}
	dir, name := filepath.Split(path)
	if !strings.HasSuffix(name, ".toml") {
		return nil, misusef("check: %s is neither a directory nor a .toml file", path)
	}
	return inFolder(scenario.Check(lone{FS: os.DirFS(filepath.Clean(dir)), name: name, theory: own}), dir), nil
}

// lone is one file of a folder, with a theory: the one beside it, else another.
type lone struct {
	fs.FS
	name   string
	theory fs.FS
}

// Open opens the file or the theory.
func (l lone) Open(name string) (fs.File, error) {
	f, err := l.FS.Open(name)
	if name == scenario.TheoryFile && errors.Is(err, fs.ErrNotExist) {
		return l.theory.Open(name)
	}
	return f, err
}

// ReadDir lists the file alone.
func (l lone) ReadDir(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(l.FS, dir)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() != l.name }), err
}

// inFolder puts the folder before the names of the files.
func inFolder(list scenario.Problems, dir string) scenario.Problems {
	for k := range list {
		list[k].File = filepath.Join(dir, list[k].File)
	}
	return list
}

// unique drops what was found twice, as a theory's mistakes are where several
// files lie beside it.
func unique(list scenario.Problems) scenario.Problems {
	var out scenario.Problems
	for _, p := range list {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func problems(list scenario.Problems) []problem {
	out := []problem{}
	for _, p := range list {
		out = append(out, problem{p.File, p.Line, p.Column, p.Message})
	}
	return out
}

func (a *app) printProblems(list scenario.Problems) error {
	for _, p := range list {
		word := ""
		if p.Warning {
			word = "warning: "
		}
		fmt.Fprintf(a.err, "%s:%d:%d: %s%s\n", p.File, p.Line, p.Column, word, p.Message)
	}
	mistakes, warnings := len(list.Mistakes()), len(list.Warnings())
	if mistakes > 0 {
		return fmt.Errorf("%s, %s", count(mistakes, "mistake"), count(warnings, "warning"))
	}
	fmt.Fprintf(a.out, "no mistakes, %s\n", count(warnings, "warning"))
	return nil
}

// count is a number of things in words.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
