package agenda

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// sized is an agenda with so many levels an issue.
func sized(levels ...int) *Agenda {
	a := &Agenda{Pillars: []string{Territory}, Documents: []string{"agreement"}}
	for k, n := range levels {
		is := Issue{Name: fmt.Sprintf("issue %d", k)}
		for l := range n {
			is.Levels = append(is.Levels, Plain(fmt.Sprintf("%d", l), float64(l)))
		}
		a.Issues = append(a.Issues, is)
	}
	return a
}

func TestDocumentOrder(t *testing.T) {
	a := sized(2, 1, 3)
	var d Deal
	var got [][3]uint8
	for more := true; more; more = a.Next(&d) {
		got = append(got, [3]uint8(d[:3]))
	}
	assert.Equal(t, [][3]uint8{{0, 0, 0}, {0, 0, 1}, {0, 0, 2}, {1, 0, 0}, {1, 0, 1}, {1, 0, 2}}, got)
	assert.Equal(t, Deal{}, d, "after the last deal comes the first")
}

// Next, Decode, Count and Size tell the same order.
func TestDealsAreCountedInDocumentOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := sized(rapid.SliceOfN(rapid.IntRange(1, 5), 1, 5).Draw(t, "levels")...)
		n := len(a.Issues)
		var d Deal
		count, more := 0, true
		for ; more; count++ {
			var decoded Deal
			a.Decode(&decoded, 0, n, count)
			assert.Equal(t, d, decoded)
			assert.True(t, a.Legal(&d))
			more = a.Next(&d)
		}
		assert.Equal(t, count, a.Count(0, n))
		assert.Equal(t, float64(count), a.Size())
		cut := rapid.IntRange(0, n).Draw(t, "cut")
		assert.Equal(t, count, a.Count(0, cut)*a.Count(cut, n), "halves multiply")
	})
}

func TestDecodeLeavesOtherIssuesAlone(t *testing.T) {
	a := sized(3, 3, 3)
	d := Deal{2, 0, 2}
	a.Decode(&d, 1, 2, 1)
	assert.Equal(t, Deal{2, 1, 2}, d)
}

// The largest agenda there may be: nothing overflows.
func TestLargestAgenda(t *testing.T) {
	levels := make([]int, MaxIssues)
	for k := range levels {
		levels[k] = MaxLevels
	}
	a := sized(levels...)
	assert.NoError(t, a.Validate())
	assert.Equal(t, 1<<30, a.Count(0, MaxIssues), "counting stops")
	assert.Equal(t, 256*256, a.Count(126, 128))
	assert.True(t, math.IsInf(a.Size(), 1), "256^128 is 2^1024: just past the largest float64")
	var d Deal
	for k := range d {
		d[k] = MaxLevels - 1
	}
	assert.True(t, a.Legal(&d))
	assert.False(t, a.Next(&d), "the last deal has none after it")
	assert.Equal(t, Deal{}, d)
	a.Decode(&d, 126, 128, 256*256-1)
	assert.Equal(t, [2]uint8{255, 255}, [2]uint8(d[126:]))
	assert.Len(t, a.Labels(&d), MaxIssues)
}

func TestLegal(t *testing.T) {
	a := sized(2, 3)
	for _, row := range []struct {
		name string
		deal Deal
		want bool
	}{
		{"first", Deal{}, true},
		{"last", Deal{1, 2}, true},
		{"no such level", Deal{2, 0}, false},
		{"no such level on the last issue", Deal{0, 3}, false},
		{"past the last issue", Deal{0, 0, 1}, false},
	} {
		assert.Equal(t, row.want, a.Legal(&row.deal), row.name)
	}
}

func TestAmend(t *testing.T) {
	d := Deal{1, 1, 1}
	a := Amend(Change{0, 2}, Change{2, 0}, Change{0, 3})
	a.Apply(&d)
	assert.Equal(t, Deal{3, 1, 0}, d, "the later change of one clause holds")
	none := Amend()
	none.Apply(&d)
	assert.Equal(t, Deal{3, 1, 0}, d)
	var many []Change
	for k := range MaxChanges + 2 {
		many = append(many, Change{uint8(k), 9})
	}
	full := Amend(many...)
	assert.EqualValues(t, MaxChanges, full.N, "what does not fit is left out")
	d = Deal{}
	full.Apply(&d)
	assert.Equal(t, Deal{9, 9, 9, 9, 9, 9}, d)
}

func TestPromiseAddsUpFeatures(t *testing.T) {
	a := sized(2, 2, 1)
	a.Issues[0].Levels[1].Features = Features{Strength: .7, Legal: .5, Verification: .2, Ambiguity: .9}
	a.Issues[1].Levels[1].Features = Features{Strength: .2, Legal: .8, Verification: .3, Ambiguity: .4}
	for _, row := range []struct {
		deal Deal
		want Promise
	}{
		{Deal{0, 0}, Promise{Legal: 1}},
		{Deal{1, 0}, Promise{Strength: .7, Legal: .5, Verification: .2, Ambiguity: .9}},
		{Deal{1, 1}, Promise{Strength: .9, Legal: .4, Verification: .5, Ambiguity: 1.3}},
	} {
		got := a.Promise(&row.deal)
		assert.InDelta(t, row.want.Strength, got.Strength, 1e-15)
		assert.InDelta(t, row.want.Legal, got.Legal, 1e-15)
		assert.InDelta(t, row.want.Verification, got.Verification, 1e-15)
		assert.InDelta(t, row.want.Ambiguity, got.Ambiguity, 1e-15)
	}
	a.Issues[1].Levels[1].Features.Strength, a.Issues[1].Levels[1].Features.Verification = .9, .95
	got := a.Promise(&Deal{1, 1})
	assert.Equal(t, 1.0, got.Strength, "a promise is never more than whole")
	assert.Equal(t, 1.0, got.Verification)
}
