package doc

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strconv"
	"strings"
	"testing"
)

// everything is a document with the blocks that the sample does not use.
func everything() Document {
	d := sample(70)
	nan := math.NaN()
	d.Logo, d.Accent = lineArt(), "#1F5FA8"
	d.Blocks = append([]Block{
		Title{Text: "Svi delovi", Lines: []string{"na jednom mestu"}},
		Contents{Title: "Sadržaj"},
		Heading{Level: 1, Text: "Slike"},
		Image{Data: photo(1), Alt: "Četiri polja u boji", Caption: "Slika 1. Polja"},
		Beside{Left: Image{Data: photo(6), Alt: "turned"}, Right: Image{Data: lineArt(), Alt: "drawing", Caption: "Crtež"}},
		Image{Data: []byte("no picture"), Alt: "Slika koja se ne može pročitati"},
		Heading{Level: 1, Text: "Grafikoni"},
		LineChart{Title: "Pritužbe: primljene i rešene", Labels: []string{"jan", "feb", "mar", "apr", "maj", "jun"}, Lines: []Line{
			{Name: "primljene", Values: []float64{3, 5, 8, 6, 4, 7}, Texts: []string{"3", "5", "8", "6", "4", "7"}},
			{Name: "rešene", Values: []float64{1, 4, nan, 6, 5, 6}, Texts: []string{"1", "4", "", "6", "5", "6"}},
			{Name: "otvorene", Values: []float64{6, 7, 7.5, 7, 6, 7}, Texts: []string{"6", "7", "7,5", "7", "6", "7"}}}},
		SmallMultiples{Title: "Susreti po selima", Charts: []ColumnChart{{Title: "Krivelj", Columns: months(12)}, {Title: "Оштрељ", Columns: months(6)}, {Title: "Slatina", Columns: months(3)}, {Title: "Metovnica", Columns: months(12)}, {Title: "Tanda"}}},
		Matrix{Title: "Mapa strana", Across: "Interesovanje", Up: "Uticaj", Columns: []string{"vrlo malo", "malo", "srednje", "veliko", "vrlo veliko"}, Rows: []string{"vrlo mali", "mali", "srednji", "veliki", "vrlo veliki"}, HighFrom: 4, UpFrom: 4,
			Points: []Point{{Label: "1", Name: "MZ Krivelj", X: 5, Y: 5}, {Label: "2", Name: "Grad Bor", X: 4, Y: 5, WasX: 2, WasY: 4}, {Label: "3", Name: "Mladi", X: 2, Y: 1, WasX: 1, WasY: 1}, {Label: "4", Name: "紫金铜业", X: 4, Y: 5, Link: "appendix"}, {Label: "12", Name: "Ribolovci", X: 3, Y: 2, WasX: 5, WasY: 3}}},
		Heading{Level: 1, Text: "Zapisnik"},
		Parallel{Langs: [2]string{"sr-Latn", "zh-Hans"}, Pairs: []Pair{
			{Left: []Block{Heading{Level: 2, Text: "Bunari"}, Paragraph{Text: latinText + " " + latinText}}, Right: []Block{Heading{Level: 2, Text: "水井"}, Paragraph{Text: chineseText + chineseText}}},
			{Left: []Block{Paragraph{Text: strings.Repeat("Dogovoreno je. ", 400)}}, Right: []Block{Paragraph{Text: strings.Repeat("已经商定。", 300)}}},
			{Left: []Block{List{Items: []string{"prvo", "drugo"}}}, Right: []Block{List{Items: []string{"第一", "第二"}}}}}},
		Table{Name: "Prisutni", Grid: true, RowHeight: 9, Columns: []Column{{Title: "#", Fit: true}, {Title: "Ime", Share: 3}, {Title: "Potpis", Share: 2}}, Rows: []Row{{Cells: []Cell{T("1")}}, {Cells: []Cell{T("2")}}}},
		Appendix{Text: "Prilog A", Anchor: "appendix"},
		Heading{Level: 3, Text: "Treći nivo"},
	}, d.Blocks...)
	return d
}

func init() { documents["everything"] = everything }

