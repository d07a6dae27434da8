package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"pgregory.net/rapid"

	"shuttle/sim/record"
)

// Names that differ are never cut to the same text, however little room there is.
func TestNoTwoNamesAreCutAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var g glossary
		k := lookOf(ColumnWidth).body
		most := vg.Length(rapid.Float64Range(0, 120).Draw(t, "most"))
		seen := make(map[string]string)
		name := rapid.StringMatching(`(deadline day|support of the people) [0-4], (hardness|elites) 0\.[0-9]{1,2}`)
		for i := range rapid.IntRange(2, 24).Draw(t, "names") {
			full := name.Draw(t, "name")
			short := g.label(k, "arm", i+1, full, most)
			if of, known := seen[short]; known {
				assert.Equal(t, of, full, "both are written %q", short)
			}
			seen[short] = full
		}
	})
}

// ofArms is a made-up sweep of arms whose names are long and differ in their middle and
// at their end.
func ofArms(days, levels int) Data {
	d := fixture()
	d.Mediators, d.References = []string{"single-text"}, nil
	var points [][]record.Value
	for i := range days {
		for j := range levels {
			points = append(points, []record.Value{record.Float(float64(42 * (i + 1))), record.Float(0.3 * float64(j))})
		}
	}
	d = sweepOf(d, []Factor{{Name: "day_of_the_deadline", Unit: "days"}, {Name: "hardness_of_the_deadline", Unit: "share"}}, points, func(u []float64, _ int) float64 { return 0.2 + 0.3*u[0] - 0.1*u[1] })
	for i := range points {
		d.Arms = append(d.Arms, d.armName(arm{i, "single-text"}))
	}
	d.Outcomes, d.Agreement = endings400(d.Arms)
	template := fixture().Ends
	for i, name := range d.Arms {
		e := template[i%len(template)]
		e.Mediator = name
		d.Ends = append(d.Ends, e)
	}
	return d
}

func TestArmsAreToldApartAtEverySize(t *testing.T) {
	for _, size := range Sizes() {
		for chart, data := range map[string]Data{"outcomes": ofArms(4, 4), "strategies": ofArms(3, 4), "survival": ofArms(3, 4), "funnel": ofArms(3, 4), "trade-off": ofArms(3, 4)} {
			figure, err := chartNamed(t, chart).Draw(data, size)
			require.NoError(t, err, "%s at %s", chart, size.Name)
			assert.Empty(t, read(figure), "%s at %s", chart, size.Name)
			r := &reader{up: []bool{false}, size: vg.Point{X: figure.Width, Y: figure.Height}}
			figure.paint(draw.NewCanvas(steady{r}, figure.Width, figure.Height))
			cut := make(map[string]int)
			for _, w := range r.texts {
				if strings.Contains(w.text, ellipsis) && !strings.Contains(w.text, "table") {
					cut[w.text]++
				}
			}
			for text, n := range cut {
				assert.Equal(t, 1, n, "%s at %s: %q", chart, size.Name, text)
			}
		}
	}
}

func TestArmsAreNamedByTheirLevelsWhereRoomIsShort(t *testing.T) {
	var g glossary
	d := ofArms(2, 2)
	k := lookOf(ColumnWidth).body
	assert.Equal(t, []string{"42, 0", "42, 0.3", "84, 0", "84, 0.3"}, g.rowLabels(d, k, 60, false))
	assert.Equal(t, "Arms are named by day of the deadline [days] and hardness of the deadline [share].", g.levels)
	g = glossary{}
	assert.Equal(t, d.Arms, g.rowLabels(d, k, 600, false))
	assert.Empty(t, g.levels)
	assert.Equal(t, fmt.Sprint(d.levelNames(",\n")[3]), "84,\n0.3")
}

// byKind is a sweep of two formats under six mediators, as long as names in use are.
func byKind() Data {
	d := fixture()
	d.Mediators = []string{"none", "facilitation", "single-text", "competing-texts", "sticks", "oracle/nash"}
	d.Arms, d.Ends, d.Series = nil, nil, nil
	points := [][]record.Value{{record.Text("split-shuttle")}, {record.Text("proximity")}}
	template := fixture()
	d = sweepOf(d, []Factor{{Name: "format"}}, points, func(u []float64, m int) float64 { return 0.2 + 0.1*u[0] + 0.05*float64(m) })
	for i := range points {
		for j, m := range d.Mediators {
			name := d.armName(arm{i, m})
			e := template.Ends[j%len(template.Ends)]
			e.Mediator = name
			d.Arms, d.Ends = append(d.Arms, name), append(d.Ends, e)
			d.Series = append(d.Series, seriesOf(name, j, d.Parties)...)
		}
	}
	return d
}

// On a slide no name of an arm is cut where it can go on in another line.
func TestNamesOnSlidesAreWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("much drawing on one goroutine")
	}
	for _, chart := range []string{"strategies", "survival", "funnel", "trade-off", "narrative", "load"} {
		figure, err := chartNamed(t, chart).Draw(byKind(), Slide)
		require.NoError(t, err, chart)
		hang(t, figure, "kinds-slide")
		assert.Empty(t, read(figure), chart)
		r := &reader{up: []bool{false}, size: vg.Point{X: figure.Width, Y: figure.Height}}
		figure.paint(draw.NewCanvas(steady{r}, figure.Width, figure.Height))
		for _, w := range r.texts {
			assert.NotContains(t, w.text, ellipsis, chart)
		}
	}
}

func TestNamesAreFolded(t *testing.T) {
	k := lookOf(Slide).strong
	names := []string{"none", "start trust 0.05, single-text", "split-shuttle, competing-texts", "Worttrennungsregelwerk"}
	assert.Equal(t, names, folded(k, names, 1000))
	wide := k.width("competing-texts") + 1
	assert.Equal(t, []string{"none", "start trust 0.05,\nsingle-text", "split-shuttle,\ncompeting-texts", names[3]}, folded(k, names, wide))
	narrow := k.width("competing-texts") - 1
	assert.Equal(t, []string{"split-shuttle,\ncompeting-\ntexts"}, folded(k, names[2:3], narrow))
	assert.Equal(t, names[2], folded(k, names[2:3], narrow/3)[0], "too many lines")
}
