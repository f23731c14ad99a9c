// Package assets carries what the program needs beside its code: fonts, messages, icons and the list of settlements, all inside the
// binary. It holds no logic and must never read from disk.
package assets

import (
	"embed"
	"io/fs"
)

// The pattern stands for fonts, icons and messages; unlike a plain name it does not break the build while one of them is missing.
//
//go:embed [fim]* settlements.csv
var files embed.FS

// Files holds everything, by its path below this folder: fonts/…, icons/…, messages/…, settlements.csv.
func Files() fs.FS { return files }

// Font gives the bytes of a face: Regular, Bold, Italic or BoldItalic. Regular and Bold hold Chinese too. The bytes are the caller's own.
func Font(face string) []byte { return read("fonts/DogovorSans-" + face + ".ttf") }

// Icon gives a picture by its file name, nil when there is none.
func Icon(name string) []byte { return read("icons/" + name) }

// Settlements gives the starting list of places as CSV.
func Settlements() []byte { return read("settlements.csv") }

func read(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		return nil
	}
	return b
}
