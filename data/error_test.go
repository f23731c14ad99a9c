package data

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestErrorCode(t *testing.T) {
	cause := errors.New("disk I/O error")
	full := NewError("db.full", cause, "Path", "/tmp/x", "Free", 3)
	for _, c := range []struct {
		err  error
		want string
	}{
		{nil, ""}, {cause, "internal"}, {full, "db.full"}, {fmt.Errorf("saving: %w", full), "db.full"}, {Problems{{Field: "a", Code: "b"}}, "invalid"}, {Problems(nil).Err(), ""},
	} {
		if got := ErrorCode(c.err); got != c.want {
			t.Errorf("%v is %q, not %q", c.err, got, c.want)
		}
	}
	if !errors.Is(full, cause) || full.Params["Free"] != 3 || full.Error() != "db.full: disk I/O error" {
		t.Errorf("%v, %v", full, full.Params)
	}
}

// messages reads a file of messages of every language.
func messages(t *testing.T, area string) map[string]map[string]any {
	var out map[string]map[string]any
	if _, err := toml.DecodeFile("../assets/messages/"+area+".toml", &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestEveryProblemHasItsSentence reads from the source of this package which codes Validate may give, and with what.
func TestEveryProblemHasItsSentence(t *testing.T) {
	added := regexp.MustCompile(`\.add\((?:"[^"]*"|[^",]+(?:\([^)]*\))?), "([a-z_]+)"((?:, "[A-Z][a-z]+", [^,)]+(?:\(\))?)*)\)`)
	literal := regexp.MustCompile(`(?:Code: |return )"([a-z_]+)"`)
	codes := map[string][]string{}
	sources, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	for _, f := range sources {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		src, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		calls += strings.Count(string(src), `.add(`)
		for _, m := range added.FindAllStringSubmatch(string(src), -1) {
			params := regexp.MustCompile(`"([A-Z][a-z]+)"`).FindAllStringSubmatch(m[2], -1)
			codes[m[1]] = nil
			for _, p := range params {
				codes[m[1]] = append(codes[m[1]], p[1])
			}
			calls--
		}
		if f.Name() == "date.go" || f.Name() == "moment.go" || f.Name() == "stakeholder.go" {
			for _, m := range literal.FindAllStringSubmatch(string(src), -1) {
				codes[m[1]] = []string{"First", "Last"}
			}
		}
		if f.Name() == "step.go" { // stepProblem gives codes without anything to say of them
			for _, m := range literal.FindAllStringSubmatch(string(src), -1) {
				codes[m[1]] = nil
			}
			calls -= strings.Count(string(src), `ps.add("kind", code)`)
		}
		calls -= strings.Count(string(src), ", c, \"First\", FirstYear") // those whose code comes from problem()
	}
	if calls != 0 {
		t.Errorf("%d calls of add are written in a way this test cannot read", calls)
	}
	sentences := messages(t, "invalid")
	for code, params := range codes {
		s := sentences["invalid."+code]
		for _, lang := range []string{"en", "sr", "zh"} {
			text, _ := s[lang].(string)
			if text == "" {
				t.Errorf("invalid.%s has no sentence in %s", code, lang)
			}
			for _, m := range regexp.MustCompile(`{{\.([A-Za-z]+)}}`).FindAllStringSubmatch(text, -1) {
				if !slices.Contains(params, m[1]) {
					t.Errorf("invalid.%s (%s) speaks of %s, which it is not told", code, lang, m[1])
				}
			}
		}
		delete(sentences, "invalid."+code)
	}
	for id := range sentences {
		t.Errorf("%s is never used", id)
	}
}

func TestEveryTermHasItsWord(t *testing.T) {
	words := messages(t, "term")
	for _, v := range Vocabularies {
		if got, ok := VocabularyNamed(v.List); !ok || got.List != v.List {
			t.Errorf("vocabulary %s is not found", v.List)
		}
		for i, code := range v.Codes {
			id := "term." + v.List + "." + code
			for _, lang := range []string{"en", "sr", "zh"} {
				if s, _ := words[id][lang].(string); s == "" {
					t.Errorf("%s has no word in %s", id, lang)
				}
			}
			if !v.Has(code) || slices.Contains(v.Codes[:i], code) {
				t.Errorf("%s stands twice", id)
			}
			delete(words, id)
		}
	}
	for _, status := range GrievanceStatuses { // a state that is no step has its word too
		id := "term." + StepKinds.List + "." + status
		if s, _ := words[id]["sr"].(string); s == "" && !StepKinds.Has(status) {
			t.Errorf("%s has no word", id)
		}
		delete(words, id)
	}
	for id := range words {
		if strings.Count(id, ".") == 2 { // labels of the record type Term have fewer
			t.Errorf("%s is in no vocabulary", id)
		}
	}
}

func TestEveryFieldOfASettlementHasItsLabel(t *testing.T) {
	labels := messages(t, "settlement")
	for _, f := range Settlements.Fields {
		if labels["settlement."+f.Name] == nil {
			t.Errorf("settlement.%s has no label", f.Name)
		}
	}
}
