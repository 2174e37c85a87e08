package scenario

import (
	"reflect"

	"backchannel/engine"
	"backchannel/engine/expr"
)

// LoadTheory reads the theory. It is nil if there is any mistake.
func LoadTheory(name string, data []byte) (*engine.Theory, Problems) {
	c := theoryCheck{report: report{file: name}, quantities: newNames(engine.StandardNames[:]...)}
	if c.doc = c.parse(data); c.doc == nil {
		return nil, c.list.sorted()
	}
	c.decode(c.doc, &c.t, optionalParameter)
	c.hazards()
	c.couplings()
	c.flows()
	c.rules()
	c.pace()
	c.ranges()
	if c.bad {
		return nil, c.list.sorted()
	}
	return &c.t, c.list.sorted()
}

// theoryCheck is a theory on its way in.
type theoryCheck struct {
	report
	doc        *document
	t          engine.Theory
	quantities *names
}

// optionalParameter says which keys of the theory may be missing.
func optionalParameter(table reflect.Type, key string) bool {
	switch table {
	case reflect.TypeFor[engine.Hazard]():
		return key == "coeff"
	case reflect.TypeFor[engine.Drift]():
		return key == "both" || key == "above"
	case reflect.TypeFor[engine.RuleKind]():
		return key == "above"
	case reflect.TypeFor[engine.FlowKind]():
		return key == "exit" || key == "press"
	case reflect.TypeFor[engine.Rest]():
		return key == "opening" || key == "level"
	}
	return false
}

// at is the place of a value: the key of a table and then, in turn, numbers of
// elements and keys.
func (c *theoryCheck) at(path ...any) place {
	n := c.doc.root
	for _, step := range path {
		switch s := step.(type) {
		case string:
			n = n.child(s)
		case int:
			n = n.item(s)
		}
	}
	return n.at
}

// quantity is the number of a standard quantity.
func (c *theoryCheck) quantity(name string, at place) int16 {
	if name == "" {
		return 0 // reported as missing
	}
	k, ok := c.quantities.index[name]
	if !ok {
		c.add(at, "unknown quantity %q%s", name, expr.Suggest(name, c.quantities.list))
	}
	return int16(k)
}

// MaxHazards is how many kinds of hazard, drifts and rests a theory may have.
const MaxHazards = 64

func (c *theoryCheck) hazards() {
	seen := newNames()
	c.most("hazard", len(c.t.Hazards))
	for k := range c.t.Hazards {
		h := &c.t.Hazards[k]
		if h.Name != "" && !goodID(h.Name) {
			c.add(c.at("hazard", k, "name"), "the id %q must be lower case letters and digits with single hyphens between", h.Name)
		}
		if !seen.put(h.Name) {
			c.add(c.at("hazard", k, "name"), "a second hazard %q", h.Name)
		}
		for j, rate := range h.Rates {
			if rate < 0 || rate > 100000 {
				c.add(c.at("hazard", k, "rates", j), "a rate must be from 0 to 100000, not %d", rate)
			} else if j > 0 && rate < h.Rates[j-1] {
				c.add(c.at("hazard", k, "rates", j), "the rates must not fall from step to step")
			}
		}
		for j := range h.Coeffs {
			co := &h.Coeffs[j]
			co.Index = c.quantity(co.Of, c.at("hazard", k, "coeff", j, "of"))
			c.within(co.Each, -10000, 10000, c.at("hazard", k, "coeff", j, "each"))
			c.within(co.Around, 0, 1000000, c.at("hazard", k, "coeff", j, "around"))
		}
	}
}

func (c *theoryCheck) most(key string, n int) {
	if n > MaxHazards {
		c.add(c.at(key, MaxHazards), "more than %d tables of this kind", MaxHazards)
	}
}

func (c *theoryCheck) couplings() {
	c.most("drift", len(c.t.Drifts))
	for k := range c.t.Drifts {
		d := &c.t.Drifts[k]
		d.OfIndex = c.quantity(d.Of, c.at("drift", k, "of"))
		d.FromIndex = c.quantity(d.From, c.at("drift", k, "from"))
		c.within(d.Each, -100000, 100000, c.at("drift", k, "each"))
		c.within(d.Above, 0, 1000000, c.at("drift", k, "above"))
	}
	c.most("rest", len(c.t.Rests))
	for k := range c.t.Rests {
		r := &c.t.Rests[k]
		r.Index = c.quantity(r.Of, c.at("rest", k, "of"))
		c.within(r.Share, 0, 1000, c.at("rest", k, "share"))
		c.within(r.Level, 0, 100, c.at("rest", k, "level"))
		if table := c.doc.root.child("rest").item(k); table.table["level"] != nil == r.Opening {
			c.add(table.at, `a rest has either a "level" or opening = true`)
		}
	}
}

