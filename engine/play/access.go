package play

// SeenLedger is how many entries the ledger held when the desk was opened:
// everything later is news to the person.
func (g *Game) SeenLedger() int { return g.desk.audit[0] }
