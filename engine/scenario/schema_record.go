package scenario

type recordTable struct {
	At     place
	Moves  []recordMoveTable  `toml:"move"`
	Events []recordEventTable `toml:"event"`
	Weeks  []recordWeekTable  `toml:"week"`
	Series []seriesTable      `toml:"series"`
}

type seriesTable struct {
	At     place
	ID     word  `toml:"id" need:""`
	Of     word  `toml:"of" need:""`
	Title  word  `toml:"title" need:""`
	Unit   word  `toml:"unit"`
	PerDay flag  `toml:"per_day"`
	Points pairs `toml:"points" need:""`
	Source word  `toml:"source" need:""`
}

type recordMoveTable struct {
	At        place
	On        date `toml:"on" need:""`
	Precision word `toml:"precision"`
	Side      word `toml:"side" need:""`
	Move      word `toml:"move" need:""`
	Text      word `toml:"text" need:""`
	Source    word `toml:"source" need:""`
}

type recordEventTable struct {
	At     place
	On     date `toml:"on" need:""`
	Event  word `toml:"event" need:""`
	Text   word `toml:"text" need:""`
	Source word `toml:"source" need:""`
}

type recordWeekTable struct {
	At     place
	From   date `toml:"from" need:""`
	To     date `toml:"to" need:""`
	Text   word `toml:"text" need:""`
	Source word `toml:"source" need:""`
}

type checkpointTable struct {
	At          place
	On          date   `toml:"on" need:""`
	What        word   `toml:"what" need:""`
	Value       word   `toml:"value" need:""`
	Want        whole  `toml:"want" need:""`
	Tolerance   whole  `toml:"tolerance" need:""`
	When        word   `toml:"when"`
	FrozenWrong flag   `toml:"frozen_wrong"`
	Cuts        []word `toml:"cuts"`
	Source      word   `toml:"source" need:""`
}

type expectTable struct {
	At        place
	Move      word `toml:"move" need:""`
	On        date `toml:"on" need:""`
	Who       word `toml:"who" need:""`
	Quantity  word `toml:"quantity" need:""`
	Direction word `toml:"direction" need:""`
	Horizon   word `toml:"horizon" need:""`
	Source    word `toml:"source" need:""`
}
