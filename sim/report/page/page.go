package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
)

var (
	//go:embed page.html
	layout string
	//go:embed style.css
	style string
	//go:embed sort.js
	script string
)

// Write writes the report as one HTML page.
func Write(w io.Writer, d Data) error {
	t, err := template.New("page").Parse(layout)
	if err != nil {
		return err
	}
	v, err := newView(d)
	if err != nil {
		return err
	}
	return t.Execute(w, v)
}

// Style is the style sheet of the page, which is part of the program.
func (view) Style() template.CSS { return template.CSS(style) }

// Script is the script of the page, which is part of the program.
func (view) Script() template.JS { return template.JS(script) }

// ScriptHash names the script in the page's policy: no other script is run, even if
// one found its way in.
func (view) ScriptHash() string {
	sum := sha256.Sum256([]byte(script))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
