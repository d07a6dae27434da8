package document

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// JSON is the schema as JSON Schema, draft 7, which editors understand, with a title.
// Every number may be a value or say more of itself, as documents allow.
func (s *Schema) JSON(title string) ([]byte, error) {
	w := schemaWriter{definitions: object{}}
	top := w.form(&s.root)
	top["$schema"] = "http://json-schema.org/draft-07/schema#"
	top["title"] = title
	top["definitions"] = w.definitions
	text, err := json.MarshalIndent(top, "", "  ")
	return append(text, '\n'), err
}

type object = map[string]any

// schemaWriter puts forms into the words of JSON Schema. Numbers of the same bounds
// and unit share a definition.
type schemaWriter struct{ definitions object }

// form is all that may stand in one place.
func (w *schemaWriter) form(f *form) object {
	var kinds []object
	add := func(there bool, kind func() object) {
		if there {
			kinds = append(kinds, kind())
		}
	}
	add(len(f.choices) > 0 && !f.named, func() object { return object{"type": "string", "enum": f.choices} })
	add(f.named || f.text && len(f.choices) == 0, func() object { return object{"type": "string"} })
	add(f.flag, func() object { return object{"type": "boolean"} })
	add(f.seed, func() object {
		return object{"type": "integer", "minimum": 0, "maximum": json.Number("18446744073709551615")}
	})
	for _, b := range f.numbers {
		add(true, func() object { return w.number(b) })
	}
	for _, b := range f.tables {
		add(true, func() object { return w.table(b) })
	}
	add(f.list, func() object { return w.list(f) })
	add(f.mapping, func() object { return w.mapping(f) })
	out := object{}
	switch {
	case f.any || len(kinds) == 0: // whatever it is, its reader says more
	case len(kinds) == 1:
		out = kinds[0]
	default:
		out["anyOf"] = kinds
	}
	said := object{}
	if len(f.docs) > 0 {
		said["description"] = strings.Join(f.docs, "; or: ")
	}
	if len(f.defaults) == 1 {
		if value, ok := plainJSON(f.defaults[0]); ok {
			said["default"] = value
		}
	}
	if ref, shared := out["$ref"]; shared && len(said) > 0 {
		out = object{"allOf": []object{{"$ref": ref}}} // beside a reference nothing else is heeded
	}
	maps.Copy(out, said)
	return out
}

func (w *schemaWriter) mapping(f *form) object {
	properties, required := object{}, []string{}
	for _, name := range slices.Sorted(maps.Keys(f.keys)) {
		key := f.keys[name]
		properties[name] = w.form(key)
		if key.missed && key.listed == f.seen && f.seen > 0 {
			required = append(required, name)
		}
	}
	out := object{"type": "object", "properties": properties, "additionalProperties": false}
	if f.other != nil {
		out["additionalProperties"] = w.form(f.other)
	}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

func (w *schemaWriter) list(f *form) object {
	out := object{"type": "array"}
	if f.item != nil {
		out["items"] = w.form(f.item)
	}
	return out
}

// number is a number of some bounds: a value, or a mapping that says more.
func (w *schemaWriter) number(b Bounds) object {
	return w.shared("number", b, func(value object) object {
		stated := w.basis(b)
		for _, key := range []string{"value", "lo", "base", "hi"} {
			stated[key] = value
		}
		stated["shape"] = object{"enum": []string{Triangular, Uniform, TwoPoint}}
		return object{"anyOf": []object{value, {
			"type": "object", "properties": stated, "additionalProperties": false,
			"oneOf": []object{{"required": []string{"value"}}, {"required": []string{"lo", "base", "hi"}}},
		}}}
	})
}

// table is a list of numbers of some bounds, or a mapping that says more of it.
func (w *schemaWriter) table(b Bounds) object {
	return w.shared("table", b, func(value object) object {
		values := object{"type": "array", "items": value}
		stated := w.basis(b)
		stated["values"] = values
		return object{"anyOf": []object{values, {
			"type": "object", "properties": stated, "additionalProperties": false, "required": []string{"values"},
		}}}
	})
}

// basis are the keys that say where a number comes from.
func (w *schemaWriter) basis(b Bounds) object {
	unit := object{"type": "string"}
	if b.Unit != "" {
		unit = object{"const": b.Unit}
	}
	return object{"unit": unit, "basis": object{"enum": bases()}, "note": object{"type": "string"}, "source": object{"type": "string"}}
}

// shared refers to the definition of a kind of number.
func (w *schemaWriter) shared(kind string, b Bounds, define func(value object) object) object {
	words := strings.Replace(strings.TrimPrefix(b.String(), "a "), "number", kind, 1) + " " + b.Unit
	name := strings.Trim(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r == '-' || r == '.' {
			return r
		}
		return '_'
	}, words), "_")
	if w.definitions[name] == nil {
		description := b.String()
		if b.Unit != "" {
			description += fmt.Sprintf(" [%s]", b.Unit)
		}
		definition := define(b.schema())
		definition["description"] = description
		w.definitions[name] = definition
	}
	return object{"$ref": "#/definitions/" + name}
}

// schema is a number within the bounds.
func (b Bounds) schema() object {
	out := object{"type": "number"}
	if b.whole {
		out["type"] = "integer"
	}
	switch {
	case math.IsInf(b.Min, 0):
	case b.Open:
		out["exclusiveMinimum"] = b.Min
	default:
		out["minimum"] = b.Min
	}
	if !math.IsInf(b.Max, 0) {
		out["maximum"] = b.Max
	}
	return out
}

// plainJSON is a default in JSON, if it is one value.
func plainJSON(yaml string) (any, bool) {
	n, faults := parseTree(&source{name: "default"}, []byte(yaml))
	if len(faults) > 0 {
		return nil, false
	}
	if n.kind == kindMapping && n.get("value") != nil {
		n = n.get("value")
	}
	switch n.kind {
	case kindText:
		return n.text, n.text != "" && !strings.HasPrefix(n.text, Own)
	case kindBool:
		return n.text == "true", true
	case kindNumber:
		return n.number, !math.IsInf(n.number, 0) && !math.IsNaN(n.number)
	}
	return nil, false
}
