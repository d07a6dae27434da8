package agents_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// allowed is the whole import graph of the module: who may import whom. A package
// that is not listed, and an import that is not listed, fail the test.
var allowed = map[string]string{
	"agents/agenda":                 "",
	"agents/clock":                  "",
	"agents/spec":                   "",
	"agents/credence":               "",
	"agents/message":                "agents/agenda",
	"agents/mediator":               "agents/agenda agents/credence agents/message agents/spec",
	"agents/oracle":                 "agents/agenda agents/mediator agents/message agents/spec",
	"agents/party/internal/utility": "agents/agenda agents/clock",
	"agents/party":                  "agents/agenda agents/clock agents/credence agents/message agents/party/internal/utility agents/spec",
	"agents":                        "agents/mediator agents/oracle agents/party agents/spec",

	"sim/rng":              "",
	"sim/document":         "",
	"sim/record":           "",
	"sim/internal/refdata": "",
	"sim/world":            "sim/rng",
	"sim/talks":            "agents agents/* sim/rng sim/world",
	"sim/scenario":         "agents agents/* sim/document sim/rng sim/talks sim/world",
	"sim/analysis":         "sim/record sim/rng",
	"sim/genius":           "agents/agenda sim/document sim/scenario",
	"sim/measure":          "agents/* sim/analysis sim/record sim/rng sim/scenario sim/talks sim/world",
	"sim/experiment":       "agents agents/* sim/document sim/measure sim/record sim/rng sim/scenario sim/talks",
	"sim/verify":           "agents/agenda agents/party sim/analysis sim/document sim/measure sim/rng sim/scenario sim/talks",
	"sim/report":           "sim/analysis sim/record sim/report/words",
	"sim/report/words":     "sim/analysis sim/record",
	"sim/report/page":      "sim/analysis sim/record sim/report sim/report/words",
}

// forbidden are packages that reach outside, or whose answers differ from one run
// to the next.
var forbidden = []string{
	"embed", "io/fs", "io/ioutil", "log", "log/slog", "math/rand", "net", "net/*", "os", "os/*", "runtime", "runtime/*",
	"sync", "sync/*", "golang.org/x/sync/*", "syscall", "time", "unsafe",
}

// exempt says which package need not keep which rule, and why.
var exempt = map[string]string{
	"sim/internal/refdata os":            "finds reference values on disk; imported by tests only",
	"sim/experiment golang.org/x/sync/*": "the one place with workers",
	"sim/experiment sync":                "the same: they share compiled arms",
	"sim/scenario embed":                 "the specimen of a scenario is a file of its own",
	"sim/report/page embed":              "its layout, style and script are files of their own, read by the compiler",
}

func TestImportsGoOneWay(t *testing.T) {
	for _, p := range load(t) {
		name := short(p)
		list, known := allowed[name]
		if !assert.True(t, known, "%s is not in the table of allowed imports", name) {
			continue
		}
		for path := range p.Imports {
			if to, ours := strings.CutPrefix(path, "shuttle/"); ours {
				assert.True(t, matches(to, strings.Fields(list)), "%s must not import %s", name, to)
			}
		}
	}
}

// Files, clocks and the network belong to cmd.
func TestTheCoreReachesNothingOutside(t *testing.T) {
	for _, p := range core(t) {
		for path := range p.Imports {
			for _, pattern := range forbidden {
				if matches(path, []string{pattern}) && exempt[short(p)+" "+pattern] == "" {
					t.Errorf("%s imports %s", short(p), path)
				}
			}
		}
	}
}

// Package variables, global draws, goroutines and the order of a map would each
// let one run see another, or differ from its repetition.
func TestTheCoreIsPure(t *testing.T) {
	for _, p := range core(t) {
		assert.Empty(t, impurities(p))
	}
}

// A package that breaks every rule shows that each rule bites.
func TestImpuritiesAreFound(t *testing.T) {
	dir, err := filepath.Abs("mediator")
	require.NoError(t, err)
	all, err := packages.Load(&packages.Config{Dir: "..", Mode: mode, Overlay: map[string][]byte{
		filepath.Join(dir, "impure.go"): []byte(`package mediator

import "math/rand/v2"

var Shared int
var shared int
var errFine error

func impure(m map[int]int) {
	for range m {
		shared += rand.IntN(2)
	}
	go impure(nil)
}
`)}}, "./agents/mediator")
	require.NoError(t, err)
	require.Len(t, all, 1)
	require.Empty(t, all[0].Errors)
	var found []string
	for _, f := range impurities(all[0]) {
		found = append(found, strings.TrimPrefix(f, dir+"/"))
	}
	assert.ElementsMatch(t, []string{
		"impure.go:10:2: ranges over a map",
		"impure.go:11:13: draws from the global generator by IntN",
		"impure.go:13:2: starts a goroutine",
		"impure.go:5:5: package variable Shared",
		"impure.go:6:5: package variable shared",
	}, found)
}

