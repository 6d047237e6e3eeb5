package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// calibrating is the sheet over the window with which a printer is measured: a page is printed, what is read at its
// corners is typed in, and how far the printer is off is said and kept for its tray and paper.
type calibrating struct {
	w       *Window
	sheet   *sheet
	known   *fyne.Container
	printer *widget.Entry
	tray    *widget.Entry
	paper   *widget.Select
	upright *widget.Check
	page    *preview
	read    [4]app.CornerReading
	reads   [4][2]*widget.Parsed[float64]
	told    *widget.Words
	save    *widget.Button
	result  app.Calibration
}

// calibrate opens the sheet.
func (w *Window) calibrate() {
	c := &calibrating{w: w, known: widget.Column(4), printer: widget.NewEntry(1), tray: widget.NewEntry(1), page: newPreview(w)}
	c.printer.OnEdit = func(string) { c.update() }
	c.printer.SetPlaceHolder(w.say("calibrate.printer-hint"))
	c.tray.SetPlaceHolder(w.say("calibrate.tray-hint"))
	var papers []string
	for _, p := range print.SheetPapers {
		papers = append(papers, strings.ToUpper(p.Code))
	}
	c.paper = widget.NewSelect(papers, func(string) { c.showPage() })
	c.upright = widget.NewCheck(w.say("calibrate.upright"), func(bool) { c.showPage() })
	c.told = widget.NewWords("", widget.Look{Wrap: true})
	c.save = button(w.say("calibrate.save"), true, c.keep)
	fields := widget.Column(10,
		w.labelled("calibrate.printer", c.printer), w.labelled("calibrate.tray", c.tray),
		w.labelled("calibrate.paper", container.NewBorder(nil, nil, nil, c.upright, widget.Framed(c.paper))),
		button(w.say("calibrate.print"), false, c.print), rule(),
		widget.NewWords(w.say("calibrate.known"), widget.Look{Bold: true}))
	left := container.NewBorder(fields, nil, nil, nil, below(6, container.NewVScroll(c.known)))
	body := container.NewBorder(nil, widget.Column(8, c.corners(), widget.Fixed(c.told, 0, 44)), nil, nil, widget.Inset(c.page, 0, 0))
	content := widget.Fixed(beside(left, 300, body, nil, 0), 0, 500)
	c.sheet = w.newSheet(w.say("calibrate.title"), 1060, content, button(w.say("answer.close"), false, func() { c.sheet.close() }), c.save)
	c.paper.SetSelectedIndex(0)
	c.showKnown()
	w.win.Canvas().Focus(c.printer)
}

// corners are the fields for what is read, corner by corner.
func (c *calibrating) corners() fyne.CanvasObject {
	w := c.w
	row := widget.Columns(4, 12)
	for i, name := range app.CornerNames {
		across, down := &c.read[i].Across, &c.read[i].Down
		c.reads[i] = [2]*widget.Parsed[float64]{c.reading(across), c.reading(down)}
		letter := widget.NewWords(name, widget.Look{Size: widget.SizeTitle, Bold: true, Whole: true})
		row.Add(container.NewBorder(nil, nil, widget.Inset(letter, 14, 4), nil,
			widget.Columns(2, 6, w.labelled("calibrate.across", c.reads[i][0]), w.labelled("calibrate.down", c.reads[i][1]))))
	}
	return row
}

func (c *calibrating) reading(at *float64) *widget.Parsed[float64] {
	entry := widget.NewParsed(parseReading, formatShift, func(v float64) { *at = v; c.update() })
	entry.SetPlaceHolder("20,0")
	return entry
}

// parseReading reads millimetres and their tenths: "20,3".
func parseReading(text string) (float64, error) {
	return strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
}

// size is that of the paper as it lies: across, unless it is to stand upright.
func (c *calibrating) size() print.Size {
	size := print.SheetPapers[max(c.paper.SelectedIndex(), 0)].Size
	if !c.upright.Checked {
		size.W, size.H = size.H, size.W
	}
	return size
}

func (c *calibrating) showPage() {
	size := c.size()
	c.page.set(func() (*print.Page, []app.Problem) { return c.w.studio.CalibrationSheet(size), nil })
	c.update()
}

