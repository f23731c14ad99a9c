package doc

import "fmt"

// dest is a place of the file, a little above what is there.
func (f *finisher) dest(p place) string {
	return fmt.Sprintf("[%d 0 R /XYZ 0 %.2f null]", f.pageObjs[p.page], (pageHeight-max(p.y-2, 0))/perMM)
}

// item is an entry of the outline.
type item struct {
	obj, parent       int
	first, last, prev int
	next, kids, level int
	mark              *bookmark
}

// outline writes the bookmarks, parts below their sections and closed; 0 when there are none.
func (f *finisher) outline() int {
	if len(f.bookmarks) == 0 {
		return 0
	}
	items := []item{{obj: f.reserve(), level: -1}}
	path := []int{0} // items from the root down to the last one
	for i := range f.bookmarks {
		m := &f.bookmarks[i]
		level := max(0, min(m.level, len(path)-1))
		path = path[:level+1]
		parent := path[level]
		n := len(items)
		items = append(items, item{obj: f.reserve(), parent: parent, mark: m})
		items[parent].kids++
		if before := items[parent].last; before != 0 {
			items[before].next, items[n].prev = n, before
		} else {
			items[parent].first = n
		}
		items[parent].last = n
		path = append(path, n)
	}
	for i, it := range items {
		b := "<<"
		if i > 0 {
			b += fmt.Sprintf("/Title %s /Parent %d 0 R /Dest %s", pdfText(it.mark.text), items[it.parent].obj, f.dest(it.mark.place))
		} else {
			b += "/Type /Outlines"
		}
		for _, to := range []struct {
			key string
			n   int
		}{{"Prev", it.prev}, {"Next", it.next}, {"First", it.first}, {"Last", it.last}} {
			if to.n != 0 {
				b += fmt.Sprintf(" /%s %d 0 R", to.key, items[to.n].obj)
			}
		}
		switch {
		case i == 0:
			b += fmt.Sprintf(" /Count %d", it.kids)
		case it.kids > 0:
			b += fmt.Sprintf(" /Count %d", -it.kids)
		}
		f.put(it.obj, []byte(b+">>"))
	}
	return items[0].obj
}

// linkAnnotations writes the links whose places exist; each says its own words to who cannot see them.
func (f *finisher) linkAnnotations() {
	for i := range f.links {
		l := &f.links[i]
		to, ok := f.places[l.to]
		if !ok || l.node == nil {
			continue
		}
		l.placed = true
		says := l.node.particular().says
		if says == "" {
			says = l.to
		}
		obj := f.add(fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4 /Dest %s /Contents %s /StructParent %d>>",
			l.x/perMM, (pageHeight-l.y-l.h)/perMM, (l.x+l.w)/perMM, (pageHeight-l.y)/perMM, f.dest(to), pdfText(says), len(f.pages)+i))
		more := l.node.particular()
		more.annots, more.on = append(more.annots, int32(obj)), append(more.on, l.page)
		f.annots[l.page] = append(f.annots[l.page], int32(obj))
	}
}
