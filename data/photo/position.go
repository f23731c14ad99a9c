package photo

import (
	"bytes"
	"regexp"
	"slices"
)

// HasPosition tells whether a file says where the picture was taken.
func HasPosition(file []byte) (yes bool) {
	each(file, func(x told) bool {
		if t, ok := newTIFF(x.exif); ok && t.hasPosition() {
			yes = true
		}
		for _, packet := range packets(x.xmp) {
			yes = yes || xmpPlace.Match(packet)
		}
		yes = yes || len(videoPlaces(x.video)) > 0
		return false
	})
	return yes
}

// RemovePosition takes out of a file, in place, all that it says about the position. The picture, the way it stands and every other thing that
// it says stay as they are, byte for byte.
func RemovePosition(file []byte) {
	each(file, func(x told) (changed bool) {
		if t, ok := newTIFF(x.exif); ok {
			changed = t.removePosition()
		}
		for _, packet := range packets(x.xmp) {
			changed = blank(packet) || changed
		}
		for _, text := range videoPlaces(x.video) {
			for i := range text {
				text[i] = ' '
			}
		}
		return changed
	})
}

// placeTags say a place: latitude and longitude of the camera and of what it looked at, the name of the area.
var placeTags = []int{2, 4, 20, 22, 28}

func (t tiff) hasPosition() bool {
	for _, d := range t.directories() {
		i, ok := t.find(d, tagGPS)
		if !ok {
			continue
		}
		gps, ok := t.pointed(d.entry(i))
		if !ok {
			continue
		}
		for k := range gps.n {
			e := gps.entry(k)
			at, size := t.value(e)
			if slices.Contains(placeTags, t.tag(e)) && len(bytes.Trim(t.b[at:at+size], "\x00")) > 0 {
				return true
			}
		}
	}
	return false
}

// removePosition empties the directory of the position with its values, and takes out the entry that points at it.
func (t tiff) removePosition() (changed bool) {
	all := t.directories()
	for _, d := range all {
		for i, ok := t.find(d, tagGPS); ok; i, ok = t.find(d, tagGPS) {
			if gps, ok := t.pointed(d.entry(i)); ok && !overlaps(gps.at, gps.end(), all) {
				for k := range gps.n {
					t.clearValue(gps.entry(k), all)
				}
				clear(t.b[gps.at:gps.end()])
			}
			t.drop(&d, i)
			changed = true
		}
	}
	return changed
}

// clearValue empties the value of an entry, unless a broken file says that it stands where something else does.
func (t tiff) clearValue(entry int, all []directory) {
	if at, size := t.value(entry); size > 0 && !overlaps(at, at+size, all) {
		clear(t.b[at : at+size])
	}
}

func overlaps(from, to int, all []directory) bool {
	return from < 8 || slices.ContainsFunc(all, func(d directory) bool { return from < d.end()+4 && d.at < to })
}

// drop takes an entry out of a directory; what follows it moves up.
func (t tiff) drop(d *directory, i int) {
	end := min(d.end()+4, len(t.b)) // with the place of the next directory
	copy(t.b[d.entry(i):end], t.b[d.entry(i+1):end])
	clear(t.b[end-entrySize : end])
	d.n--
	t.order.PutUint16(t.b[d.at:], uint16(d.n))
}

// XMP is XML; names of a position begin with GPS in whatever namespace (exif:GPSLatitude, drone-dji:GpsLongitude).
var (
	xmpPlace     = regexp.MustCompile(`(?i):gps[a-z]*(?:lat|lon)[a-z]*(?:\s*=\s*["'][^"']|[^>/]*>[^<])`)
	xmpAttribute = regexp.MustCompile(`(?i)[\w-]+:gps\w*\s*=\s*(?:"[^"]*"|'[^']*')`)
	xmpElement   = regexp.MustCompile(`(?i)<([\w-]+:gps\w*)(?:\s[^>]*)?/?>`)
)

// packets are the stretches of a file that hold XMP.
func packets(b []byte) (out [][]byte) {
	opens, closes := []byte("<rdf:RDF"), []byte("</rdf:RDF>")
	for {
		i := bytes.Index(b, opens)
		if i < 0 {
			return out
		}
		n := bytes.Index(b[i:], closes)
		if n < 0 {
			return out
		}
		out = append(out, b[i:i+n])
		b = b[i+n:]
	}
}

// blank writes spaces over what a packet says about the position: XML reads them as nothing.
func blank(packet []byte) (changed bool) {
	fill := func(from, to int) {
		for i := from; i < to; i++ {
			packet[i] = ' '
		}
		changed = true
	}
	for _, m := range xmpElement.FindAllSubmatchIndex(packet, -1) {
		to := m[1]
		if packet[to-2] != '/' {
			closing := append(append([]byte("</"), packet[m[2]:m[3]]...), '>')
			n := bytes.Index(packet[to:], closing)
			if n < 0 {
				continue
			}
			to += n + len(closing)
		}
		fill(m[0], to)
	}
	for _, m := range xmpAttribute.FindAllIndex(packet, -1) {
		fill(m[0], m[1])
	}
	return changed
}
