package doc

import (
	"flag"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	scaling "golang.org/x/image/draw"
)

var update = flag.Bool("update", false, "write the pictures of pages anew")

// golden are the pages that must look as they were looked at: contents and pictures, charts, the summary, a page of a table.
var golden = []int{1, 2, 6, 7}

// Pages look as before. They are compared in patches, so that another version of the renderer, which smooths letters otherwise, does not
// matter, but a line or a word that moved does. Run with -update after a wanted change, and look at what changed.
func TestPagesLookAsBefore(t *testing.T) {
	const patch, tolerance = 6, 28.0 // dots, levels of grey
	path := pdfFile(t, everything())
	dir := t.TempDir()
	for _, n := range golden {
		out := filepath.Join(dir, fmt.Sprint(n))
		tool(t, "pdftoppm", "-r", "50", "-gray", "-png", "-singlefile", "-f", fmt.Sprint(n), "-l", fmt.Sprint(n), path, out)
		kept := filepath.Join("testdata", fmt.Sprintf("page-%d.png", n))
		if *update {
			b, err := os.ReadFile(out + ".png")
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(kept, b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, want := greys(t, out+".png"), greys(t, kept)
		if got.Bounds() != want.Bounds() {
			t.Errorf("page %d measures %v, want %v", n, got.Bounds(), want.Bounds())
			continue
		}
		far, where := 0, image.Point{}
		for y := 0; y+patch <= got.Bounds().Dy(); y += patch {
			for x := 0; x+patch <= got.Bounds().Dx(); x += patch {
				if math.Abs(mean(got, x, y, patch)-mean(want, x, y, patch)) > tolerance {
					far, where = far+1, image.Pt(x, y)
				}
			}
		}
		if far > 2 {
			t.Errorf("page %d: %d patches look different, the last at %v", n, far, where)
		}
	}
}

func greys(t *testing.T, path string) *image.Gray {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	g := image.NewGray(img.Bounds())
	scaling.Draw(g, g.Bounds(), img, g.Bounds().Min, scaling.Src)
	return g
}

func mean(g *image.Gray, x, y, n int) float64 {
	sum := 0
	for dy := range n {
		for dx := range n {
			sum += int(g.GrayAt(x+dx, y+dy).Y)
		}
	}
	return float64(sum) / float64(n*n)
}
