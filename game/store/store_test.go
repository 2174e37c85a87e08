package store

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// good is a validity that asks for a first line, as a replay's header does.
func good(_ string, data []byte) error {
	if !bytes.HasPrefix(data, []byte("save\n")) || !bytes.HasSuffix(data, []byte("\nend\n")) {
		return errors.New("no first or last line")
	}
	return nil
}

func save(text string) []byte { return []byte("save\n" + text + "\nend\n") }

func testStore(t *testing.T) *Store {
	t.Helper()
	return New(filepath.Join(t.TempDir(), "backchannel", "saves"), good)
}

func TestSavedGameComesBack(t *testing.T) {
	s := testStore(t)
	if list, err := s.List(); err != nil || len(list) != 0 {
		t.Fatalf("a store that was never used lists %v, %v", list, err)
	}
	for _, text := range []string{"one", "two"} {
		if err := s.Save("my game", save(text)); err != nil {
			t.Fatal(err)
		}
		if data, err := s.Load("my game"); err != nil || !bytes.Equal(data, save(text)) {
			t.Fatalf("loaded %q, %v; want %q", data, err, text)
		}
	}
}

func TestListIsNewestFirstAndSaysWhatIsDamaged(t *testing.T) {
	s := testStore(t)
	for k, name := range []string{"old", "new"} {
		if err := s.Save(name, save(name)); err != nil {
			t.Fatal(err)
		}
		at := time.Date(2001, 1, 1+k, 0, 0, 0, 0, time.UTC)
		if err := os.Chtimes(s.Path(name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	put(t, s.Path("torn"), []byte("save\nhalf"))
	put(t, filepath.Join(s.Dir(), "notes.txt"), []byte("not a save"))
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name)
		if torn := e.Name == "torn"; torn != (e.Err != nil) || torn && !errors.Is(e.Err, ErrUnreadable) {
			t.Errorf("%s: %v", e.Name, e.Err)
		}
	}
	if got := strings.Join(names, " "); got != "torn new old" {
		t.Errorf("listed %q", got)
	}
}

func TestForeignFileIsNeitherLoadedNorOverwritten(t *testing.T) {
	s := testStore(t)
	put(t, s.Path("letter"), []byte("Dear Nikita"))
	if _, err := s.Load("letter"); !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), "no first or last line") {
		t.Errorf("loading said %v", err)
	}
	if err := s.Save("letter", save("x")); !errors.Is(err, ErrUnreadable) {
		t.Errorf("saving over it said %v", err)
	}
	if err := os.Mkdir(s.Path("folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := s.Save("folder", save("x")); !errors.Is(err, ErrUnreadable) {
		t.Errorf("saving over a folder said %v", err)
	}
	holds(t, s.Path("letter"), []byte("Dear Nikita"))
}

func TestHugeFileIsRefused(t *testing.T) {
	s := testStore(t)
	put(t, s.Path("huge"), append([]byte("save\n"), make([]byte, MaxSize)...))
	if _, err := s.Load("huge"); !errors.Is(err, ErrUnreadable) {
		t.Errorf("loading said %v", err)
	}
}

func TestWhatCouldNotBeLoadedIsNotWritten(t *testing.T) {
	s := testStore(t)
	if err := s.Save("game", save("kept")); err != nil {
		t.Fatal(err)
	}
	if err := s.Save("game", []byte("nonsense")); err == nil {
		t.Error("nonsense was written")
	}
	holds(t, s.Path("game"), save("kept"))
}

// torn gives half of a save and then fails as a full disk does.
func torn(b []byte) io.Reader {
	return io.MultiReader(bytes.NewReader(b[:len(b)/2]), failing{})
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestFailedWriteKeepsTheOldSave(t *testing.T) {
	s := testStore(t)
	auto := s.Auto("era")
	if _, err := auto.Save(save("turn 1")); err != nil {
		t.Fatal(err)
	}
	if err := s.Save("game", save("turn 1")); err != nil {
		t.Fatal(err)
	}
	s.feed = torn
	if err := s.Save("game", save("turn 2")); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("the failed save said %v", err)
	}
	if _, err := auto.Save(save("turn 2")); err == nil {
		t.Error("the failed automatic save said nothing")
	}
	holds(t, s.Path("game"), save("turn 1"))
	holds(t, s.Path(auto.Name()), save("turn 1"))
	if files, err := os.ReadDir(s.Dir()); err != nil || len(files) != 2 {
		t.Errorf("the failed write left %d files, %v", len(files), err)
	}
}

// crash is a reader that ends the program after half of a save.
type crash struct{}

func (crash) Read([]byte) (int, error) { os.Exit(7); return 0, nil }

