package scenario

import (
	"strings"

	"backchannel/engine"
	"backchannel/engine/expr"
)

// suggestion is expr.Suggest over a few words.
func suggestion(text string, from ...string) string { return expr.Suggest(text, from) }

var channelStates = newNames("closed", "open", "burned")

// effects reads what a move or an event does.
func (l *loader) effects(list pairs) []engine.Effect {
	var effects []engine.Effect
	for _, p := range list {
		if e, ok := l.effect(p); ok {
			effects = append(effects, e)
		}
	}
	return effects
}

func (l *loader) effect(p pair) (engine.Effect, bool) {
	if _, ok := l.quantities.index[p.key.text]; ok {
		return l.quantityEffect(p, &l.theory.Worth.Meter)
	}
	sort, name, _ := strings.Cut(p.key.text, ".")
	target := word{text: name, at: p.key.at, set: true}
	switch sort {
	case "rung":
		return l.rungEffect(target, p.val)
	case "order":
		return l.orderEffect(target, p.val)
	case "leader":
		return l.leaderEffect(target, p.val)
	case "channel":
		return l.channelEffect(target, p.val)
	case "warmth":
		k, ok := l.find(l.channels, target, "channel")
		n, isNumber := l.number(p.val)
		if !ok || !isNumber {
			return engine.Effect{}, false
		}
		return engine.Effect{Kind: engine.AddWarmth, Side: engine.NoSide, Index: int16(k),
			Amount: int64(l.step(wholeAt(n, p.val.at), -4, 4, "a step"))}, true
	}
	l.add(p.key.at, "unknown target of an effect %q%s", p.key.text, expr.Suggest(p.key.text, l.targets()))
	return engine.Effect{}, false
}

// targets are all keys that effects may have.
func (l *loader) targets() []string {
	list := append([]string(nil), l.quantities.list...)
	add := func(sort string, n *names) {
		for _, name := range n.list {
			list = append(list, sort+"."+name)
		}
	}
	add("rung", l.issues)
	add("order", l.orders)
	add("leader", sideNames)
	add("channel", l.channels)
	add("warmth", l.channels)
	return list
}

// number reads a number and notes it if it is something else.
func (l *loader) number(v mixed) (int64, bool) {
	n, ok := v.value.(int64)
	if !ok {
		l.add(v.at, "this must be a whole number, not %s", describe(v.value))
	}
	return n, ok
}

// words reads a text and notes it if it is something else.
func (l *loader) words(v mixed, what string) bool {
	if !v.word.set {
		l.add(v.at, "this must be %s, not %s", what, describe(v.value))
	}
	return v.word.set
}

// quantityEffect reads a change of a quantity: a step for a meter, a plain
// number for a counter.
func (l *loader) quantityEffect(p pair, worth *[5]int64) (engine.Effect, bool) {
	n, ok := l.number(p.val)
	if !ok {
		return engine.Effect{}, false
	}
	k := l.quantities.index[p.key.text]
	e := engine.Effect{Kind: engine.AddQuantity, Side: engine.NoSide, Index: int16(k)}
	if n == 0 {
		l.warn(p.val.at, "an effect of 0 does nothing")
	}
	if l.counts(k) {
		e.Amount = l.amount(n, p.val.at, "the amount")
		return e, true
	}
	step := l.step(wholeAt(n, p.val.at), -4, 4, "a step")
	e.Amount = worth[max(step, -step)]
	if step < 0 {
		e.Amount = -e.Amount
	}
	return e, true
}

// counts says whether a quantity is a counter.
func (l *loader) counts(quantity int) bool {
	if quantity < engine.QStandardCount {
		return standards[quantity].counter
	}
	return l.src.Quantities[quantity-engine.QStandardCount].Counter.on
}

func (l *loader) rungEffect(target word, v mixed) (engine.Effect, bool) {
	issue, ok := l.find(l.issues, target, "issue")
	if !l.words(v, "the words of a rung") || !ok {
		return engine.Effect{}, false
	}
	rung := l.rung(issue, v.word)
	return engine.Effect{Kind: engine.SetRung, Side: engine.NoSide, Index: int16(issue), Amount: int64(rung)}, rung >= 0
}

func (l *loader) orderEffect(target word, v mixed) (engine.Effect, bool) {
	order, ok := l.find(l.orders, target, "standing order")
	on, isFlag := v.value.(bool)
	if !isFlag {
		l.add(v.at, "this must be true or false, not %s", describe(v.value))
	}
	e := engine.Effect{Kind: engine.SetOrder, Side: engine.NoSide, Index: int16(order)}
	if on {
		e.Amount = 1
	}
	return e, ok && isFlag
}

func (l *loader) leaderEffect(target word, v mixed) (engine.Effect, bool) {
	side, ok := l.find(sideNames, target, "side")
	if !l.words(v, "the id of a leader") || !ok {
		return engine.Effect{}, false
	}
	k, ok := l.find(l.leaders[side], v.word, "leader of "+target.text)
	return engine.Effect{Kind: engine.SetLeader, Side: engine.Side(side), Index: int16(k)}, ok
}

func (l *loader) channelEffect(target word, v mixed) (engine.Effect, bool) {
	k, ok := l.find(l.channels, target, "channel")
	if !l.words(v, `"open", "closed" or "burned"`) || !ok {
		return engine.Effect{}, false
	}
	state, ok := l.find(channelStates, v.word, "state of a channel")
	return engine.Effect{Kind: engine.SetChannel, Side: engine.NoSide, Index: int16(k), Amount: int64(state)}, ok
}

// orderTables fills the standing orders.
func (l *loader) orderTables() {
	for k := range l.src.Orders {
		t := &l.src.Orders[k]
		o := engine.StandingOrder{ID: t.ID.text, Title: t.Title.text, Agency: t.Agency.text, Side: l.side(t.Side), Running: t.Running.on,
			HiddenFrom: l.sideSet(t.HiddenFrom), Autonomy: l.step(t.Autonomy, 0, 4, "autonomy"), Price: l.step(t.Price, 0, 4, "the price"),
			Source: l.judged(t.At, "a standing order", t.Source, t.Note)}
		l.short(t.Title, 25, "card")
		for _, p := range t.Monthly {
			if _, ok := l.quantities.index[p.key.text]; !ok {
				l.add(p.key.at, "a standing order moves only quantities, and there is none called %q%s", p.key.text,
					expr.Suggest(p.key.text, l.quantities.list))
				continue
			}
			if e, ok := l.quantityEffect(p, &l.theory.Worth.Monthly); ok {
				o.Effects = append(o.Effects, e)
			}
		}
		l.m.Orders = append(l.m.Orders, o)
	}
}
