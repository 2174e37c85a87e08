package scenario

import (
	"testing"
	"os"
)

func TestTmpLoad(t *testing.T) {
	m, p := LoadFS(os.DirFS("/tmp/sc"), "accommodation", "")
	n:=0
	for _, x := range p { if !x.Warning && n<40 { n++; t.Log(x.Error()) } }
	t.Log(m != nil, len(p))
}
