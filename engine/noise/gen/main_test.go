package main

import (
	"bytes"
	"math"
	"math/big"
	"os"
	"testing"
)

func TestTablesAreCurrent(t *testing.T) {
	want, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../tables_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("tables_gen.go is not what the generator writes: run go generate in engine/noise")
	}
}

func TestLnRatio(t *testing.T) {
	for j := int64(0); j <= cells; j++ {
		got, _ := lnRatio(2*cells, cells+j).Float64()
		want := math.Log(2 * cells / float64(cells+j))
		if math.Abs(got-want) > 1e-15 {
			t.Errorf("lnRatio(%d, %d) = %v, want %v", 2*cells, cells+j, got, want)
		}
	}
}

func TestScaledRounds(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want int64
	}{{0, 0}, {0.124, 0}, {0.125, 1}, {0.374, 1}, {0.375, 2}, {1, 4}} {
		if got := scaled(big.NewFloat(c.x).SetPrec(precision), 2); got.Int64() != c.want {
			t.Errorf("scaled(%v, 2) = %v, want %d", c.x, got, c.want)
		}
	}
}
