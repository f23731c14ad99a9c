package doc

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

const producer = "Dogovor"

// standard is what a file promises to be.
type standard uint8

const (
	pdfA2a standard = iota // PDF/A-2a and PDF/UA-1: for archives and for screen readers
	pdfA1b                 // PDF/A-1b: for archives that take nothing newer
)

// finisher writes a file around its pages: fonts and pictures, the structure, links and bookmarks, the language, metadata and the colour
// profile that archives ask for.
type finisher struct {
	*file
	sheets
	*canvas
	doc      Document
	clean    *cleaner
	standard standard
	pageObjs []int
	annots   [][]int32 // by page
}

// finish writes the pages that were set. Each is let go when it is drawn, so that a thousand take little room.
func finish(s sheets, d Document, as standard) ([]byte, error) {
	n := len(s.pages)
	f := &finisher{file: newFile(1, as == pdfA2a), sheets: s, canvas: newCanvas(n, tones.with(d.Accent)), doc: d, clean: &cleaner{}, standard: as, annots: make([][]int32, n)}
	root, info, tree, resources := f.reserve(), f.reserve(), f.reserve(), f.reserve()
	contents := make([]int, n)
	for range s.pages {
		f.pageObjs = append(f.pageObjs, f.reserve())
	}
	for i := range s.pages {
		contents[i] = f.stream("", f.draw(i, s.pages[i]), true)
		s.pages[i].marks = nil
	}
	if err := f.resources(resources); err != nil {
		return nil, err
	}
	catalog := fmt.Sprintf("<</Type /Catalog /Pages %d 0 R /Lang %s /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>", tree, pdfText(d.Lang))
	catalog += fmt.Sprintf(" /Metadata %d 0 R", f.stream("/Type /Metadata /Subtype /XML", f.xmp(), false))
	catalog += fmt.Sprintf(" /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R>>]", f.stream("/N 3", profile(), true))
	if o := f.outline(); o != 0 {
		catalog += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", o)
	}
	f.linkAnnotations()
	catalog += fmt.Sprintf(" /StructTreeRoot %d 0 R>>", f.structure())
	for i, obj := range f.pageObjs {
		f.put(obj, f.page(i, tree, contents[i]))
	}
	f.put(tree, fmt.Appendf(nil, "<</Type /Pages /Count %d /MediaBox [0 0 595.28 841.89] /Resources %d 0 R /Kids [%s]>>", n, resources, references(f.pageObjs)))
	f.put(root, []byte(catalog))
	f.put(info, f.info())
	return f.file.close(root, info), nil
}

// resources writes the fonts and the pictures that the pages name.
func (f *finisher) resources(obj int) error {
	fonts, err := f.fonts(&f.used)
	if err != nil {
		return err
	}
	dict := "<</ProcSet [/PDF /Text /ImageC] /Font <<"
	for k, n := range fonts {
		if n != 0 {
			dict += fmt.Sprintf("/F%d %d 0 R ", k, n)
		}
	}
	dict += ">> /XObject <<"
	for _, name := range slices.Sorted(maps.Keys(f.pictures)) {
		dict += fmt.Sprintf("/%s %d 0 R ", name, f.add(f.pictures[name].object()))
	}
	f.put(obj, []byte(dict+">>>>"))
	return nil
}

// page is a page's dictionary with its links and its place in the structure.
func (f *finisher) page(i, parent, content int) []byte {
	b := fmt.Appendf(nil, "<</Type /Page /Parent %d 0 R /Contents %d 0 R /Tabs /S /StructParents %d", parent, content, i)
	if len(f.annots[i]) > 0 {
		b = fmt.Appendf(b, " /Annots [%s]", references(f.annots[i]))
	}
	return append(b, ">>"...)
}

// references writes the objects of a list.
func references[N int | int32](objs []N) string {
	var b strings.Builder
	for i, n := range objs {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d 0 R", n)
	}
	return b.String()
}

// pdfText is a text outside of the pages. Archival files have no string of more than 32,767 bytes.
func pdfText(s string) string {
	const most = 8000 // characters, of four bytes at most
	if rs := []rune(s); len(rs) > most {
		s = string(rs[:most-1]) + "…"
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}
