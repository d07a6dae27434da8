package document

import (
	"fmt"
	"strconv"
	"strings"
)

// step is one part of a path: a key, or what stands in brackets.
type step struct {
	word    string
	bracket bool
	quoted  bool // in brackets and quotes: never an index
}

// String is the step as it stands in a path, with the dot before a key.
func (s step) String() string {
	switch {
	case s.quoted:
		return "[" + strconv.Quote(s.word) + "]"
	case s.bracket:
		return "[" + s.word + "]"
	}
	return "." + s.word
}

// index is the index that the step gives, if it is one.
func (s step) index() (int, bool) {
	i, err := strconv.Atoi(s.word)
	return i, err == nil && s.bracket && !s.quoted
}

// steps is what the items of a list are called in paths: by name where they
// have one that no earlier item has, else by index.
func steps(list *node) []step {
	called := make([]step, len(list.items))
	taken := map[string]bool{}
	for i, item := range list.items {
		called[i] = step{word: strconv.Itoa(i), bracket: true}
		if name, ok := item.name(); ok && !taken[name] {
			taken[name] = true
			_, err := strconv.Atoi(name)
			called[i] = step{word: name, bracket: true, quoted: err == nil || odd(name)}
		}
	}
	return called
}

// join is path with steps behind it.
func join(path string, rest ...step) string {
	for _, s := range rest {
		path += s.String()
	}
	return path
}

// joinKey is the path of a mapping's key.
func joinKey(path, key string) string {
	if odd(key) {
		return path + step{word: key, quoted: true}.String()
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// odd says whether a word must be quoted to stand in a path.
func odd(word string) bool {
	if isWord(word) {
		return false
	}
	return word == "" || strings.ContainsAny(word, ".[]\"=") || strconv.Quote(word) != `"`+word+`"`
}

// isWord says whether a word is made of letters, digits, _ and - of ASCII, as most
// are, which spares a closer look.
func isWord(word string) bool {
	for i := range len(word) {
		c := word[i]
		if c != '_' && c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return word != ""
}

// splitPath is the path's steps.
func splitPath(path string) ([]step, error) {
	var parts []step
	for rest := path; rest != ""; {
		s, after, err := cutStep(rest, len(parts) == 0)
		if err != nil {
			return nil, fmt.Errorf("is not a path: %w", err)
		}
		parts, rest = append(parts, s), after
	}
	if len(parts) == 0 {
		return nil, fmt.Errorf("is not a path: it is empty")
	}
	return parts, nil
}

// cutStep is the first step of a path and what follows it.
func cutStep(path string, first bool) (step, string, error) {
	if inside, ok := strings.CutPrefix(path, "["); ok {
		quoted, err := strconv.QuotedPrefix(inside)
		if err == nil && quoted[0] == '"' {
			word, _ := strconv.Unquote(quoted)
			rest, ok := strings.CutPrefix(inside[len(quoted):], "]")
			if !ok {
				return step{}, "", fmt.Errorf("] is missing after %s", quoted)
			}
			return step{word: word, bracket: true, quoted: true}, rest, nil
		}
		word, rest, ok := strings.Cut(inside, "]")
		if !ok || word == "" {
			return step{}, "", fmt.Errorf("[ must be followed by a name or an index and ]")
		}
		return step{word: word, bracket: true}, rest, nil
	}
	if !first {
		dotted, ok := strings.CutPrefix(path, ".")
		if !ok {
			return step{}, "", fmt.Errorf("] must be followed by . or [")
		}
		path = dotted
	}
	end := strings.IndexAny(path, ".[")
	if end < 0 {
		end = len(path)
	}
	if end == 0 {
		return step{}, "", fmt.Errorf("a key is missing before %q", path)
	}
	return step{word: path[:end]}, path[end:], nil
}

// walk visits every path of the tree, parents first, in document order. The path
// holds until visit returns.
func walk(n *node, path []byte, visit func(path []byte)) {
	visit(path)
	for _, e := range n.entries {
		walk(e.value, appendKey(path, e.key), visit)
	}
	if n.kind == kindList {
		for i, called := range steps(n) {
			walk(n.items[i], append(path, called.String()...), visit)
		}
	}
}

// appendKey is joinKey for paths that are only looked at.
func appendKey(path []byte, key string) []byte {
	if odd(key) {
		return append(path, step{word: key, quoted: true}.String()...)
	}
	if len(path) > 0 {
		path = append(path, '.')
	}
	return append(path, key...)
}

// Canonical is a path as the document's own values have it: list items by name where
// they have one. What the document lacks stays as it is said.
func (d *Document) Canonical(path string) string {
	parts, err := splitPath(path)
	if err != nil {
		return path
	}
	at, n := "", d.root
	for _, s := range parts {
		if n != nil && n.kind == kindList {
			called := steps(n)
			if i := item(called, s); i >= 0 {
				at, n = join(at, called[i]), n.items[i]
				continue
			}
			at, n = join(at, s), nil
			continue
		}
		if at = joinKey(at, s.word); n != nil {
			n = n.get(s.word)
		}
	}
	return at
}

// Within tells whether a canonical path is another, or leads to a part of it.
func Within(path, other string) bool {
	rest, ok := strings.CutPrefix(path, other)
	return ok && (rest == "" || other == "" || rest[0] == '.' || rest[0] == '[')
}
