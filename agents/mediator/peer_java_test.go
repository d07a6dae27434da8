package mediator

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What `new java.util.Random(seed).nextInt(n)` prints.
func TestJavaDraws(t *testing.T) {
	for _, row := range []struct {
		seed uint64
		n    int
		want []int
	}{
		{0, 10, []int{0, 8, 9, 7, 5, 3, 1, 1, 9, 4}},
		{42, 10, []int{0, 3, 8, 4, 0, 5, 5, 8, 9, 3}},
		{0, 4, []int{2, 3, 0, 2, 2, 1, 2, 0}},
		{0, 1<<30 + 1, []int{516548029, 663681053, 251269761, 715581077}},
	} {
		j := newJava(row.seed)
		var got []int
		for range row.want {
			got = append(got, j.IntN(row.n))
		}
		assert.Equal(t, row.want, got, "seed %d", row.seed)
	}
	assert.Zero(t, newJava(7).IntN(1))
}
