package photo

import (
	"bytes"
	"regexp"
)

// Videos say the place as text, +44.0800+022.0952/ (ISO 6709). Phones also hide a short video behind the end of a photo.
var (
	videoMarks = []struct {
		mark  []byte
		reach int // how far behind the mark the text may stand
	}{
		{[]byte("\xA9xyz"), 64},                // the box that most phones write
		{[]byte("location.ISO6709"), 64 << 10}, // the name under which others keep it; the value follows with all other values
	}
	videoPlace = regexp.MustCompile(`[+-]\d{2}\.\d{2,}[+-]\d{3}\.\d{2,}(?:[+-]\d+(?:\.\d+)?)?`)
)

// videoPlaces finds the texts in which a file's video says where it was taken.
func videoPlaces(file []byte) (out [][]byte) {
	for _, m := range videoMarks {
		for at := 0; ; {
			i := bytes.Index(file[at:], m.mark)
			if i < 0 {
				break
			}
			at += i + len(m.mark)
			behind := file[at:min(len(file), at+m.reach)]
			for _, p := range videoPlace.FindAllIndex(behind, -1) {
				out = append(out, behind[p[0]:p[1]])
			}
		}
	}
	return out
}
