//go:build headless

package main

import "errors"

var errHeadless = errors.New("this program was built without one (-tags headless)")

// noWindow says why no window can be opened here.
func noWindow() error { return errHeadless }

// openWindow cannot be.
func (a *app) openWindow(*request) error { return errHeadless }
