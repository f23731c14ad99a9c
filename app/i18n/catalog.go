package i18n

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"dogovor/assets"
)

// entry is one key of a message file: a text or its plural forms in each column ("en", "sr", "zh", "cyrl").
type entry struct {
	id    string
	file  string
	texts map[string]forms
}

// forms maps a plural form to its text; a message without plurals has "other" alone.
type forms map[string]string

// column tells where a language's texts stand in the files.
var column = map[Lang]string{English: "en", SerbianLatin: "sr", SerbianCyrillic: "cyrl", Chinese: "zh"}

// catalog is what all message files say together, ready for use.
type catalog struct {
	entries  map[string]*entry
	bundle   *goi18n.Bundle
	plain    map[Lang]map[string]string // texts without placeholders or plurals
	holes    map[string][]string        // names of the placeholders of a message
	problems []error                    // what is wrong with the files; the tests want none
}

var placeholder = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

// loaded is the catalog of the embedded files, read once at first use.
var loaded = sync.OnceValue(func() *catalog { return load(assets.Files(), "messages") })

// load reads every message file in a folder. A file that is broken is left out and told in problems: a program with a few raw keys
// on its screen still saves what was typed.
func load(files fs.FS, dir string) *catalog {
	c := &catalog{
		entries: map[string]*entry{},
		bundle:  goi18n.NewBundle(language.English),
		plain:   map[Lang]map[string]string{},
		holes:   map[string][]string{},
	}
	names, err := fs.Glob(files, dir+"/*.toml")
	c.note(err)
	for _, name := range names {
		c.note(c.read(files, name))
	}
	for _, l := range Langs {
		c.plain[l] = map[string]string{}
		for _, e := range c.entries {
			c.add(l, e)
		}
	}
	return c
}

func (c *catalog) note(err error) {
	if err != nil {
		c.problems = append(c.problems, err)
	}
}

func (c *catalog) read(files fs.FS, name string) error {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	var doc map[string]map[string]any
	if _, err := toml.Decode(string(b), &doc); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for id, columns := range doc {
		e := &entry{id: id, file: path.Base(name), texts: map[string]forms{}}
		for col, v := range columns {
			f, ok := formsOf(v)
			if !ok {
				c.note(fmt.Errorf("%s: %q: %s is neither a text nor plural forms", name, id, col))
				continue
			}
			e.texts[col] = f
		}
		if first := c.entries[id]; first != nil {
			c.note(fmt.Errorf("%s: %q already stands in %s", name, id, first.file))
			continue
		}
		if e.texts["cyrl"] == nil && e.texts["sr"] != nil {
			e.texts["cyrl"] = forms{}
			for form, text := range e.texts["sr"] {
				e.texts["cyrl"][form] = Cyrillic(text)
			}
		}
		c.entries[id] = e
		c.holes[id] = e.placeholders()
	}
	return nil
}

func formsOf(v any) (forms, bool) {
	switch v := v.(type) {
	case string:
		return forms{"other": v}, true
	case map[string]any:
		f := forms{}
		for form, text := range v {
			s, ok := text.(string)
			if !ok {
				return nil, false
			}
			f[form] = s
		}
		return f, len(f) > 0
	}
	return nil, false
}

// placeholders are the names that any text of the message wants filled.
func (e *entry) placeholders() []string {
	var names []string
	for _, f := range e.texts {
		for _, text := range f {
			for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
				names = append(names, m[1])
			}
		}
	}
	sort.Strings(names)
	return slices.Compact(names)
}

func (c *catalog) add(l Lang, e *entry) {
	f := e.texts[column[l]]
	if f == nil {
		return
	}
	if len(f) == 1 && f["other"] != "" && !strings.Contains(f["other"], "{{") {
		c.plain[l][e.id] = f["other"]
	}
	c.note(c.bundle.AddMessages(language.MustParse(string(l)), &goi18n.Message{
		ID: e.id, One: f["one"], Few: f["few"], Other: f["other"],
	}))
}
