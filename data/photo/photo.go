// Package photo reads what a picture file says beside its picture: where it was taken and how the camera was held. It takes the position
// out in place, without touching a dot of the picture or the length of the file, and makes small upright previews. It knows no record
// and opens no file.
package photo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// told is one place of a file that says something about the picture: a TIFF structure (EXIF is one), text that holds XMP, a video.
type told struct {
	exif, xmp []byte
	video     []byte // that may hold one
}

// each visits what a file says about its picture; visit tells whether it changed it. It knows JPEG, PNG, WebP, TIFF with the raw formats
// that are TIFF inside, HEIC, and videos of phones.
func each(file []byte, visit func(told) (changed bool)) {
	switch {
	case bytes.HasPrefix(file, []byte("\x89PNG\r\n\x1a\n")):
		eachPNG(file, visit)
	case len(file) > 12 && string(file[:4]) == "RIFF" && string(file[8:12]) == "WEBP":
		eachWebP(file, visit)
	case startsTIFF(file):
		visit(told{exif: file, xmp: file})
	case bytes.HasPrefix(file, []byte{0xFF, 0xD8, 0xFF}), len(file) > 12 && string(file[4:8]) == "ftyp":
		eachMarked(file, visit)
	}
}

// eachPNG goes from chunk to chunk; each has a checksum.
func eachPNG(file []byte, visit func(told) bool) {
	for at := 8; at+12 <= len(file); {
		size := int(binary.BigEndian.Uint32(file[at:]))
		if size < 0 || size > len(file)-at-12 {
			return
		}
		kind, body, changed := string(file[at+4:at+8]), file[at+8:at+8+size], false
		switch kind {
		case "eXIf":
			changed = visit(told{exif: body})
		case "iTXt", "tEXt":
			changed = visit(told{xmp: body})
		}
		if changed {
			binary.BigEndian.PutUint32(file[at+8+size:], crc32.ChecksumIEEE(file[at+4:at+8+size]))
		}
		at += 12 + size
	}
}

func eachWebP(file []byte, visit func(told) bool) {
	for at := 12; at+8 <= len(file); {
		size := int(binary.LittleEndian.Uint32(file[at+4:]))
		if size < 0 || size > len(file)-at-8 {
			return
		}
		switch body := file[at+8 : at+8+size]; string(file[at : at+4]) {
		case "EXIF":
			visit(told{exif: bytes.TrimPrefix(body, exifMark)})
		case "XMP ":
			visit(told{xmp: body})
		}
		at += 8 + size + size%2
	}
}

var exifMark = []byte("Exif\x00\x00")

// eachMarked looks for the mark that EXIF stands behind. A JPEG may hold others after its end (a second picture of a phone), and HEIC keeps
// it anywhere.
func eachMarked(file []byte, visit func(told) bool) {
	for at := 0; ; {
		i := bytes.Index(file[at:], exifMark)
		if i < 0 {
			break
		}
		start := at + i + len(exifMark)
		end := min(len(file), start+1<<16)
		if head := at + i - 4; head >= 0 && file[head] == 0xFF && file[head+1] == 0xE1 { // a segment of a JPEG says where it ends
			end = min(end, head+2+int(binary.BigEndian.Uint16(file[head+2:])))
		}
		if start < end && startsTIFF(file[start:end]) {
			visit(told{exif: file[start:end]})
		}
		at = start
	}
	visit(told{xmp: file, video: file})
}
