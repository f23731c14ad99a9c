package machine

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/wholefile"
)

// Settings of this laptop, kept as JSON in Dirs.Config.
type Settings struct {
	Language string            `json:"language"` // "sr-Latn", …; "" before the first start
	Officer  string            `json:"officer"`  // who works on this laptop
	Laptop   string            `json:"laptop"`   // short code in record numbers: BOR1
	Origin   int64             `json:"origin"`   // this laptop's own number in the change log; made once
	Database string            `json:"database"` // opened last
	Look     string            `json:"look"`     // "light", "dark", "high_contrast"
	Scale    int               `json:"scale"`    // of the interface, in percent
	Window   map[string]string `json:"window"`   // splits, sort orders, size

	path   string
	unread error // why the file could not be read; it is not written over then
}

// Scales of the interface that may be chosen, in percent.
var Scales = []int{100, 110, 125, 150, 175, 200}

var laptopCode = regexp.MustCompile(`^[A-Z0-9]{2,8}$`)

// Load reads the settings from dir; a missing file gives those of a first start. A file that cannot be understood is kept aside under
// the name settings.json.bad, so that nothing of it is lost. With an error come the settings of a first start, which Save does not write.
func Load(dir string) (*Settings, error) {
	s, err := load(dir)
	s.unread = err
	if s.Window == nil {
		s.Window = map[string]string{}
	}
	if s.Origin == 0 {
		s.Origin = rand.Int64N(1<<62) + 1
	}
	if s.Scale < Scales[0] || s.Scale > Scales[len(Scales)-1] {
		s.Scale = 100
	}
	return s, err
}

func load(dir string) (*Settings, error) {
	s := &Settings{Look: "light", Scale: 100, path: filepath.Join(dir, "settings.json")}
	b, err := os.ReadFile(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return s, data.NewError("settings.unreadable", err, "Path", s.path)
	default:
		if err := json.Unmarshal(b, s); err != nil {
			s = &Settings{Look: "light", Scale: 100, path: s.path}
			if err := os.Rename(s.path, s.path+".bad"); err != nil {
				return s, data.NewError("settings.unreadable", err, "Path", s.path)
			}
		}
	}
	return s, nil
}

// Unread is why the settings could not be read, nil when they could.
func (s *Settings) Unread() error { return s.unread }

// FirstStart tells that nobody has said yet whose laptop this is, or that what stands there cannot be used.
func (s *Settings) FirstStart() bool { return s.Language == "" || len(s.Validate()) > 0 }

// Clean brings what was typed into its stored form: the laptop code in capitals.
func (s *Settings) Clean() {
	s.Officer = data.CleanLine(s.Officer)
	s.Laptop = strings.ToUpper(strings.TrimSpace(s.Laptop))
}

// Validate tells what keeps the settings from being used.
func (s *Settings) Validate() data.Problems {
	var p data.Problems
	if s.Officer == "" {
		p = append(p, data.Problem{Field: "officer", Code: "required"})
	}
	if utf8.RuneCountInString(s.Officer) > data.MaxLine {
		p = append(p, data.Problem{Field: "officer", Code: "too_long", Params: map[string]any{"Max": data.MaxLine}})
	}
	if !laptopCode.MatchString(s.Laptop) {
		p = append(p, data.Problem{Field: "laptop", Code: "bad_laptop"})
	}
	return p
}

// Save writes the settings: to a new file first, so that a cut of power leaves the old or the new, never half.
func (s *Settings) Save() error {
	if s.unread != nil {
		return s.unread
	}
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return data.NewError("settings.unwritable", err, "Path", s.path)
	}
	err = wholefile.Write(s.path, func(w io.Writer) error { _, err := w.Write(append(b, '\n')); return err })
	if err != nil {
		return data.NewError("settings.unwritable", err, "Path", s.path)
	}
	return nil
}
