package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

func load(t testing.TB) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatalf("loading the era: %v", problems)
	}
	return m
}
