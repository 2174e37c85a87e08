package main

import (
	"context"
	"os"
	"os/signal"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// interruptible is a context that ends at Ctrl-C. A second Ctrl-C ends the
// program.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// bar shows how far long work has come, on a terminal only.
type bar struct{ shown *progressbar.ProgressBar }

func (a *app) progress(what string, n int) bar {
	f, ok := a.err.(*os.File)
	if !ok || n < 2 || !term.IsTerminal(int(f.Fd())) {
		return bar{}
	}
	return bar{progressbar.NewOptions(n, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetPredictTime(true))}
}

// add tells of n more done; any goroutine may.
func (b bar) add(n int) {
	if b.shown != nil {
		b.shown.Add(n)
	}
}

// end takes the bar off the terminal.
func (b bar) end() {
	if b.shown != nil {
		b.shown.Exit()
		b.shown.Clear()
	}
}
