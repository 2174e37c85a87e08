// Command backchannel is a game and a laboratory of secret diplomacy between
// Washington and Havana. Without an argument it opens the game.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// misuse is a command line that makes no sense; it ends the program with
// status 2, any other error with 1.
type misuse struct{ error }

// Unwrap is what was wrong with the command line.
func (m misuse) Unwrap() error { return m.error }

func misusef(format string, args ...any) error { return misuse{fmt.Errorf(format, args...)} }

// errSilent ends the program with status 1 where everything has been said.
var errSilent = errors.New("")

// run is the program with its exit status.
func run(args []string, in io.Reader, out, errOut io.Writer) int {
	a := &app{in: in, out: out, err: errOut}
	root := a.rootCommand()
	root.SetArgs(args)
	cmd, err := root.ExecuteC()
	var bad misuse
	switch {
	case err == nil:
		return 0
	case errors.As(err, &bad):
		fmt.Fprintf(errOut, "backchannel: %v\nsee '%s --help'\n", err, cmd.CommandPath())
		return 2
	case err != errSilent:
		fmt.Fprintf(errOut, "backchannel: %v\n", err)
	}
	return 1
}