// quarters is a picture whose four quarters tell how it is turned.
func quarters() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 240, 160))
	colours := []color.RGBA{{200, 30, 30, 255}, {30, 160, 30, 255}, {30, 30, 200, 255}, {240, 240, 240, 255}}
	for y := range 160 {
		for x := range 240 {
			img.SetRGBA(x, y, colours[x/120+2*(y/80)])
		}
	}
	return img
}

// photo is a JPEG with the orientation that a camera would have written.
func photo(orientation uint16) []byte {
	var b bytes.Buffer
	jpeg.Encode(&b, quarters(), nil) // to memory: cannot fail
	tiff := []byte("MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	tiff = append(binary.BigEndian.AppendUint16(tiff, orientation), 0, 0, 0, 0, 0, 0)
	exif := append([]byte("Exif\x00\x00"), tiff...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(exif)+2))
	return append(append(head, exif...), b.Bytes()[2:]...)
}

// lineArt is a PNG with transparent parts.
func lineArt() []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 {
		img.SetNRGBA(i, i, color.NRGBA{0, 0, 0, 255})
		img.SetNRGBA(i, 63-i, color.NRGBA{200, 0, 0, 128})
	}
	var b bytes.Buffer
	png.Encode(&b, img) // to memory: cannot fail
	return b.Bytes()
}

func TestPicturesAreTurned(t *testing.T) {
	// the quarter at the top left, by orientation
	want := map[uint16]string{1: "red", 2: "green", 3: "white", 4: "blue", 5: "red", 6: "blue", 7: "white", 8: "green"}
	for turn, colour := range want {
		p, err := readPicture(photo(turn), 100, 100)
		if err != nil {
			t.Fatal(err)
		}
		img, err := jpeg.Decode(bytes.NewReader(p.data))
		if err != nil {
			t.Fatal(err)
		}
		if tall := img.Bounds().Dy() > img.Bounds().Dx(); tall != (turn > 4) {
			t.Errorf("orientation %d: %v", turn, img.Bounds())
		}
		r, g, b, _ := img.At(10, 10).RGBA()
		got := "white"
		switch {
		case r > 2*g && r > 2*b:
			got = "red"
		case g > 2*r:
			got = "green"
		case b > 2*r:
			got = "blue"
		}
		if got != colour {
			t.Errorf("orientation %d: %s at the top left, want %s", turn, got, colour)
		}
	}
}

func TestPicturesThatCannotBeRead(t *testing.T) {
	whole := photo(1)
	for name, in := range map[string][]byte{"nothing": nil, "text": []byte("x"), "half": whole[:len(whole)/2], "a head alone": whole[:40]} {
		if _, err := readPicture(in, 100, 100); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

func TestContentsNameThePages(t *testing.T) {
	pages := layout(everything()).pages
	at := map[string]int{}
	for i, p := range pages {
		for _, m := range p.marks {
			if m.kind == markBookmark {
				at[m.text] = i + 1
			}
		}
	}
	texts := strings.Join(textsOf(pages[0]), "|")
	for _, title := range []string{"Slike", "Grafikoni", "Bunari", "水井", "Prilog A", "Susreti u periodu", "E5 Održani susreti"} {
		i := strings.Index(texts, title+"|")
		if i < 0 {
			t.Errorf("%q is not in the contents: %s", title, texts)
			continue
		}
		fields := strings.Split(texts[i:], "|")
		if want := at[title]; fields[1] != strconv.Itoa(want) {
			t.Errorf("%q is on page %d, the contents say %s", title, want, fields[1])
		}
	}
	if strings.Contains(texts, "Treći nivo|") {
		t.Error("a heading of level 3 is in the contents")
	}
}

func TestAccentIsReadable(t *testing.T) {
	for colour, want := range map[string][3]int{"": tones[accent], "red": tones[accent], "#12345": tones[accent], "#1F5FA8": {0x1F, 0x5F, 0xA8}} {
		if got := tones.with(colour)[accent]; got != want {
			t.Errorf("%q gives %v, want %v", colour, got, want)
		}
	}
	for _, light := range []string{"#FFFFFF", "#FFD700", "#00FF00"} {
		c := tones.with(light)[accent]
		if contrast := 1.05 / (luminance(c[0], c[1], c[2]) + 0.05); contrast < 4.5 {
			t.Errorf("%s is printed as %v with a contrast of %.1f", light, c, contrast)
		}
	}
}
