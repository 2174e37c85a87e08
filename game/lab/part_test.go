package lab

import (
	"context"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// asWritten is a part as a file gives it back.
func asWritten(t testing.TB, p Part, err error) *Part {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var back Part
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	return &back
}

// TestQuartersJoin: wherever a run is cut, the samples of the other manners join
// without gap or overlap, and there is one at least.
func TestQuartersJoin(t *testing.T) {
	for worlds := 1; worlds < 30; worlds++ {
		for cut := 0; cut <= worlds; cut++ {
			a, b := Options{Worlds: cut}.quarter(), Options{From: cut, Worlds: worlds}.quarter()
			if a.From != 0 || a.Worlds != b.From || b.Worlds < b.From || b.Worlds < 1 || b.Worlds != (worlds+3)/4 {
				t.Errorf("%d worlds cut at %d: %d to %d and %d to %d", worlds, cut, a.From, a.Worlds, b.From, b.Worlds)
			}
		}
	}
}

// TestPartsAreTheRun: parts of a question under several theories add up to the
// answer of one run, an empty part among them.
func TestPartsAreTheRun(t *testing.T) {
	m := load(t)
	i := silence(t, []Version{{Name: "fitted", Model: m}, {Name: "again", Model: m}})
	want, err := json.Marshal(i.Ask(context.Background(), Options{Worlds: 11}))
	if err != nil {
		t.Fatal(err)
	}
	var parts []*Part
	cuts := []int{0, 5, 5, 11}
	for k := range 3 {
		i.Ask(context.Background(), Options{From: cuts[k], Worlds: cuts[k+1]})
		p, err := i.Part()
		parts = append(parts, asWritten(t, p, err))
	}
	i.Clear()
	for _, k := range []int{2, 0, 1} {
		if err := i.Add(parts[k], Samples{Options: Options{From: cuts[k], Worlds: cuts[k+1]}}); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := json.Marshal(i.Answer()); err != nil || string(got) != string(want) {
		t.Errorf("%v: in parts\n%s\nin one\n%s", err, got, want)
	}
}

// fewSlots are some decisions of the record's.
func fewSlots(t testing.TB) Slots {
	return SlotsOf(abduct.Record(load(t)), engine.Havana, abduct.SameManner, 1)[3:5]
}

// TestPartsOfTurningPoints: parts of a ranking add up to that of one run.
func TestPartsOfTurningPoints(t *testing.T) {
	want := TurningPoints(context.Background(), fewSlots(t), Options{Worlds: 3})
	sum := fewSlots(t)
	for _, k := range []int{2, 0, 1} {
		own := fewSlots(t)
		if r := TurningPoints(context.Background(), own, Options{From: k, Worlds: k + 1}); r.Worlds != 1 {
			t.Errorf("a part of one world has %d", r.Worlds)
		}
		p, err := own.Part()
		if err := sum.Add(asWritten(t, p, err), Samples{Options: Options{From: k, Worlds: k + 1}}); err != nil {
			t.Fatal(err)
		}
	}
	if got := sum.Turning(3); !reflect.DeepEqual(got, want) {
		t.Errorf("in parts\n%+v\nin one\n%+v", got, want)
	}
}

// TestAddRefuses: a part of something else is refused, and nothing of it is added.
func TestAddRefuses(t *testing.T) {
	i := silence(t, []Version{{Name: "fitted", Model: load(t)}})
	i.Ask(context.Background(), Options{Worlds: 3})
	p, err := i.Part()
	whole := Samples{Options: Options{Worlds: 3}}
	for what, c := range map[string]struct {
		spoil   func(p *Part)
		samples Samples
		want    string
	}{
		"a theory more":       {func(p *Part) { p.Counts = append(p.Counts, p.Counts[0]) }, whole, "counts of 2 theories"},
		"a manner lost":       {func(p *Part) { delete(p.Manners, "anyone") }, whole, "2 manners"},
		"another manner":      {func(p *Part) { p.Manners = map[string]json.RawMessage{"played": p.Manners["played"], "same": nil} }, whole, "manner anyone: no counts"},
		"slots":               {func(p *Part) { p.Slots = []SlotPart{} }, whole, "theories"},
		"no counts":           {func(p *Part) { p.Counts[0] = json.RawMessage(null) }, whole, "legal in the part or here"},
		"an arm lost":         {func(p *Part) { p.Counts[0] = p.Manners["anyone"] }, Samples{Options{Worlds: 3}, true}, "in one arm and 0 in another"},
		"an arm too many":     {func(p *Part) { p.Manners["anyone"] = p.Counts[0] }, Samples{Options{Worlds: 3}, true}, "manner anyone: 3 worlds"},
		"a world lost":        {func(*Part) {}, Samples{Options: Options{Worlds: 4}}, "3 worlds, where there are 4 samples"},
		"too many empty ways": {func(p *Part) { p.Counts[0] = json.RawMessage(`{"parting":[{},{},{},{},{},{},{},{},{}]}`) }, whole, "10 objects in 40 bytes"},
		"nothing":             {func(p *Part) { p.Counts[0] = json.RawMessage(`{}`) }, whole, "0 worlds"},
	} {
		spoilt := asWritten(t, p, err)
		c.spoil(spoilt)
		i.Clear()
		if err := i.Add(spoilt, c.samples); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
		if n := i.Counts[0].Same[0].Worlds; n != 0 {
			t.Errorf("%s: %d worlds of it are added", what, n)
		}
	}
	if err := fewSlots(t).Add(asWritten(t, p, err), whole); err == nil || !strings.Contains(err.Error(), "counts of 0 decisions, want of 2") {
		t.Errorf("a part of a question, for one of a ranking: %v", err)
	}
}

// FuzzPart: no bytes make the reader of parts panic or hang, and what it takes
// makes an answer.
func FuzzPart(f *testing.F) {
	i, slots := silence(f, []Version{{Name: "fitted", Model: load(f)}}), fewSlots(f)
	i.Ask(context.Background(), Options{Worlds: 2})
	slots.ask(context.Background(), Options{Worlds: 2})
	one, err := i.Part()
	add := func(p Part, err error) {
		data, _ := json.Marshal(asWritten(f, p, err))
		f.Add(data)
	}
	add(one, err)
	add(slots.Part())
	f.Add([]byte(`{"counts":[{}],"manners":{"anyone":{},"played":{}}}`))
	f.Add([]byte(`{"slots":[{"decision":3,"options":[null,{"same":[{"worlds":1}]}]}]}`))
	samples := Samples{Options{Worlds: 2}, true}
	f.Fuzz(func(t *testing.T, data []byte) {
		var p Part
		if json.Unmarshal(data, &p) != nil {
			return
		}
		i.Clear()
		if i.Add(&p, samples) == nil {
			if _, err := json.Marshal(i.Answer()); err != nil {
				t.Error(err)
			}
		}
		for k := range slots {
			for o, q := range slots[k].ask {
				slots[k].counts[o] = whatif.NewCounts(q)
			}
		}
		if slots.Add(&p, samples) == nil {
			if _, err := json.Marshal(slots.Turning(2)); err != nil {
				t.Error(err)
			}
		}
	})
}
