package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
)

// camera builds EXIF as a camera does: the picture's directory (maker, orientation, pointers), EXIF, and where it was taken.
func camera(order binary.AppendByteOrder, turn uint16, position bool) []byte {
	mark := "II*\x00"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		mark = "MM\x00*"
	}
	b := order.AppendUint32([]byte(mark), 8)
	entry := func(tag, kind uint16, count uint32, value []byte) {
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, kind)
		b = order.AppendUint32(b, count)
		b = append(b, append(value, make([]byte, 4-len(value))...)...)
	}
	number := func(n uint32) []byte { return order.AppendUint32(nil, n) }
	n := uint16(3)
	if position {
		n = 4
	}
	const maker, exif, gps = 100, 120, 150
	b = order.AppendUint16(b, n)
	entry(0x010F, 2, 9, number(maker))
	entry(tagOrientation, 3, 1, order.AppendUint16(nil, turn))
	entry(tagExif, 4, 1, number(exif))
	if position {
		entry(tagGPS, 4, 1, number(gps))
	}
	b = order.AppendUint32(b, 0)
	b = append(b, make([]byte, maker-len(b))...)
	b = append(b, "Kamera Z\x00"...)
	b = append(b, make([]byte, exif-len(b))...)
	b = order.AppendUint16(b, 1)
	entry(0xA002, 4, 1, number(4000))
	b = order.AppendUint32(b, 0)
	if !position {
		return b
	}
	b = append(b, make([]byte, gps-len(b))...)
	b = order.AppendUint16(b, 4)
	entry(1, 2, 2, []byte("N\x00"))
	entry(2, 5, 3, number(230))
	entry(3, 2, 2, []byte("E\x00"))
	entry(4, 5, 3, number(260))
	b = order.AppendUint32(b, 0)
	b = append(b, make([]byte, 230-len(b))...)
	for _, v := range []uint32{44, 1, 4, 1, 4930, 100, 0, 0} {
		b = order.AppendUint32(b, v)
	}
	b = b[:260]
	for _, v := range []uint32{22, 1, 5, 1, 5120, 100} {
		b = order.AppendUint32(b, v)
	}
	return b
}

