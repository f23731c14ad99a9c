package photo

import (
	"bytes"
	"errors"
	"image"
	_ "image/gif"  // reads GIF
	_ "image/jpeg" // reads JPEG
	_ "image/png"  // reads PNG
	"sync"

	_ "golang.org/x/image/bmp" // reads BMP
	"golang.org/x/image/draw"
	_ "golang.org/x/image/tiff" // reads TIFF
	_ "golang.org/x/image/webp" // reads WebP
)

// MostDots is how many dots a picture may have to be shown: opened it takes four bytes each.
const MostDots = 50_000_000

// What Preview may answer.
var (
	ErrNoPicture = errors.New("photo: no picture that can be read")
	ErrTooLarge  = errors.New("photo: more dots than are opened")
)

// opening is held while a picture is open: two large ones at once would be too much for a small laptop.
var opening sync.Mutex

// Preview is a picture upright and no larger than a box; a smaller one stays as it is.
func Preview(file []byte, width, height int) (*image.RGBA, error) {
	conf, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || conf.Width <= 0 || conf.Height <= 0 {
		return nil, ErrNoPicture
	}
	if conf.Width > MostDots/conf.Height {
		return nil, ErrTooLarge
	}
	opening.Lock()
	defer opening.Unlock()
	whole, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, ErrNoPicture
	}
	turn := orientation(file)
	if turn > 4 { // it will be turned on its side
		width, height = height, width
	}
	by := min(1, float64(width)/float64(conf.Width), float64(height)/float64(conf.Height))
	to := image.Rect(0, 0, max(1, int(float64(conf.Width)*by)), max(1, int(float64(conf.Height)*by)))
	return turned(scaled(whole, to), turn), nil
}

// scaled makes a picture smaller in two steps: a quick one to four times the size, then one that looks at every dot.
func scaled(in image.Image, to image.Rectangle) *image.RGBA {
	const finer = 4
	if b := in.Bounds(); b.Dx() > finer*to.Dx() && b.Dy() > finer*to.Dy() {
		step := image.NewRGBA(image.Rect(0, 0, finer*to.Dx(), finer*to.Dy()))
		draw.ApproxBiLinear.Scale(step, step.Bounds(), in, b, draw.Src, nil)
		in = step
	}
	out := image.NewRGBA(to)
	draw.BiLinear.Scale(out, to, in, in.Bounds(), draw.Src, nil)
	return out
}

// orientation is how the camera was held, 1 to 8.
func orientation(file []byte) int {
	n := 0
	each(file, func(x told) bool {
		if t, ok := newTIFF(x.exif); ok && n == 0 {
			n = t.orientation()
		}
		return false
	})
	return max(n, 1)
}

// turned is the picture upright; turn is the number that cameras write.
func turned(in *image.RGBA, turn int) *image.RGBA {
	if turn <= 1 || turn > 8 {
		return in
	}
	w, h := in.Rect.Dx(), in.Rect.Dy()
	if turn > 4 {
		w, h = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fx, fy := x, y // from where in the picture as it lies
			switch turn {
			case 2:
				fx = w - 1 - x
			case 3:
				fx, fy = w-1-x, h-1-y
			case 4:
				fy = h - 1 - y
			case 5:
				fx, fy = y, x
			case 6:
				fx, fy = y, w-1-x
			case 7:
				fx, fy = h-1-y, w-1-x
			case 8:
				fx, fy = h-1-y, x
			}
			out.SetRGBA(x, y, in.RGBAAt(fx, fy))
		}
	}
	return out
}
