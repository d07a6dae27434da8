package verify

import "shuttle/sim/document"

// numbers are what a check of facts takes from a file of its own, beside the case: what a
// guarantor is believed, what a war does. They are read from `facts` below the scenarios.
func (l *Lab) numbers(name string, keys ...string) ([]float64, error) {
	doc, err := l.beside(name)
	if err != nil {
		return nil, err
	}
	var list []float64
	for _, key := range keys {
		list = append(list, doc.Root().Number(key, document.Any()).Base)
	}
	return list, doc.Done()
}

// names are a list of words of such a file.
func (l *Lab) names(name, key string) ([]string, error) {
	doc, err := l.beside(name)
	if err != nil {
		return nil, err
	}
	list := doc.Root().Texts(key)
	return list, doc.Done()
}

func (l *Lab) beside(name string) (*document.Document, error) {
	name = "facts/" + name + ".yaml"
	text, err := l.open(name)
	if err != nil {
		return nil, err
	}
	return document.Parse(name, text)
}
