package look

import (
	"strings"
	"unicode"
)

const ellipsis = "…"

// Cut shortens s with an ellipsis so that it is no wider than width.
func Cut(s string, width float32, st Style) string {
	return cut(s, width, func(s string) float32 { return Measure(s, st) })
}

func cut(s string, width float32, measure func(string) float32) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		s = strings.TrimRight(s[:i], " ") + ellipsis
	}
	if measure(s) <= width {
		return s
	}
	runes := []rune(strings.TrimSuffix(s, ellipsis))
	low, high := 0, len(runes) // the longest prefix that fits lies in [low, high)
	for low < high {
		mid := (low + high + 1) / 2
		if measure(string(runes[:mid])+ellipsis) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRightFunc(string(runes[:low]), unicode.IsSpace) + ellipsis
}

// Lines is into how many lines s breaks at a width.
func Lines(s string, width float32, st Style) int {
	return len(breakLines(s, width, 0, func(s string) float32 { return Measure(s, st) }))
}

// breakLines breaks text at spaces, after hyphens and slashes, between Chinese characters, and inside a word only when it is wider
// than a whole line. Up to max lines are kept (0: all), the last of them cut with an ellipsis.
func breakLines(text string, width float32, max int, measure func(string) float32) []string {
	var lines []string
	for _, paragraph := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if width <= 0 {
			lines = append(lines, paragraph)
			continue
		}
		line := ""
		for _, piece := range pieces(paragraph) {
			if measure(strings.TrimRight(line+piece, " ")) <= width {
				line += piece
				continue
			}
			if line != "" {
				lines = append(lines, strings.TrimRight(line, " "))
			}
			for line = piece; measure(strings.TrimRight(line, " ")) > width; {
				n := fitting([]rune(line), width, measure)
				lines = append(lines, string([]rune(line)[:n]))
				line = string([]rune(line)[n:])
			}
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	if max > 0 && len(lines) > max {
		lines[max-1] = cut(lines[max-1]+" "+lines[max], width, measure)
		if !strings.HasSuffix(lines[max-1], ellipsis) {
			lines[max-1] = cut(lines[max-1]+ellipsis, width, measure)
		}
		lines = lines[:max]
	}
	return lines
}

// fitting is how many runes fit, at least one.
func fitting(runes []rune, width float32, measure func(string) float32) int {
	n := 1
	for n < len(runes) && measure(string(runes[:n+1])) <= width {
		n++
	}
	return n
}

// pieces are what may not be broken inside, each with the space that follows it.
func pieces(s string) []string {
	var out []string
	start := 0
	runes := []rune(s)
	for i, r := range runes {
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		ends := (r == ' ' && next != ' ') || r == '-' || r == '/' || r == '–' ||
			(wide(r) || wide(next)) && next != ' ' && !hanging(next)
		if ends || next == 0 {
			out = append(out, string(runes[start:i+1]))
			start = i + 1
		}
	}
	return out
}

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// hanging marks stand never at the start of a line.
func hanging(r rune) bool {
	return strings.ContainsRune("，。、；：！？）》」』”’,.;:!?)", r)
}
