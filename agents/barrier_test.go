package agents_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The first two walls between a mediator and what a deal is worth are the
// compiler's. Each cheat is written, and the compiler asked: overlays put it into
// the module tree without touching a file of it.
func TestTheCompilerRefusesCheats(t *testing.T) {
	for _, cheat := range []struct {
		name    string
		file    string              // in the module
		write   string              // its text, or
		change  func(string) string // what becomes of the text it has
		pkg     string              // built with it
		refusal string              // in the compiler's words; "" when it builds
	}{
		{
			name: "an honest strategy builds", file: "agents/mediator/extra.go", pkg: "./agents/mediator",
			write: "package mediator\n\ntype Extra struct{}\n\nfunc (Extra) New(*Brief) Strategy { return nil }\n",
		},
		{
			name: "the catalog builds as it is", file: "agents/catalog.go", pkg: "./agents",
			change: func(s string) string { return s },
		},
		{
			name: "a mediator imports the utility", file: "agents/mediator/extra.go", pkg: "./agents/mediator",
			write:   "package mediator\n\nimport \"shuttle/agents/party/internal/utility\"\n\nvar _ *utility.Utility\n",
			refusal: "use of internal package shuttle/agents/party/internal/utility not allowed",
		},
		{
			name: "an oracle imports the utility", file: "agents/oracle/extra.go", pkg: "./agents/oracle",
			write:   "package oracle\n\nimport \"shuttle/agents/party/internal/utility\"\n\nvar _ *utility.Utility\n",
			refusal: "use of internal package shuttle/agents/party/internal/utility not allowed",
		},
		{
			name: "a mediator reads a party's fields", file: "agents/mediator/extra.go", pkg: "./agents/mediator",
			write:   "package mediator\n\nimport \"shuttle/agents/party\"\n\nfunc peek(p *party.Party) any { return p.utility }\n",
			refusal: "p.utility undefined",
		},
		{
			name: "an oracle calls itself honest", file: "agents/catalog.go", pkg: "./agents",
			change:  func(s string) string { return strings.Replace(s, `oracular("oracle/nash"`, `honest("oracle/nash"`, 1) },
			refusal: "does not satisfy",
		},
		{
			name: "a strategy that calls itself honest asks for the truth", file: "agents/extra.go", pkg: "./agents",
			write: "package agents\n\nimport (\n\t\"shuttle/agents/mediator\"\n\t\"shuttle/agents/oracle\"\n\t\"shuttle/agents/spec\"\n)\n\n" +
				"type peeking struct{}\n\nfunc (*peeking) Fields() []spec.Field { return nil }\n" +
				"func (peeking) New(*mediator.Brief, oracle.Truth) mediator.Strategy { return nil }\n\n" +
				"func extra() Mediator { return honest(\"peeking\", \"\", \"\", peeking{}) }\n",
			refusal: "wrong type for method New",
		},
	} {
		t.Run(cheat.name, func(t *testing.T) {
			t.Parallel()
			root, err := filepath.Abs("..")
			require.NoError(t, err)
			file, text := filepath.Join(root, cheat.file), cheat.write
			if cheat.change != nil {
				old, err := os.ReadFile(file)
				require.NoError(t, err)
				text = cheat.change(string(old))
				if cheat.refusal != "" {
					require.NotEqual(t, string(old), text, "the cheat changes the file")
				}
			}
			said := build(t, root, file, text, cheat.pkg)
			if cheat.refusal == "" {
				assert.Empty(t, said)
				return
			}
			assert.Contains(t, said, cheat.refusal)
		})
	}
}

// build compiles a package with one file written or replaced, and is what the
// compiler says.
func build(t *testing.T, root, file, text, pkg string) string {
	t.Helper()
	dir := t.TempDir()
	cheat, list := filepath.Join(dir, "cheat.go"), filepath.Join(dir, "overlay.json")
	require.NoError(t, os.WriteFile(cheat, []byte(text), 0o600))
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {file: cheat}})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(list, overlay, 0o600))
	cmd := exec.Command("go", "build", "-overlay", list, pkg)
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	if err != nil {
		require.NotEmpty(t, out, "%v", err)
	}
	return string(out)
}