// impurities lists what a package does that the core may not.
func impurities(p *packages.Package) []string {
	var found []string
	note := func(at token.Pos, fault string) {
		found = append(found, fmt.Sprintf("%s: %s", p.Fset.Position(at), fault))
	}
	for _, file := range p.Syntax {
		ast.Inspect(file, func(n ast.Node) bool {
			if fault := impure(p, n); fault != "" {
				note(n.Pos(), fault)
			}
			return true
		})
	}
	if !strings.HasPrefix(short(p), "agents") {
		return found
	}
	for _, name := range p.Types.Scope().Names() {
		v, isVar := p.Types.Scope().Lookup(name).(*types.Var)
		if isVar && (v.Exported() || !types.Identical(v.Type(), types.Universe.Lookup("error").Type())) {
			note(v.Pos(), "package variable "+name)
		}
	}
	return found
}

// impure says what is wrong with a node, "" when nothing is.
func impure(p *packages.Package, n ast.Node) string {
	switch n := n.(type) {
	case *ast.GoStmt:
		return "starts a goroutine"
	case *ast.RangeStmt:
		if _, isMap := p.TypesInfo.TypeOf(n.X).Underlying().(*types.Map); isMap {
			return "ranges over a map"
		}
	case *ast.SelectorExpr:
		f, isFunc := p.TypesInfo.Uses[n.Sel].(*types.Func)
		if isFunc && f.Pkg() != nil && f.Pkg().Path() == "math/rand/v2" && f.Signature().Recv() == nil && !strings.HasPrefix(f.Name(), "New") {
			return "draws from the global generator by " + f.Name()
		}
	}
	return ""
}

const mode = packages.NeedName | packages.NeedImports | packages.NeedFiles |
	packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo

// load reads the module's packages once, without their tests.
var load = func() func(*testing.T) []*packages.Package {
	read := sync.OnceValues(func() ([]*packages.Package, error) {
		return packages.Load(&packages.Config{Dir: "..", Mode: mode}, "./agents/...", "./sim/...")
	})
	return func(t *testing.T) []*packages.Package {
		t.Helper()
		all, err := read()
		require.NoError(t, err)
		require.NotEmpty(t, all)
		return all
	}
}()

// core is all of agents and sim; each package must have been type-checked.
func core(t *testing.T) []*packages.Package {
	t.Helper()
	all := load(t)
	for _, p := range all {
		require.Empty(t, p.Errors, "%s", p.PkgPath)
	}
	return all
}

func short(p *packages.Package) string { return strings.TrimPrefix(p.PkgPath, "shuttle/") }

// matches reports whether a path is one of some names; a name that ends in /* is
// for everything below it but what is internal to it.
func matches(path string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		if below, tree := strings.CutSuffix(name, "*"); tree {
			return strings.HasPrefix(path, below) && !strings.Contains(path, "/internal/")
		}
		return path == name
	})
}

// A processor that fuses a product and a sum rounds once where others round twice. Go lets
// the compiler fuse x*y + z unless the product is converted, so that in everything that
// decides how a run goes the conversion is to be written: float64(x*y) + z.
func TestProductsAreRoundedBeforeTheyAreAdded(t *testing.T) {
	for _, p := range load(t) {
		name := short(p)
		if !strings.HasPrefix(name, "agents") && !slices.Contains([]string{"sim/talks", "sim/world", "sim/rng", "sim/scenario", "sim/measure"}, name) {
			continue
		}
		for _, file := range p.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				for _, operand := range summands(n) {
					product, ok := ast.Unparen(operand).(*ast.BinaryExpr)
					if ok && product.Op == token.MUL && isFloat(p.TypesInfo.Types[product]) {
						assert.Fail(t, "a product is added as it is", p.Fset.Position(product.Pos()))
					}
				}
				return true
			})
		}
	}
}

// summands are what an expression or statement adds or takes away.
func summands(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if n.Op == token.ADD || n.Op == token.SUB {
			return []ast.Expr{n.X, n.Y}
		}
	case *ast.AssignStmt:
		if n.Tok == token.ADD_ASSIGN || n.Tok == token.SUB_ASSIGN {
			return n.Rhs
		}
	}
	return nil
}

// isFloat tells whether an expression is worked out when the program runs, as a float.
func isFloat(v types.TypeAndValue) bool {
	b, ok := v.Type.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0 && v.Value == nil
}