const (
	attributes = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description tiff:Make="Dron" exif:GPSLatitude="44,4.8N" drone-dji:GpsLongtitude='22.09' exif:GPSAltitude="250/1"/></rdf:RDF></x:xmpmeta>`
	elements   = `<rdf:RDF><rdf:Description><tiff:Make>Dron</tiff:Make><exif:GPSLatitude>44,4.8N</exif:GPSLatitude><exif:GPSLongitude rdf:type="x">22,5E</exif:GPSLongitude><exif:GPSx/></rdf:Description></rdf:RDF>`
)

func picture(w, h int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), 90, 255})
		}
	}
	return m
}

// asJPEG is a real picture with segments after its beginning.
func asJPEG(t *testing.T, w, h int, segments ...[]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture(w, h), nil); err != nil {
		t.Fatal(err)
	}
	out := append([]byte{}, b.Bytes()[:2]...)
	for _, s := range segments {
		out = append(out, 0xFF, 0xE1)
		out = binary.BigEndian.AppendUint16(out, uint16(len(s)+2))
		out = append(out, s...)
	}
	return append(out, b.Bytes()[2:]...)
}

func exifOf(b []byte) []byte   { return append([]byte("Exif\x00\x00"), b...) }
func xmpOf(text string) []byte { return []byte("http://ns.adobe.com/xap/1.0/\x00" + text) }

func chunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

func asPNG(t *testing.T, chunks ...[]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, picture(30, 20)); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 25 // mark and first chunk
	out := append([]byte{}, b.Bytes()[:head]...)
	for _, c := range chunks {
		out = append(out, c...)
	}
	return append(out, b.Bytes()[head:]...)
}

func asWebP(chunks map[string][]byte) []byte {
	out := []byte("RIFF\x00\x00\x00\x00WEBP")
	for _, kind := range []string{"VP8X", "EXIF", "XMP "} {
		body := chunks[kind]
		out = append(out, kind...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
		out = append(out, body...)
		if len(body)%2 == 1 {
			out = append(out, 0)
		}
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

// files with a position, of every kind that is known.
func located(t *testing.T) map[string][]byte {
	little, big := camera(binary.LittleEndian, 6, true), camera(binary.BigEndian, 3, true)
	twice := append(asJPEG(t, 40, 30, exifOf(camera(binary.LittleEndian, 1, false))), asJPEG(t, 8, 6, exifOf(big))...)
	heic := append([]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), append([]byte("\x00\x00\x00\x06"), exifOf(big)...)...)
	return map[string][]byte{
		"JPEG, little end first":    asJPEG(t, 40, 30, exifOf(little)),
		"JPEG, big end first":       asJPEG(t, 40, 30, exifOf(big)),
		"JPEG with attributes":      asJPEG(t, 40, 30, xmpOf(attributes)),
		"JPEG with elements":        asJPEG(t, 40, 30, exifOf(little), xmpOf(elements)),
		"JPEG, in a second picture": twice,
		"PNG":                       asPNG(t, chunk("eXIf", big)),
		"PNG with XMP":              asPNG(t, chunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+attributes))),
		"WebP":                      asWebP(map[string][]byte{"VP8X": make([]byte, 10), "EXIF": little}),
		"WebP with a mark and XMP":  asWebP(map[string][]byte{"VP8X": make([]byte, 10), "EXIF": exifOf(little), "XMP ": []byte(elements)}),
		"TIFF":                      big,
		"HEIC":                      heic,
		"a video":                   []byte("\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42 Dron \x00\x00\x00\x1E\xA9xyz\x00\x12\x15\xC7+44.0800+022.0952/"),
		"a video of an iPhone":      []byte("\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt   mdtacom.apple.quicktime.location.ISO6709 mdtacom.apple.quicktime.make data\x00\x00Kamera Z data\x00\x00+44.0800+022.0952+251.003/"),
		"a photo with a video":      append(asJPEG(t, 40, 30), "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x1E\xA9xyz\x00\x12\x15\xC7-44.0800-022.0952/"...),
	}
}

func TestPositionIsTakenOut(t *testing.T) {
	for name, before := range located(t) {
		file := bytes.Clone(before)
		if !HasPosition(file) {
			t.Errorf("%s: no position was seen", name)
			continue
		}
		turn := orientation(file)
		RemovePosition(file)
		if HasPosition(file) {
			t.Errorf("%s: it still says where it was taken", name)
		}
		if len(file) != len(before) || orientation(file) != turn {
			t.Errorf("%s: %d bytes instead of %d, turned %d instead of %d", name, len(file), len(before), orientation(file), turn)
		}
		for _, secret := range []string{"44,4", "44.08", "022.09", "22.09", "22,5", "250/1", "\x42\x13\x00\x00", "\x00\x00\x13\x42"} { // the last: 4930, the seconds of latitude
			if bytes.Contains(file, []byte(secret)) {
				t.Errorf("%s: %q is still in the file", name, secret)
			}
		}
		for _, kept := range []string{"Kamera Z", "Dron", `rdf:RDF`} {
			if strings.Count(string(file), kept) != strings.Count(string(before), kept) {
				t.Errorf("%s: %q went too", name, kept)
			}
		}
		again := bytes.Clone(file)
		RemovePosition(again)
		if !bytes.Equal(again, file) {
			t.Errorf("%s: taking it out twice changes more", name)
		}
	}
}

// Not a dot changes, and every reader still reads the file.
func TestPictureStays(t *testing.T) {
	for name, before := range located(t) {
		want, _, err := image.Decode(bytes.NewReader(before))
		if err != nil {
			continue // no picture in it: only the frame around one
		}
		file := bytes.Clone(before)
		RemovePosition(file)
		got, _, err := image.Decode(bytes.NewReader(file)) // for PNG it looks at the checksums
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: the picture is another one", name)
		}
	}
}

func TestNoPosition(t *testing.T) {
	onlyVersion := camera(binary.LittleEndian, 1, true)
	onlyVersion[150] = 1 // one entry: N
	for name, file := range map[string][]byte{
		"nothing": nil, "text": []byte("Exif\x00\x00II*\x00 in a text with exif:GPSLatitude"), "JPEG": asJPEG(t, 9, 9), "PNG": asPNG(t),
		"JPEG that says other things": asJPEG(t, 9, 9, exifOf(camera(binary.BigEndian, 8, false)), xmpOf(`<rdf:RDF tiff:Make="x"></rdf:RDF>`)),
		"a camera without a fix":      asJPEG(t, 9, 9, exifOf(onlyVersion)),
		"a PDF":                       []byte("%PDF-1.7\n<rdf:RDF exif:GPSLatitude=\"1\"></rdf:RDF>"),
	} {
		if HasPosition(file) {
			t.Errorf("%s has a position", name)
		}
		before := bytes.Clone(file)
		if name == "a camera without a fix" {
			continue
		}
		if RemovePosition(file); !bytes.Equal(file, before) {
			t.Errorf("%s was changed", name)
		}
	}
}

// Broken files are read without harm, and nothing behind the segment that says wrong things of itself is written.
func TestBrokenFiles(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for name, whole := range located(t) {
		for range 3000 {
			file := bytes.Clone(whole)
			for range 1 + chance.IntN(8) {
				file[chance.IntN(len(file))] = byte(chance.IntN(256))
			}
			file = file[:chance.IntN(len(file)+1)]
			n := len(file)
			HasPosition(file)
			RemovePosition(file)
			if orientation(file); len(file) != n {
				t.Fatalf("%s: another length", name)
			}
		}
	}
	wrong := camera(binary.LittleEndian, 1, true)
	binary.LittleEndian.PutUint32(wrong[150+2+12+8:], 5000) // the latitude would stand in the picture
	file := asJPEG(t, 400, 300, exifOf(wrong))
	before := bytes.Clone(file)
	if RemovePosition(file); !bytes.Equal(file[300:], before[300:]) {
		t.Error("the picture was written over")
	}
}

func TestPreviewStandsUpright(t *testing.T) {
	// The picture is red to the right and green downwards: each corner says where it came from.
	corner := func(m *image.RGBA, x, y int) string {
		c := m.RGBAAt(x*(m.Rect.Dx()-1), y*(m.Rect.Dy()-1))
		return fmt.Sprintf("%d%d", c.R/128, c.G/128)
	}
	for turn, want := range map[uint16]string{1: "00 10", 2: "10 00", 3: "11 01", 4: "01 11", 5: "00 01", 6: "01 00", 7: "11 10", 8: "10 11"} {
		m, err := Preview(asJPEG(t, 400, 200, exifOf(camera(binary.BigEndian, turn, true))), 100, 100)
		if err != nil {
			t.Fatal(err)
		}
		if got := corner(m, 0, 0) + " " + corner(m, 1, 0); got != want {
			t.Errorf("turned %d: the upper corners are %s, not %s", turn, got, want)
		}
		w, h := 100, 50
		if turn > 4 {
			w, h = h, w
		}
		if m.Rect.Dx() != w || m.Rect.Dy() != h {
			t.Errorf("turned %d: %v", turn, m.Rect)
		}
	}
}

func TestPreviewRefuses(t *testing.T) {
	huge := asPNG(t)
	binary.BigEndian.PutUint32(huge[16:], 100_000)
	binary.BigEndian.PutUint32(huge[20:], 100_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for _, c := range []struct {
		name string
		file []byte
		want error
	}{
		{"nothing", nil, ErrNoPicture}, {"text", []byte("zdravo"), ErrNoPicture}, {"half a picture", asJPEG(t, 400, 300)[:900], ErrNoPicture}, {"ten thousand million dots", huge, ErrTooLarge},
	} {
		if m, err := Preview(c.file, 90, 90); m != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", c.name, m != nil, err)
		}
	}
	small, err := Preview(asPNG(t), 90, 90)
	if err != nil || small.Rect.Dx() != 30 {
		t.Errorf("a small picture is %v, %v", small.Rect, err)
	}
}

func BenchmarkPreview(b *testing.B) {
	var file bytes.Buffer
	if err := jpeg.Encode(&file, picture(4000, 3000), nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Preview(file.Bytes(), 96, 96); err != nil {
			b.Fatal(err)
		}
	}
}
