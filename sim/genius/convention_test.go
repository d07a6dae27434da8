package genius_test

import (
	"bytes"
	"encoding/xml"
	"math"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"shuttle/sim/genius"
	"shuttle/sim/internal/refdata"
)

// profile is a profile of discrete issues, as far as its utilities go.
type profile struct {
	XMLName     xml.Name `xml:"utility_space"`
	Reservation struct {
		Value float64 `xml:"value,attr"`
	} `xml:"reservation"`
	Objective struct {
		Index  int    `xml:"index,attr"`
		Name   string `xml:"name,attr"`
		Issues []struct {
			Index int    `xml:"index,attr"`
			Name  string `xml:"name,attr"`
			Type  string `xml:"type,attr"`
			Items []struct {
				Value      string  `xml:"value,attr"`
				Evaluation float64 `xml:"evaluation,attr"`
			} `xml:"item"`
		} `xml:"issue"`
		Weights []struct {
			Index int     `xml:"index,attr"`
			Value float64 `xml:"value,attr"`
		} `xml:"weight"`
	} `xml:"objective"`
}

// weigh changes the weight of an issue.
func (p *profile) weigh(index int, by func(w float64) float64) {
	for i := range p.Objective.Weights {
		if w := &p.Objective.Weights[i]; w.Index == index {
			w.Value = by(w.Value)
		}
	}
}

// raw spells NegMAS's reading in GENIUS's terms: utilities are evaluations times weights,
// where GENIUS divides by the largest evaluation of the issue.
func (p *profile) raw() {
	for _, is := range p.Objective.Issues {
		most := 0.0
		for _, item := range is.Items {
			most = max(most, item.Evaluation)
		}
		p.weigh(is.Index, func(w float64) float64 { return w * most })
	}
}

// normalized spells its other reading: what raw has, moved and stretched to run from 0 to
// 1, the reservation with it.
func (p *profile) normalized() {
	low, high := 0.0, 0.0
	least, most := map[int]float64{}, map[int]float64{}
	for _, is := range p.Objective.Issues {
		least[is.Index] = math.Inf(1)
		for _, item := range is.Items {
			least[is.Index], most[is.Index] = min(least[is.Index], item.Evaluation), max(most[is.Index], item.Evaluation)
		}
	}
	for _, w := range p.Objective.Weights {
		low, high = low+w.Value*least[w.Index], high+w.Value*most[w.Index]
	}
	for _, is := range p.Objective.Issues {
		for i := range is.Items {
			is.Items[i].Evaluation -= least[is.Index]
		}
		p.weigh(is.Index, func(w float64) float64 { return w * (most[is.Index] - least[is.Index]) / (high - low) })
	}
	p.Reservation.Value = (p.Reservation.Value - low) / (high - low)
}

// under imports a domain of the references with its profiles as a convention reads them.
func under(t *testing.T, convention, name string, r reference) []byte {
	t.Helper()
	folder := filepath.Dir(refdata.Path(t, "genius/"+name+"/"+r.Domain))
	files := read(t, folder, append([]string{r.Domain}, r.Profiles...)...)
	readings := map[string]func(p *profile){"genius": nil, "negmas_raw": (*profile).raw, "negmas_normalized": (*profile).normalized}
	change, known := readings[convention]
	require.True(t, known, "no convention is called %s", convention)
	for i := range files[1:] {
		if change == nil {
			break
		}
		var p profile
		require.NoError(t, xml.NewDecoder(files[i+1].Text).Decode(&p))
		change(&p)
		text, err := xml.Marshal(&p)
		require.NoError(t, err)
		files[i+1].Text = bytes.NewReader(text)
	}
	var out bytes.Buffer
	_, err := genius.Import(&out, files[0], files[1:], genius.DefaultSteps)
	require.NoError(t, err)
	return out.Bytes()
}
