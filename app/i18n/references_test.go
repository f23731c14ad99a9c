package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dogovor/data"
)

// mention is a place in the sources that names a message.
type mention struct{ id, at string }

// mentions is what the sources say about messages.
type mentions struct {
	said     []mention       // literal ids given to T or N
	errors   []mention       // codes of errors that may reach a person
	invalid  []mention       // codes of what may be wrong with a field
	literals map[string]bool // every string literal: an id may travel through a table or a field
	begins   []string        // literal beginnings that code completes: "term." + list
	lists    []listMention   // areas that are declared as a record.ListOf
	words    []string        // what each of them says: the literals given to List.word
}

// listMention is a record.ListOf: where its messages begin, and whether its records can be thrown away.
type listMention struct {
	mention
	bin bool
}

// mentionsIn reads every Go file below root but tests.
func mentionsIn(t *testing.T, root string) *mentions {
	t.Helper()
	m := &mentions{literals: map[string]bool{}}
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		m.file(files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range m.lists {
		for _, word := range m.words {
			if of := strings.HasPrefix(word, "bin") || word == "restored"; !of || l.bin {
				id := l.id + "." + word
				m.said, m.literals[id] = append(m.said, mention{id, l.at}), true
			}
		}
	}
	return m
}

func (m *mentions) file(files *token.FileSet, f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CallExpr:
			m.call(n, files.Position(n.Pos()).String())
		case *ast.CompositeLit:
			m.composite(n, files.Position(n.Pos()).String())
		case *ast.AssignStmt: // of.Words = "issues", of what record.FollowListOf began; it has a bin
			for i, to := range n.Lhs {
				if id, ok := literal(n.Rhs[min(i, len(n.Rhs)-1)]); ok && called(to) == "Words" {
					m.lists = append(m.lists, listMention{mention{id, files.Position(n.Pos()).String()}, true})
				}
			}
		case *ast.BinaryExpr:
			if s, ok := literal(n.X); ok && n.Op == token.ADD && strings.HasSuffix(s, ".") {
				m.begins = append(m.begins, s)
			}
		case *ast.BasicLit:
			if s, ok := literal(n); ok {
				m.literals[s] = true
				if begin, _, cut := strings.Cut(s, "%"); cut && strings.HasSuffix(begin, ".") {
					m.begins = append(m.begins, begin)
				}
			}
		}
		return true
	})
}

// called is the name of what a call calls, without its package or receiver.
func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.Ident:
		return e.Name
	}
	return ""
}

func (m *mentions) call(n *ast.CallExpr, at string) {
	arg := func(i int) (string, bool) {
		if i >= len(n.Args) {
			return "", false
		}
		return literal(n.Args[i])
	}
	switch called(n.Fun) {
	case "T", "N":
		if id, ok := arg(0); ok {
			m.said = append(m.said, mention{id, at})
		}
	case "word":
		if word, ok := arg(0); ok {
			m.words = append(m.words, word)
		}
	case "WordOptions":
		if begin, ok := arg(1); ok {
			m.begins = append(m.begins, begin)
		}
	case "NewError":
		if code, ok := arg(0); ok {
			m.errors = append(m.errors, mention{code, at})
		}
	case "add": // Problems.add(field, code, …)
		if code, ok := arg(1); ok && filepath.Base(filepath.Dir(strings.SplitN(at, ".go:", 2)[0])) == "data" {
			m.invalid = append(m.invalid, mention{code, at})
		}
	}
}

// composite sees data.Error{Code: …}, data.Problem{Code: …} and record.ListOf[…]{Words: …}.
func (m *mentions) composite(n *ast.CompositeLit, at string) {
	list := listMention{mention: mention{at: at}}
	for _, e := range n.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch called(kv.Key) {
		case "Words":
			list.id, _ = literal(kv.Value)
		case "Binned":
			list.bin = true
		}
		if called(kv.Key) != "Code" {
			continue
		}
		code, ok := literal(kv.Value)
		if !ok {
			continue
		}
		switch called(n.Type) {
		case "Error":
			m.errors = append(m.errors, mention{code, at})
		case "Problem":
			m.invalid = append(m.invalid, mention{code, at})
		}
	}
	if list.id != "" {
		m.lists = append(m.lists, list)
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// labels are the beginnings of ids that follow from the declarations of records.
func labels() []string {
	var all []string
	for _, typ := range data.Types {
		all = append(all, typ.Name+".")
	}
	return all
}

// Every message that the code says exists, and every message that exists is said. This holds for the whole project.
func TestMessagesAreSaidAndThere(t *testing.T) {
	m := mentionsIn(t, root(t))
	if len(m.literals) < 100 {
		t.Fatalf("only %d literals seen: the sources were not found", len(m.literals))
	}
	for _, x := range m.said {
		if !Has(x.id) {
			t.Errorf("%s: no message %q", x.at, x.id)
		}
	}
	for _, x := range m.errors {
		if !Has("error."+x.id) && !Has("invalid."+x.id) {
			t.Errorf("%s: no message %q", x.at, "error."+x.id)
		}
	}
	for _, x := range m.invalid {
		if !Has("invalid." + x.id) {
			t.Errorf("%s: no message %q", x.at, "invalid."+x.id)
		}
	}
	families := append(labels(), m.begins...)
	for _, id := range All() {
		begun := slices.ContainsFunc(families, func(f string) bool { return f != "." && strings.HasPrefix(id, f) })
		if !begun && !m.literals[id] {
			t.Errorf("%s: nothing says %q", loaded().entries[id].file, id)
		}
	}
}

// Every field of every record has its label: the form, the history and the export say it. The field that points to the record which
// a part belongs to never shows.
func TestFieldsHaveLabels(t *testing.T) {
	for _, typ := range data.Types {
		for _, f := range typ.Fields {
			if id := typ.Name + "." + f.Name; f.Name != typ.Of && !Has(id) {
				t.Errorf("no message %q", id)
			}
		}
	}
}

// Every starting entry of every vocabulary has its word.
func TestVocabulariesHaveWords(t *testing.T) {
	for _, v := range data.Vocabularies {
		for _, code := range v.Codes {
			if id := "term." + v.List + "." + code; !Has(id) {
				t.Errorf("no message %q", id)
			}
		}
	}
}

// root is the folder of go.mod.
func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above this folder")
		}
		dir = filepath.Dir(dir)
	}
}

func TestMentions(t *testing.T) {
	dir := t.TempDir()
	src := "package x\n\nimport \"a.b\"\n\nvar _ = p.T(\"one.two\") + p.N(\"three.four\", 2) + p.T(\"fam.\"+x) + title(\"five.six\") + f(\"seven.%s\", x)\n" +
		"var _ = data.NewError(\"eight\", nil)\nvar _ = &data.Error{Code: \"nine\"}\nvar _ = []any{data.Problem{Field: \"f\", Code: \"ten\"}}\n"
	if err := os.WriteFile(filepath.Join(dir, "x.go"), []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	m := mentionsIn(t, dir)
	if len(m.said) != 2 || m.said[0].id != "one.two" || m.said[1].id != "three.four" {
		t.Errorf("said %v", m.said)
	}
	if len(m.errors) != 2 || m.errors[0].id != "eight" || m.errors[1].id != "nine" || len(m.invalid) != 1 || m.invalid[0].id != "ten" {
		t.Errorf("errors %v, invalid %v", m.errors, m.invalid)
	}
	if !slices.Equal(m.begins, []string{"fam.", "seven."}) || !m.literals["five.six"] || m.literals["a.b"] {
		t.Errorf("begins %q, literals %v", m.begins, m.literals)
	}
}
