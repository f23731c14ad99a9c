package doc

import (
	"cmp"
	"math"
)

// Image is a picture: JPEG or PNG, turned as its camera says. Alt tells what is to be seen to who cannot see it. Width and Height, in
// millimetres, are the most it may take; 0 stands for the width of the column and 90 mm.
type Image struct {
	Data          []byte
	Alt           string
	Caption       string
	Width, Height float64
}

// printDots is how finely a picture is printed, in dots an inch; more would only make the file larger.
const printDots = 200

// image is one piece with its caption. What cannot be read is an empty frame with the words of Alt.
func (s setter) image(b Image) []piece {
	const most, natural = 90.0, 96.0
	boxW, boxH := cmp.Or(max(b.Width, 0), s.w), cmp.Or(max(b.Height, 0), most)
	boxW, boxH = min(boxW, s.w), min(boxH, bodyHeight-30)
	pic, err := readPicture(b.Data, boxW, boxH)
	if err != nil {
		return s.frame(b, boxW)
	}
	// a small picture is not blown up
	w, h := float64(pic.fullW)*25.4/natural, float64(pic.fullH)*25.4/natural
	by := min(boxW/w, boxH/h)
	if b.Width <= 0 && b.Height <= 0 {
		by = min(by, 1)
	}
	w, h = w*by, h*by
	p := piece{gap: 2.5, height: h, marks: seenAs(s.figure(b), []mark{{kind: markImage, x: s.x, w: w, h: h, pic: pic}})}
	return []piece{s.captioned(p, b.Caption)}
}

func (s setter) frame(b Image, w float64) []piece {
	text := stack(s.within(s.x+2, w-4).lines(s.wrap(cmp.Or(b.Alt, b.Caption, "–"), italic, sizeSmall, w-4), italic, sizeSmall, quiet))
	h := math.Max(text.height+4, 14)
	p := piece{gap: 2.5, height: h, marks: seenAs(s.figure(b), append([]mark{boxMark(s.x, 0, w, h, shade)}, moved(text.marks, 0, (h-text.height)/2)...))}
	return []piece{s.captioned(p, b.Caption)}
}

func (s setter) captioned(p piece, caption string) piece {
	if caption == "" {
		return p
	}
	c := stack(s.said(kP, s.lines(s.wrap(caption, regular, sizeSmall, s.w), regular, sizeSmall, quiet)))
	c.gap = 1
	gap := p.gap
	p = stack([]piece{p, c})
	p.gap = gap
	return p
}

// figure is the element of a picture; one that nobody described has at least its caption.
func (s setter) figure(b Image) *node {
	return s.open(kFigure).describe(cmp.Or(s.clean.line(b.Alt), s.clean.line(b.Caption), "–"))
}
