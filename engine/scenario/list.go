package scenario

import (
	"cmp"
	"io/fs"
	"slices"

	"backchannel/engine"
)

// Info is what a menu shows of a scenario.
type Info struct {
	ID, Title   string
	First, Last engine.Day // of all cuts together
	Sides       []string
	Cuts        []engine.CutInfo
}

// Default is the default cut.
func (i *Info) Default() engine.CutInfo {
	for _, c := range i.Cuts {
		if c.Default {
			return c
		}
	}
	return engine.CutInfo{}
}

// List reads the heads of all scenarios of a folder, the earliest first. A file whose head cannot
// be read is left out and its problems are returned; for all that may be wrong
// with the rest of it see [Check].
func List(fsys fs.FS) ([]Info, Problems) {
	files, err := scenarioFiles(fsys)
	if err != nil {
		return nil, Problems{{File: ".", Message: "the folder cannot be read: " + reason(err)}}
	}
	var infos []Info
	var problems Problems
	for _, name := range files {
		data, bad := read(fsys, name)
		if bad != nil {
			problems = append(problems, *bad)
			continue
		}
		info, more := headOf(name, data)
		problems = append(problems, more...)
		if len(more) == 0 {
			infos = append(infos, info)
		}
	}
	slices.SortStableFunc(infos, func(a, b Info) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID)) })
	return infos, problems.sorted()
}

// headFile is what List reads of a scenario.
type headFile struct {
	At    place
	ID    word       `toml:"id" need:""`
	Title word       `toml:"title" need:""`
	Cuts  []cutTable `toml:"cut" need:""`
}

// headOf reads the head of a scenario.
func headOf(name string, data []byte) (Info, Problems) {
	l := &loader{report: report{file: name}, m: &engine.Model{}, src: &scenarioFile{}}
	doc := l.parse(data)
	if doc == nil {
		return Info{}, l.list.sorted()
	}
	for key := range doc.values {
		if key != "id" && key != "title" && key != "cut" {
			delete(doc.values, key)
		}
	}
	var head headFile
	l.decode(doc, &head, optionalKey)
	l.src.Cuts = head.Cuts
	l.cutTables("")
	info := Info{ID: head.ID.text, Title: head.Title.text, Sides: sideNames.list, Cuts: l.m.Cuts}
	for k, c := range l.m.Cuts {
		if k == 0 || c.First < info.First {
			info.First = c.First
		}
		if k == 0 || c.Last > info.Last {
			info.Last = c.Last
		}
	}
	return info, l.list.sorted().Mistakes()
}
