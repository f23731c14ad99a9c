//go:build unix

// Command speed measures how long a register of some pages takes to become a PDF, and how much memory: our engine, LibreOffice and Chromium
// print the same words and figures in one run on one machine. The others get them as HTML, which suits them best; charts are tables there.
// It is no part of the program.
package main

import (
	"errors"
	"flag"
	"fmt"
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"dogovor/reports/doc"
)

func main() {
	rows := flag.Int("rows", -1, "make one PDF of so many rows and end")
	out := flag.String("o", "", "where that PDF goes")
	sizes := flag.String("sizes", "4,2050,41000", "rows of the registers that are compared")
	patience := flag.Duration("patience", 20*time.Minute, "how long to wait for another program")
	flag.Parse()
	var err error
	if *rows >= 0 {
		err = doc.WriteFile(*out, register(*rows))
	} else {
		err = compare(strings.Split(*sizes, ","), *patience)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func compare(sizes []string, patience time.Duration) error {
	dir, err := os.MkdirTemp("", "speed")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	fmt.Println("| rows | pages | program | seconds | MB | times ours |")
	fmt.Println("|---:|---:|---|---:|---:|---:|")
	for _, size := range sizes {
		n := 0
		if _, err := fmt.Sscan(size, &n); err != nil {
			return err
		}
		page := filepath.Join(dir, "register.html")
		if err := os.WriteFile(page, []byte(asHTML(register(n))), 0o600); err != nil {
			return err
		}
		ours := 0.0
		for _, p := range []struct {
			name string
			pdf  string
			args []string
		}{
			{"Dogovor", "ours.pdf", []string{self, "-rows", size, "-o", filepath.Join(dir, "ours.pdf")}},
			{"LibreOffice", "register.pdf", []string{"soffice", "-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, page}},
			{"Chromium", "chromium.pdf", []string{"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + dir + "/chromium", "--no-pdf-header-footer", "--print-to-pdf=" + filepath.Join(dir, "chromium.pdf"), "file://" + page}},
		} {
			made := filepath.Join(dir, p.pdf)
			os.Remove(made) // of another size
			seconds, mb, err := best(p.args, n, patience)
			if _, missing := os.Stat(made); err == nil && missing != nil {
				err = errors.New("ends without a PDF")
			}
			if err != nil {
				fmt.Printf("| %d | | %s | %v | | |\n", n, p.name, err)
				continue
			}
			if ours == 0 {
				ours = seconds
			}
			fmt.Printf("| %d | %s | %s | %.2f | %.0f | %.1f |\n", n, pages(made), p.name, seconds, mb, seconds/ours)
		}
	}
	return nil
}

// best is the quickest of some runs, as other work only slows; a long register runs once.
func best(args []string, rows int, patience time.Duration) (seconds, mb float64, err error) {
	runs := 4 // the first of a program that keeps a profile sets that up
	if rows > 10000 {
		runs = 1
	}
	seconds = math.Inf(1)
	for range runs {
		cmd := exec.Command(args[0], args[1:]...)
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // so that its helpers end with it
		start := time.Now()
		if err := cmd.Start(); err != nil {
			return 0, 0, err
		}
		late := time.AfterFunc(patience, func() { syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
		err := cmd.Wait()
		if !late.Stop() {
			return 0, 0, fmt.Errorf("more than %v", patience)
		}
		if err != nil {
			return 0, 0, err
		}
		if s := time.Since(start).Seconds(); s < seconds {
			seconds = s
		}
		if use, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			mb = max(mb, float64(use.Maxrss)/1024) // of its largest process
		}
	}
	return seconds, mb, nil
}

func pages(path string) string {
	out, err := exec.Command("pdfinfo", path).Output()
	if err != nil {
		return ""
	}
	for _, l := range strings.Split(string(out), "\n") {
		if n, ok := strings.CutPrefix(l, "Pages:"); ok {
			return strings.TrimSpace(n)
		}
	}
	return ""
}

// register is a summary with a table of so many rows behind it.
func register(rows int) doc.Document {
	d := doc.Document{Title: "Mesečni pregled susreta", Author: "Služba za odnose sa zajednicom", Lang: "sr-Latn", Period: "oktobar 2026.", Made: time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC),
		Words: doc.Words{Page: "strana {n} od {m}", Continued: "nastavak", Summary: "Pregled"}}
	bar := func(label string, v float64) doc.Bar {
		return doc.Bar{Label: label, Values: []float64{v}, Text: fmt.Sprint(v)}
	}
	months := doc.ColumnChart{Title: "Susreti po mesecima"}
	for i, m := range []string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "avg", "sep", "okt", "nov", "dec"} {
		months.Columns = append(months.Columns, bar(m, float64((i*7+3)%11)))
	}
	t := doc.Table{Title: "Spisak susreta", Columns: []doc.Column{{Title: "Datum", Fit: true}, {Title: "Broj", Fit: true}, {Title: "Naziv", Share: 4}, {Title: "Naselje", Share: 1.5}, {Title: "Vrsta", Share: 1.5}, {Title: "Ljudi", Fit: true, Align: doc.Right}}}
	const kind = "javni skup"
	for i := range rows {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(fmt.Sprintf("%d. 10. 2026.", i%31+1)), doc.T(fmt.Sprintf("E-26-BOR1-%05d", i+1)),
			doc.T([]string{"Bunari ispod jalovišta", "Путеви и саобраћај у Кривељу: шта тражимо, шта је обећано и до када", "与村委会的会议：水井与道路", "Šteta od miniranja na kućama u Oštrelju"}[i%4]),
			doc.T([]string{"Krivelj", "Оштрељ", "Metovnica", "Donja Bela Reka"}[i%4]), doc.T(kind), doc.N(float64(i%40), fmt.Sprint(i%40))}})
	}
	d.Blocks = []doc.Block{
		doc.Title{Text: d.Title, Lines: []string{"Oktobar 2026. · Bor i Majdanpek"}},
		doc.LeadFigures{Tiles: []doc.Tile{{Value: "14", Label: "održanih susreta"}, {Value: "1.312", Label: "obuhvaćenih ljudi"}, {Value: "41,7 %", Label: "učešće žena"}, {Value: "64 %", Label: "na naš podsticaj"}}},
		doc.List{Items: []string{"U 17 od 28 naselja nije bilo nijednog susreta.", "Najviše susreta bilo je sa mesnim zajednicama (9 od 14)."}},
		doc.Beside{Left: doc.BarChart{Title: "Po grupama", Bars: []doc.Bar{bar("Mesna zajednica", 9), bar("Lokalna samouprava", 6), bar("Mediji", 2)}}, Right: doc.BarChart{Title: "Po vrsti", Bars: []doc.Bar{bar("javni skup", 5), bar("sastanak", 9)}}},
		months, doc.Heading{Level: 1, Text: "Susreti u periodu"}, t,
	}
	return d
}

// asHTML says the same as plain HTML on A4.
func asHTML(d doc.Document) string {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="sr-Latn"><meta charset="utf-8"><title>` + html.EscapeString(d.Title) + `</title><style>@page{size:A4;margin:18mm 15mm 18mm 25mm}
body{font:9pt sans-serif}table{border-collapse:collapse;width:100%;font-size:7.5pt}td,th{border-bottom:0.3pt solid #bbb;text-align:left;vertical-align:top}tr{page-break-inside:avoid}</style>`)
	row := func(tag string, cells ...string) {
		b.WriteString("<tr>")
		for _, c := range cells {
			b.WriteString("<" + tag + ">" + html.EscapeString(c) + "</" + tag + ">")
		}
		b.WriteString("</tr>\n")
	}
	bars := func(title string, bs []doc.Bar) {
		b.WriteString("<h3>" + html.EscapeString(title) + "</h3><table>")
		for _, x := range bs {
			row("td", x.Label, x.Text)
		}
		b.WriteString("</table>")
	}
	for _, x := range d.Blocks {
		switch x := x.(type) {
		case doc.Title:
			b.WriteString("<h1>" + html.EscapeString(x.Text) + "</h1><p>" + html.EscapeString(strings.Join(x.Lines, " ")) + "</p>")
		case doc.LeadFigures:
			b.WriteString("<table>")
			for _, t := range x.Tiles {
				row("td", t.Value, t.Label)
			}
			b.WriteString("</table>")
		case doc.List:
			b.WriteString("<ol><li>" + strings.Join(x.Items, "<li>") + "</ol>")
		case doc.Heading:
			b.WriteString("<h2>" + html.EscapeString(x.Text) + "</h2>")
		case doc.Beside:
			for _, c := range []doc.Block{x.Left, x.Right} {
				if c, ok := c.(doc.BarChart); ok {
					bars(c.Title, c.Bars)
				}
			}
		case doc.ColumnChart:
			bars(x.Title, x.Columns)
		case doc.Table:
			b.WriteString("<table><thead>")
			var heads []string
			for _, c := range x.Columns {
				heads = append(heads, c.Title)
			}
			row("th", heads...)
			b.WriteString("</thead><tbody>")
			for _, r := range x.Rows {
				var cells []string
				for _, c := range r.Cells {
					cells = append(cells, c.Text)
				}
				row("td", cells...)
			}
			b.WriteString("</tbody></table>")
		}
	}
	return b.String() + "</html>"
}
