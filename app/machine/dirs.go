// Package machine is what belongs to this laptop and not to the data: whose it is, how the window looks, where files lie, the log.
// None of it ever holds a record, a name or a word of a meeting.
package machine

import (
	"os"
	"path/filepath"
	"runtime"
)

// Dirs are the folders of the user that the program may write to, by the custom of the system.
type Dirs struct {
	Config    string // settings of this laptop
	Data      string // the databases, unless the user puts them elsewhere
	State     string // log and crash file
	Documents string // where reports are offered to be written
}

// UserDirs finds the folders; it makes none.
func UserDirs() Dirs {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	config, err := os.UserConfigDir()
	if err != nil {
		config = filepath.Join(home, ".config")
	}
	d := Dirs{Config: filepath.Join(config, "dogovor"), Documents: documents(home)}
	switch runtime.GOOS {
	case "windows":
		local := env("LOCALAPPDATA", config)
		d.Data = filepath.Join(local, "Dogovor", "data")
		d.State = filepath.Join(local, "Dogovor", "state")
	case "darwin":
		d.Data = filepath.Join(config, "Dogovor")
		d.State = filepath.Join(home, "Library", "Logs", "Dogovor")
	default:
		d.Data = filepath.Join(env("XDG_DATA_HOME", filepath.Join(home, ".local", "share")), "dogovor")
		d.State = filepath.Join(env("XDG_STATE_HOME", filepath.Join(home, ".local", "state")), "dogovor")
	}
	return d
}

func documents(home string) string {
	for _, name := range []string{os.Getenv("XDG_DOCUMENTS_DIR"), filepath.Join(home, "Documents"), filepath.Join(home, "Dokumenti"), filepath.Join(home, "Документа"), filepath.Join(home, "文档")} {
		if i, err := os.Stat(name); name != "" && err == nil && i.IsDir() {
			return name
		}
	}
	return home
}

func env(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}