func TestCrashHalfWayLosesNothing(t *testing.T) {
	if dir := os.Getenv("STORE_CRASH_DIR"); dir != "" {
		s := New(dir, good)
		s.feed = func(b []byte) io.Reader { return io.MultiReader(bytes.NewReader(b[:len(b)/2]), crash{}) }
		s.Save("game", save("turn 2"))
		t.Fatal("the program did not crash")
	}
	s := testStore(t)
	if err := s.Save("game", save("turn 1")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestCrashHalfWayLosesNothing$")
	cmd.Env = append(os.Environ(), "STORE_CRASH_DIR="+s.Dir())
	var exit *exec.ExitError
	if out, err := cmd.CombinedOutput(); !errors.As(err, &exit) || exit.ExitCode() != 7 {
		t.Fatalf("the program that should crash: %v\n%s", err, out)
	}
	holds(t, s.Path("game"), save("turn 1"))
	if list, err := s.List(); err != nil || len(list) != 1 || list[0].Err != nil {
		t.Errorf("after the crash the store lists %v, %v", list, err)
	}
	if err := s.Save("game", save("turn 3")); err != nil {
		t.Errorf("after the crash: %v", err)
	}
}

func TestAutomaticSavesNeverReplaceAnotherPlay(t *testing.T) {
	s := testStore(t)
	first, second := s.Auto("cuba"), s.Auto("cuba")
	for _, step := range []struct {
		a          *Auto
		text, want string
	}{
		{first, "a1", "auto-cuba"}, {second, "b1", "auto-cuba-2"}, {first, "a2", "auto-cuba"}, {second, "b2", "auto-cuba-2"},
	} {
		name, err := step.a.Save(save(step.text))
		if err != nil || name != step.want {
			t.Fatalf("%s went to %q, %v; want %q", step.text, name, err, step.want)
		}
		holds(t, s.Path(name), save(step.text))
	}
	holds(t, s.Path("auto-cuba"), save("a2"))
}

func TestAutomaticSaveLeavesADamagedFileAlone(t *testing.T) {
	s := testStore(t)
	auto := s.Auto("cuba")
	old, err := auto.Save(save("turn 1"))
	if err != nil {
		t.Fatal(err)
	}
	put(t, s.Path(old), []byte("torn"))
	name, err := auto.Save(save("turn 2"))
	if err != nil || name == old {
		t.Fatalf("turn 2 went to %q, %v", name, err)
	}
	holds(t, s.Path(old), []byte("torn"))
	holds(t, s.Path(name), save("turn 2"))
	if err := os.Remove(s.Path(name)); err != nil {
		t.Fatal(err)
	}
	if again, err := auto.Save(save("turn 3")); err != nil || again != name {
		t.Errorf("after its file was deleted the automatic save went to %q, %v", again, err)
	}
}

func TestLoadedSaveIsGoneOnWith(t *testing.T) {
	s := testStore(t)
	if err := s.Save("mine", save("turn 1")); err != nil {
		t.Fatal(err)
	}
	auto := s.Continue("mine", save("turn 1"))
	if name, err := auto.Save(save("turn 2")); err != nil || name != "mine" {
		t.Fatalf("turn 2 went to %q, %v", name, err)
	}
	if err := s.Save("mine", save("another play")); err != nil {
		t.Fatal(err)
	}
	name, err := auto.Save(save("turn 3"))
	if err != nil || name == "mine" {
		t.Fatalf("turn 3 went to %q, %v", name, err)
	}
	holds(t, s.Path("mine"), save("another play"))
}

func TestNamesThatAreNoFileNames(t *testing.T) {
	s := testStore(t)
	for _, name := range []string{"", ".", "..", "../up", `a\b`, "a/b", "c:d", " x", "x.", "NUL", "com1.old", "a\nb", strings.Repeat("x", 101)} {
		if err := s.Save(name, save("x")); err == nil {
			t.Errorf("saved under the name %q", name)
		}
		if _, err := s.Load(name); err == nil {
			t.Errorf("loaded the name %q", name)
		}
	}
	for _, name := range []string{"x", "Kennedy, März 1963", "com", "console"} {
		if err := s.Save(name, save("x")); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestDefaultLiesInTheDataDirectory(t *testing.T) {
	if dir := DefaultDir(); !filepath.IsAbs(dir) || !strings.HasSuffix(filepath.ToSlash(dir), "/backchannel/saves") {
		t.Errorf("saves would lie in %q", dir)
	}
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func holds(t *testing.T, path string, want []byte) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s holds %q, %v; want %q", filepath.Base(path), got, err, want)
	}
}
