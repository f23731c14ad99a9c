package doc

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // is read
	"math"

	scaling "golang.org/x/image/draw"
)

// picture is an image as it goes into the file: upright, on white, no finer than it is printed.
type picture struct {
	data         []byte
	photo        bool   // data is a JPEG, else compressed dots
	name         string // the same for the same data
	w, h         int    // dots
	fullW, fullH int    // dots of the original, upright
}

// object is the picture in the file.
func (p *picture) object() []byte {
	filter := "FlateDecode"
	if p.photo {
		filter = "DCTDecode"
	}
	return fmt.Appendf(nil, "<</Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /%s /Length %d>>\nstream\n%s\nendstream", p.w, p.h, filter, len(p.data), p.data)
}

// mostDots is more than any camera gives; a file that claims more is not opened.
const mostDots = 120_000_000

// readPicture reads a JPEG or PNG and makes it fit a box of w by h millimetres.
func readPicture(in []byte, w, h float64) (*picture, error) {
	conf, kind, err := image.DecodeConfig(bytes.NewReader(in))
	if err != nil {
		return nil, err
	}
	if conf.Width <= 0 || conf.Height <= 0 || conf.Width*conf.Height > mostDots {
		return nil, errors.New("picture too large")
	}
	src, _, err := image.Decode(bytes.NewReader(in))
	if err != nil {
		return nil, err
	}
	turn := 1
	if kind == "jpeg" {
		turn = orientation(in)
	}
	fullW, fullH := conf.Width, conf.Height
	if turn > 4 {
		fullW, fullH = fullH, fullW
	}
	by := min(1, w/25.4*printDots/float64(fullW), h/25.4*printDots/float64(fullH))
	small := image.NewRGBA(image.Rect(0, 0, max(1, int(math.Round(float64(conf.Width)*by))), max(1, int(math.Round(float64(conf.Height)*by)))))
	scaling.Draw(small, small.Bounds(), image.NewUniform(color.White), image.Point{}, scaling.Src)
	scaling.ApproxBiLinear.Scale(small, small.Bounds(), src, src.Bounds(), scaling.Over, nil)
	upright := turned(small, turn)
	p := &picture{fullW: fullW, fullH: fullH, w: upright.Rect.Dx(), h: upright.Rect.Dy(), photo: kind == "jpeg"}
	if p.photo {
		var out bytes.Buffer
		if err := jpeg.Encode(&out, upright, &jpeg.Options{Quality: 85}); err != nil {
			return nil, err
		}
		p.data = out.Bytes()
	} else { // drawings stay sharp
		dots := make([]byte, 0, 3*p.w*p.h)
		for i := 0; i < len(upright.Pix); i += 4 {
			dots = append(dots, upright.Pix[i:i+3]...)
		}
		p.data = deflated(dots)
	}
	p.name = fmt.Sprintf("I%x", sha256.Sum256(p.data))[:33]
	return p, nil
}

// turned gives the picture upright; turn is the number that cameras write, 1 to 8.
func turned(in *image.RGBA, turn int) *image.RGBA {
	if turn <= 1 || turn > 8 {
		return in
	}
	w, h := in.Rect.Dx(), in.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if turn > 4 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			ox, oy := x, y
			switch turn {
			case 2:
				ox = w - 1 - x
			case 3:
				ox, oy = w-1-x, h-1-y
			case 4:
				oy = h - 1 - y
			case 5:
				ox, oy = y, x
			case 6:
				ox, oy = h-1-y, x
			case 7:
				ox, oy = h-1-y, w-1-x
			case 8:
				ox, oy = y, w-1-x
			}
			out.SetRGBA(ox, oy, in.RGBAAt(x, y))
		}
	}
	return out
}

// orientation reads from a JPEG how the camera was held, 1 when it does not say.
func orientation(in []byte) int {
	for i := 2; i+4 <= len(in) && in[i] == 0xFF; {
		marker, size := in[i+1], int(binary.BigEndian.Uint16(in[i+2:]))
		if marker == 0xDA || size < 2 || i+2+size > len(in) {
			return 1
		}
		if body := in[i+4 : i+2+size]; marker == 0xE1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return tiffOrientation(body[6:])
		}
		i += 2 + size
	}
	return 1
}

func tiffOrientation(in []byte) int {
	const tag = 0x0112
	if len(in) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if in[0] == 'M' {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(in[4:]))
	if at+2 > int64(len(in)) {
		return 1
	}
	n := int64(order.Uint16(in[at:]))
	for k := range n {
		e := at + 2 + 12*k
		if e+12 > int64(len(in)) {
			return 1
		}
		if order.Uint16(in[e:]) == tag {
			return int(order.Uint16(in[e+8:]))
		}
	}
	return 1
}
