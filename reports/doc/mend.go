package doc

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// What the library gets wrong in fonts and pictures.

var (
	reFont    = regexp.MustCompile(`/(BaseFont|FontName) /utf8` + family + `([BI]*)\b`)
	rePicture = regexp.MustCompile(`(/I[0-9a-f]{40}) (\d+) 0 R`)
	faceTitle = map[string]string{"": "DogovorSans-Regular", "B": "DogovorSans-Bold", "I": "DogovorSans-Italic"}
)

// The library writes the objects of a font one after the other: the font, its descendant, ToUnicode, a dictionary, the descriptor, the
// glyphs by character, the font file.
const (
	fontDescendant = 1
	fontToUnicode  = 2
	fontDescriptor = 4
	fontGlyphs     = 5
	fontFile       = 6
)

// mendFonts gives subsets their names, and a ToUnicode table that readers accept. The older standard wants to know which characters a
// subset holds; the newer one asks only that such a list be right, and is given none.
func (f *finisher) mendFonts(objs [][]byte) error {
	for i, b := range objs {
		if !bytes.HasPrefix(b, []byte("<</Type /Font\n/Subtype /Type0")) {
			continue
		}
		if i+fontFile >= len(objs) {
			return errors.New("pdf library: a font lacks its parts")
		}
		name := func(b []byte) []byte {
			return reFont.ReplaceAllFunc(b, func(m []byte) []byte {
				p := reFont.FindSubmatch(m)
				return fmt.Appendf(nil, "/%s /%s+%s", p[1], subsetTag(objs[i+fontFile]), faceTitle[string(p[2])])
			})
		}
		for _, k := range []int{0, fontDescendant, fontDescriptor} {
			objs[i+k] = name(objs[i+k])
		}
		objs[i+fontToUnicode] = toUnicode()
		if f.standard == pdfA1b {
			set, err := characters(objs[i+fontGlyphs])
			if err != nil {
				return fmt.Errorf("pdf library: glyphs: %w", err)
			}
			desc := bytes.TrimRight(bytes.TrimSuffix(objs[i+fontDescriptor], []byte(">>")), " \n")
			objs[i+fontDescriptor] = fmt.Appendf(nil, "%s /CIDSet %d 0 R>>", desc, f.stream("", set, true))
		}
	}
	return nil
}

// characters is the bit list of the characters that a table of glyphs knows.
func characters(glyphs []byte) ([]byte, error) {
	_, b, _ := bytes.Cut(glyphs, []byte("stream\n"))
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	table, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	set := make([]byte, 0x10000/8)
	set[0] = 0x80
	for c := range len(table) / 2 {
		if table[2*c] != 0 || table[2*c+1] != 0 {
			set[c/8] |= 0x80 >> (c % 8)
		}
	}
	return set, nil
}

// sortImages puts pictures in an order that their content decides: the library takes those of one width as they come.
func sortImages(objs [][]byte) {
	var at []int
	for i, b := range objs {
		if bytes.HasPrefix(b, []byte("<</Type /XObject\n/Subtype /Image")) {
			at = append(at, i)
		}
	}
	if len(at) < 2 {
		return
	}
	sums := map[int]string{}
	for _, i := range at {
		sum := sha256.Sum256(objs[i])
		sums[i] = string(sum[:])
	}
	order := slices.Clone(at)
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(sums[a], sums[b]) })
	to, was := map[int]int{}, slices.Clone(objs)
	for k, i := range order {
		to[i] = at[k]
		objs[at[k]] = was[i]
	}
	for i, b := range objs {
		if bytes.Contains(b[:min(len(b), 64)], []byte("/ProcSet")) {
			objs[i] = rePicture.ReplaceAllFunc(b, func(m []byte) []byte {
				p := rePicture.FindSubmatch(m)
				n, _ := strconv.Atoi(string(p[2]))
				return fmt.Appendf(nil, "%s %d 0 R", p[1], to[n])
			})
		}
	}
}

// toUnicode maps codes, which are UTF-16, to themselves. A range may not cross a high byte.
func toUnicode() []byte {
	var c strings.Builder
	c.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for i := 0; i < 256; i += 64 {
		c.WriteString("64 beginbfrange\n")
		for k := i; k < i+64; k++ {
			low := 0
			if k == 0 {
				low = 1
			}
			fmt.Fprintf(&c, "<%02X%02X> <%02XFF> <%02X%02X>\n", k, low, k, k, low)
		}
		c.WriteString("endbfrange\n")
	}
	c.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return streamBody("", []byte(c.String()), true)
}

// subsetTag is the six capitals that mark a font as a subset; they follow from what is in it.
func subsetTag(font []byte) string {
	sum := sha256.Sum256(font)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
