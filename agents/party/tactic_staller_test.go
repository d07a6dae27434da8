package party

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// While the fallback rises nothing is conceded; once it has stood still for longer
// than its patience the clock goes on from where it stood.
func TestStallerWaits(t *testing.T) {
	p := playing(Staller{TimeDependent{Haste: 1, Horizon: 100, Curve: "polynomial", Anchor: "ideal", Offers: "trade"}, 30}.New(nil), .15)
	for i, row := range []struct {
		days, support float64
		want          int
	}{
		{0, 0, 6},
		{25, 0, 5},    // .79: nothing has risen yet
		{50, .02, 5},  // .80: it has now
		{75, .02, 5},  // and that is 25 days ago
		{85, .02, 5},  // 35 days: ten more on the clock, .71
		{150, .02, 2}, // the fallback, .17
	} {
		p.Observe(i+1, row.days, Outside{Support: row.support})
		assert.Equal(t, row.want, least(p), "day %v", row.days)
	}
}

// With a fallback that never rises it is its own clock.
func TestStallerWithoutAReason(t *testing.T) {
	clock := TimeDependent{Haste: .6, Horizon: 100, Curve: "polynomial", Anchor: "plausible", Offers: "trade"}
	waits, concedes := playing(Staller{clock, 30}.New(nil), .15), playing(clock.New(nil), .15)
	for day := range 12 {
		waits.Observe(day, 10*float64(day), Outside{Support: -.001 * float64(day)})
		concedes.Observe(day, 10*float64(day), Outside{Support: -.001 * float64(day)})
		assert.Equal(t, least(concedes), least(waits), "day %d", 10*day)
	}
}
