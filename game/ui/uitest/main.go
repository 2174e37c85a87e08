//go:build !headless

package uitest

import (
	"os"
	"runtime"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// inLoop tells that the tests run inside the loop; it is set once, before any
// test starts.
var inLoop bool

// Main runs the tests of a package inside the window's loop if there is a
// display, and without it otherwise.
func Main(m *testing.M) {
	if !display() {
		os.Exit(m.Run())
	}
	g := &loop{m: m, code: 1}
	inLoop = true
	ebiten.SetWindowSize(64, 64)
	if err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		panic(err)
	}
	os.Exit(g.code)
}

// display tells whether a window can be opened.
func display() bool {
	switch runtime.GOOS {
	case "windows", "darwin", "js":
		return true
	}
	return os.Getenv("DISPLAY") != ""
}

// NeedDisplay skips the test where pixels cannot be read.
func NeedDisplay(t testing.TB) {
	t.Helper()
	if !inLoop {
		t.Skip("no display: DISPLAY is not set or the package's TestMain is not uitest.Main")
	}
}

type loop struct {
	m    *testing.M
	code int
}

func (l *loop) Update() error {
	l.code = l.m.Run()
	return ebiten.Termination
}

func (*loop) Draw(*ebiten.Image) {}

func (*loop) Layout(int, int) (int, int) { return 64, 64 }
