package main

import "errors"

// playText plays in the terminal.
func (a *app) playText(r request) error {
	return errors.New("playing in the terminal is not built in yet")
}
