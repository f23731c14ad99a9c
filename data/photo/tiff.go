package photo

import (
	"bytes"
	"encoding/binary"
)

// Tags of TIFF and EXIF.
const (
	tagOrientation = 0x0112
	tagExif        = 0x8769 // points at the directory of EXIF
	tagGPS         = 0x8825 // points at the directory of the position
)

// entrySize is the length of one entry of a directory: tag, kind, count, value or where it stands.
const entrySize = 12

// tiff is a TIFF structure. Whatever it says of itself may be wrong: nothing outside it is read or written.
type tiff struct {
	b     []byte
	order binary.ByteOrder
}

func startsTIFF(b []byte) bool {
	return len(b) >= 8 && (bytes.HasPrefix(b, []byte("II*\x00")) || bytes.HasPrefix(b, []byte("MM\x00*")))
}

func newTIFF(b []byte) (tiff, bool) {
	if !startsTIFF(b) {
		return tiff{}, false
	}
	if b[0] == 'M' {
		return tiff{b, binary.BigEndian}, true
	}
	return tiff{b, binary.LittleEndian}, true
}

// directory is a list of entries at a place.
type directory struct {
	at, n int
}

func (t tiff) directory(at int) (directory, bool) {
	if at < 8 || at+2 > len(t.b) {
		return directory{}, false
	}
	n := int(t.order.Uint16(t.b[at:]))
	return directory{at, n}, n > 0 && at+2+n*entrySize <= len(t.b)
}

func (d directory) entry(i int) int { return d.at + 2 + i*entrySize }
func (d directory) end() int        { return d.entry(d.n) }

func (t tiff) tag(entry int) int { return int(t.order.Uint16(t.b[entry:])) }

// find answers the number of the entry with a tag.
func (t tiff) find(d directory, tag int) (int, bool) {
	for i := range d.n {
		if t.tag(d.entry(i)) == tag {
			return i, true
		}
	}
	return 0, false
}

// pointed is the directory that an entry points at.
func (t tiff) pointed(entry int) (directory, bool) {
	return t.directory(int(t.order.Uint32(t.b[entry+8:])))
}

// value is where the value of an entry stands: in the entry when it has room there. A size of 0: nowhere in the file.
func (t tiff) value(entry int) (at, size int) {
	sizes := []int{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8}
	kind, count := int(t.order.Uint16(t.b[entry+2:])), int(t.order.Uint32(t.b[entry+4:]))
	if kind <= 0 || kind >= len(sizes) || count <= 0 || count > len(t.b) {
		return 0, 0
	}
	at, size = entry+8, sizes[kind]*count
	if size > 4 {
		at = int(t.order.Uint32(t.b[entry+8:]))
	}
	if at < 8 || at > len(t.b)-size {
		return 0, 0
	}
	return at, size
}

// mostDirectories bounds how many are looked through: they may point at each other in a circle.
const mostDirectories = 16

// directories are those of the picture and of its small copy, with the EXIF that each points at.
func (t tiff) directories() (all []directory) {
	at := int(t.order.Uint32(t.b[4:]))
	for len(all) < mostDirectories {
		d, ok := t.directory(at)
		if !ok {
			break
		}
		all = append(all, d)
		if i, ok := t.find(d, tagExif); ok {
			if e, ok := t.pointed(d.entry(i)); ok {
				all = append(all, e)
			}
		}
		if d.end()+4 > len(t.b) {
			break
		}
		at = int(t.order.Uint32(t.b[d.end():]))
	}
	return all
}

// orientation is how the camera was held, 1 to 8; 1 when it does not say.
func (t tiff) orientation() int {
	all := t.directories()
	if len(all) == 0 {
		return 1
	}
	// The first is of the picture, the others are of its small copy.
	if i, ok := t.find(all[0], tagOrientation); ok {
		if n := int(t.order.Uint16(t.b[all[0].entry(i)+8:])); n >= 1 && n <= 8 {
			return n
		}
	}
	return 1
}
