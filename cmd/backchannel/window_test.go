//go:build !headless

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestTheWindowOpens runs the command that the README names and sees that it
// stays open, with nothing said about a missing window.
func TestTheWindowOpens(t *testing.T) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		t.Skip("no display: DISPLAY is not set")
	}
	bin := filepath.Join(t.TempDir(), "backchannel")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	var said bytes.Buffer
	cmd := exec.Command(bin)
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+t.TempDir())
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		t.Fatalf("the window closed by itself: %v\n%s", err, said.String())
	case <-time.After(4 * time.Second):
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-ended
	if said.Len() > 0 {
		t.Errorf("it said: %s", said.String())
	}
}