func (c *theoryCheck) flows() {
	c.most("flow", len(c.t.Flows))
	seen := newNames()
	for k := range c.t.Flows {
		f := &c.t.Flows[k]
		if !seen.put(f.Name) {
			c.add(c.at("flow", k, "name"), "a second kind of flow %q", f.Name)
		}
		for j := range f.Gates {
			c.within(f.Gates[j], 0, MostParameter, c.at("flow", k, "gates", j))
			c.within(f.Pulls[j], 0, 1000, c.at("flow", k, "pulls", j))
			c.within(f.Tolls[j], 0, 1000, c.at("flow", k, "tolls", j))
		}
		for key, n := range map[string]int64{"seed": f.Seed, "stop": f.Stop, "storm": f.Storm} {
			c.within(n, 0, 1000, c.at("flow", k, key))
		}
		c.within(f.Relief, 0, 10000, c.at("flow", k, "relief"))
		c.within(f.Spread, 0, 10000, c.at("flow", k, "spread"))
	}
}

var ruleForms = newNames("settle", "meter", "gain", "empty")

func (c *theoryCheck) rules() {
	c.most("rule", len(c.t.Rules))
	seen := newNames()
	for k := range c.t.Rules {
		r := &c.t.Rules[k]
		if !seen.put(r.Name) {
			c.add(c.at("rule", k, "name"), "a second kind of rule %q", r.Name)
		}
		shape, ok := ruleForms.index[r.Form]
		if !ok && r.Form != "" {
			c.add(c.at("rule", k, "form"), "unknown form of a rule %q%s", r.Form, expr.Suggest(r.Form, ruleForms.list))
		}
		r.Shape = int8(max(shape, 0))
		c.within(r.Each, -MostParameter, MostParameter, c.at("rule", k, "each"))
		c.within(r.Above, 0, 100, c.at("rule", k, "above"))
		for j := range r.Steps {
			c.within(r.Steps[j], 0, 10000, c.at("rule", k, "steps", j))
		}
	}
}

func (c *theoryCheck) pace() {
	k, ok := paceNames.index[c.t.Pace.Crisis]
	if !ok && c.t.Pace.Crisis != "" {
		c.add(c.at("pace", "crisis"), "unknown pace %q%s", c.t.Pace.Crisis, expr.Suggest(c.t.Pace.Crisis, paceNames.list))
		return
	}
	c.t.Pace.InCrisis = engine.Pace(k)
}

// within notes a number outside its range.
func (c *theoryCheck) within(n, least, most int64, at place) {
	if n < least || n > most {
		c.add(at, "this must be from %d to %d, not %d", least, most, n)
	}
}

// MostParameter is the largest parameter of a theory.
const MostParameter = 1_000_000

// ranges checks every parameter of the theory's tables: none is beyond
// MostParameter, and those by which the engine divides are above 0.
func (c *theoryCheck) ranges() {
	v := reflect.ValueOf(&c.t).Elem()
	for k := range v.NumField() {
		if f := v.Type().Field(k); f.Type.Kind() == reflect.Struct {
			c.section(v.Field(k), f.Tag.Get("toml"))
		}
	}
	if c.t.Choice.Tau <= 0 && c.doc.root.child("choice").table["tau"] != nil {
		c.add(c.at("choice", "tau"), "this must be above 0")
	}
	if c.t.Choice.Stake <= 0 && c.doc.root.child("choice").table["stake"] != nil {
		c.add(c.at("choice", "stake"), "this must be above 0")
	}
	if c.t.Choice.Early < 0 || c.t.Choice.Early > 1000 {
		c.add(c.at("choice", "early"), "a share must be from 0 to 1000, not %d", c.t.Choice.Early)
	}
	if c.t.Belief.OddsTau <= 0 && c.doc.root.child("belief").table["odds_tau"] != nil {
		c.add(c.at("belief", "odds_tau"), "this must be above 0")
	}
}

func (c *theoryCheck) section(v reflect.Value, path ...any) {
	for k := range v.NumField() {
		f, key := v.Field(k), v.Type().Field(k).Tag.Get("toml")
		here := append(path[:len(path):len(path)], key)
		switch f.Kind() {
		case reflect.Struct:
			c.section(f, here...)
		case reflect.Array:
			for j := range f.Len() {
				c.within(f.Index(j).Int(), -MostParameter, MostParameter, c.at(append(here, j)...))
			}
		case reflect.Int64:
			c.within(f.Int(), -MostParameter, MostParameter, c.at(here...))
		}
	}
}
