// Package assets holds what the program carries with it: fonts, messages and the list of settlements. It holds no code.
package assets

import "embed"

// FS holds fonts/*.ttf, messages/*.toml and settlements.csv.
//
//go:embed fonts messages settlements.csv
var FS embed.FS
