//go:build !headless

package main

import (
	"errors"
	"os"
	"runtime"
)

// noWindow says why no window can be opened here, or nil.
func noWindow() error {
	switch runtime.GOOS {
	case "windows", "darwin", "js", "android", "ios":
		return nil
	}
	if os.Getenv("DISPLAY") == "" {
		return errors.New("there is no display ($DISPLAY is empty)")
	}
	return nil
}

// openWindow plays in a window until it is closed.
func (a *app) openWindow(r *request) error { return errors.New("the window is not built in yet") }