// update says how far off the printer is, as soon as all eight numbers are there.
func (c *calibrating) update() {
	w, size := c.w, c.size()
	c.told.SetColor(widget.ColorMuted)
	c.save.Disable()
	for _, r := range c.read {
		if r.Across == 0 || r.Down == 0 {
			c.told.SetText(w.say("calibrate.wait"))
			return
		}
	}
	result, err := app.Calibrate(float64(size.W), float64(size.H), c.read)
	if bad := (*app.CalibrationError)(nil); errors.As(err, &bad) {
		c.told.SetColor(theme.ColorNameError)
		c.told.SetText(w.say("calibration."+bad.Code, "corner", bad.Corner, "value", tenths(bad.Value), "percent", tenths(100+100*bad.Value)))
		return
	}
	c.result = result
	c.told.SetColor(theme.ColorNameForeground)
	c.told.SetText(w.offWords(result))
	enable(c.save, app.Clean(c.printer.Text) != "")
}

// tenths writes a number with two decimals, and a decimal comma.
func tenths(v float64) string { return decimalComma(strconv.FormatFloat(v, 'f', 2, 64)) }

// offWords say how far a printer is off.
func (w *Window) offWords(c app.Calibration) string {
	way := func(v float64, plus, minus string, key string) string {
		if v < 0 {
			plus = minus
		}
		return w.say(plus, key, tenths(math.Abs(v)))
	}
	return w.say("calibrate.off",
		"across", way(c.OffsetX, "calibrate.right", "calibrate.left", "mm"), "along", way(c.OffsetY, "calibrate.lower", "calibrate.upper", "mm"),
		"width", tenths(100*c.ScaleX), "height", tenths(100*c.ScaleY), "turn", way(c.Degrees, "calibrate.clockwise", "calibrate.counter", "degrees"))
}

// print writes the calibration sheet and opens it.
func (c *calibrating) print() {
	w, size := c.w, c.size()
	dir := w.folderOf(export.Office)
	path := filepath.Join(dir, fmt.Sprintf("to-can-chinh-%gx%g.pdf", size.W, size.H))
	var err error
	w.jobs.run(func() {
		if err = os.MkdirAll(dir, 0o755); err == nil {
			err = file.WriteWhole(path, func(out io.Writer) error { return export.CalibrationSheet(context.Background(), out, w.studio, size) })
		}
	}, func() {
		if err != nil {
			w.tellError(w.say("print.no-write", "path", dir))
			return
		}
		c.told.SetText(w.say("calibrate.written", "path", path))
		w.openOutside(path)
	})
}

// keep keeps what was measured, on this computer.
func (c *calibrating) keep() {
	c.result.Printer, c.result.Tray = app.Clean(c.printer.Text), app.Clean(c.tray.Text)
	if c.w.changePrinters(func(p file.Printers) file.Printers { return p.Set(c.result) }) {
		c.told.SetText(c.w.say("calibrate.saved", "printer", printerName(c.result)))
		c.showKnown()
	}
}

// showKnown lists the printers that were measured.
func (c *calibrating) showKnown() {
	w := c.w
	c.known.RemoveAll()
	for _, p := range w.printers() {
		about := fmt.Sprintf("%g × %g mm", p.WidthMM, p.HeightMM)
		words := widget.Column(1, widget.NewWords(printerName(p), widget.Look{Bold: true}),
			widget.NewWords(about, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}))
		show := widget.NewTap(widget.Inset(words, 4, 6), 6, func() { c.show(p) })
		remove := w.tool("remove", "calibrate.remove", func() {
			w.confirm(w.say("calibrate.remove"), w.say("calibrate.remove-text", "printer", printerName(p)), func() {
				w.changePrinters(func(all file.Printers) file.Printers { return all.Remove(p.Printer, p.Tray) })
				c.showKnown()
			})
		})
		c.known.Add(container.NewBorder(nil, nil, nil, remove, show))
	}
	c.known.Refresh()
}

// show fills the fields with what was measured before.
func (c *calibrating) show(p app.Calibration) {
	c.printer.Fill(p.Printer)
	c.tray.Fill(p.Tray)
	for i, paper := range print.SheetPapers {
		if s := paper.Size; min(s.W, s.H) == print.MM(min(p.WidthMM, p.HeightMM)) {
			c.paper.SetSelectedIndex(i)
		}
	}
	c.upright.SetChecked(p.HeightMM > p.WidthMM)
	c.read = p.Read
	for i, r := range p.Read {
		c.reads[i][0].FillValue(r.Across)
		c.reads[i][1].FillValue(r.Down)
	}
	c.update()
}
