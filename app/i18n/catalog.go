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
	holes []string // names of the placeholders
}

// forms maps a plural form to its text; a message without plurals has "other" alone.
type forms map[string]string

// column tells where a language's texts stand in the files.
var column = map[Lang]string{English: "en", SerbianLatin: "sr", SerbianCyrillic: "cyrl", Chinese: "zh"}

// catalog is what all message files say together.
type catalog struct {
	entries  map[string]*entry
	problems []error // what is wrong with the files; the tests want none
}

var placeholder = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

// loaded is the catalog of the embedded files, read once at first use.
var loaded = sync.OnceValue(func() *catalog { return load(assets.Files(), "messages") })

// load reads every message file in a folder. A file that is broken is left out and told in problems: a program with a few raw keys
// on its screen still saves what was typed.
func load(files fs.FS, dir string) *catalog {
	c := &catalog{entries: map[string]*entry{}}
	names, err := fs.Glob(files, dir+"/*.toml")
	c.note(err)
	for _, name := range names {
		c.note(c.read(files, name))
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
		e.holes = e.placeholders()
		c.entries[id] = e
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

// in gives the texts of the message in a language; Cyrillic is made of the Latin text where the file has none of its own.
func (e *entry) in(l Lang) forms {
	if f := e.texts[column[l]]; f != nil || l != SerbianCyrillic {
		return f
	}
	f := forms{}
	for form, text := range e.texts["sr"] {
		f[form] = Cyrillic(text)
	}
	return f
}

// speak readies the messages of one language: a localizer for those that want filling, and the others as they are.
func (c *catalog) speak(l Lang) (*goi18n.Localizer, map[string]string) {
	tag := language.MustParse(string(l))
	bundle := goi18n.NewBundle(tag)
	plain := map[string]string{}
	for id, e := range c.entries {
		f := e.in(l)
		if len(f) == 1 && f["other"] != "" && !strings.Contains(f["other"], "{{") {
			plain[id] = f["other"]
			continue
		}
		bundle.MustAddMessages(tag, &goi18n.Message{ID: id, One: f["one"], Few: f["few"], Other: f["other"]}) // fails for unknown languages only
	}
	return goi18n.NewLocalizer(bundle, string(l)), plain
}
