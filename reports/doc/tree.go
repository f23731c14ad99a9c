package doc

import (
	"fmt"
	"strconv"
	"strings"
)

// structure writes the tree of elements and the way back from each stretch of a page and each link to its element.
func (f *finisher) structure() int {
	root := f.reserve()
	f.number(f.root)
	f.element(f.root, root, langUnknown)
	parents := f.parents()
	f.put(root, fmt.Appendf(nil, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>", f.root.obj, parents, len(f.pages)+len(f.links)))
	return root
}

// number gives every element its object; those below one follow each other, so that readers find them in one pack.
func (f *finisher) number(n *node) {
	if n.obj == 0 {
		n.obj = int32(f.reserve())
	}
	for _, k := range n.kids {
		f.number(k)
	}
}

func (f *finisher) element(n *node, parent int, around lang) {
	for _, k := range n.kids {
		f.element(k, int(n.obj), n.lang)
	}
	b := make([]byte, 0, 64)
	b = append(b, "<</S/"...)
	b = append(b, f.kindName(n)...)
	b = append(b, "/P "...)
	b = strconv.AppendInt(b, int64(parent), 10)
	b = append(b, " 0 R"...)
	if n.lang != around && n.lang != langUnknown && n.kind != kDocument {
		b = fmt.Appendf(b, "/Lang(%s)", langTags[n.lang])
	}
	attributes := kindAttributes[n.kind]
	if m := n.more; m != nil {
		if m.alt != "" {
			b = append(b, "/Alt "+pdfText(m.alt)...)
		}
		if m.attr != "" {
			attributes = m.attr
		}
		if box := m.box; n.kind == kFigure && n.onOnePage() && box != [4]float64{} {
			attributes = fmt.Sprintf("<</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>", box[0]/perMM, (pageHeight-box[3])/perMM, box[2]/perMM, (pageHeight-box[1])/perMM)
		}
	}
	if attributes != "" {
		b = append(b, "/A "+attributes...)
	}
	f.put(int(n.obj), f.content(b, n))
}

// kindName is the type of an element; a link that leads nowhere is mere text.
func (f *finisher) kindName(n *node) string {
	if n.kind == kLink && (n.more == nil || len(n.more.annots) == 0) {
		return "Span"
	}
	return kindNames[n.kind]
}

func (n *node) onOnePage() bool {
	for _, c := range n.at {
		if c.page != n.at[0].page {
			return false
		}
	}
	return len(n.at) > 0
}

// content closes an element with what is in it: stretches of pages, links, elements.
func (f *finisher) content(b []byte, n *node) []byte {
	page := int32(-1)
	if len(n.at) > 0 {
		page = n.at[0].page
		b = append(b, "/Pg "...)
		b = strconv.AppendInt(b, int64(f.pageObjs[page]), 10)
		b = append(b, " 0 R"...)
	}
	var annots []int32
	if n.more != nil {
		annots = n.more.annots
	}
	if len(n.at)+len(n.kids)+len(annots) == 0 {
		return append(b, ">>"...)
	}
	b = append(b, "/K["...)
	for _, c := range n.at {
		if c.page == page {
			b = strconv.AppendInt(b, int64(c.id), 10)
			b = append(b, ' ')
			continue
		}
		b = fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", f.pageObjs[c.page], c.id)
	}
	for i, a := range annots {
		b = fmt.Appendf(b, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", a, f.pageObjs[n.more.on[i]])
	}
	for _, k := range n.kids {
		b = strconv.AppendInt(b, int64(k.obj), 10)
		b = append(b, " 0 R "...)
	}
	return append(b, "]>>"...)
}

// parents is the number tree of the way back: a page's elements by stretch, then each link's element.
func (f *finisher) parents() int {
	const leaf = 500
	var nums []string
	for i, owners := range f.owners {
		b := []byte("[")
		for _, n := range owners {
			b = strconv.AppendInt(b, int64(n.obj), 10)
			b = append(b, " 0 R "...)
		}
		nums = append(nums, fmt.Sprintf("%d %d 0 R", i, f.add(append(b, ']'))))
	}
	for i, l := range f.links {
		if l.node != nil && l.placed {
			nums = append(nums, fmt.Sprintf("%d %d 0 R", len(f.pages)+i, l.node.obj))
		}
	}
	if len(nums) <= leaf {
		return f.add([]byte("<</Nums [" + strings.Join(nums, " ") + "]>>"))
	}
	var kids []string
	for i := 0; i < len(nums); i += leaf {
		part := nums[i:min(i+leaf, len(nums))]
		first, _, _ := strings.Cut(part[0], " ")
		last, _, _ := strings.Cut(part[len(part)-1], " ")
		kids = append(kids, fmt.Sprintf("%d 0 R", f.add([]byte("<</Limits ["+first+" "+last+"] /Nums ["+strings.Join(part, " ")+"]>>"))))
	}
	return f.add([]byte("<</Kids [" + strings.Join(kids, " ") + "]>>"))
}
