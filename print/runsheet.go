package print

import (
	"fmt"
	"slices"
	"strings"

	"tiengtrong/app"
)

// crewNames are what the crews are called on paper.
var crewNames = map[app.Crew]string{app.Sound: "Âm thanh", app.Light: "Ánh sáng", app.Screen: "Màn hình", app.Stage: "Sân khấu"}

// The measures of a run sheet: A4 across.
const (
	runSheetTime  MM = 21
	runSheetItem  MM = 72
	runSheetTick  MM = 9
	runSheetPad   MM = 1.6
	runSheetStack MM = 1.4 // above and below a cell's text
)

// runSheet is the paper by which sound, light, screen and stage work on the day.
type runSheet struct {
	*document
	ceremony app.Ceremony
	slots    []app.Slot
	crews    []app.Crew // that have a cue
	notes    bool       // somebody has a note
	width    MM         // of a crew's column
	length   *column    // how long the whole takes, at the end
}

// RunSheet lays out the running order for those who work behind it, on A4 across: clock times, who does what where, the
// cues of each crew, notes, and a box to tick. A part of the ceremony has a heading with its own total; a row is never
// broken.
func (s *Studio) RunSheet(e *app.Event, c app.Ceremony) ([]*Page, []app.Problem) {
	c.Date = e.DayOf(c)
	subject := app.Subject{Kind: app.OfCeremony, ID: c.ID, Name: c.Title}
	r := &runSheet{document: s.newWorksheet(subject, Size{297, 210}, Sides{Top: 11, Right: 11, Bottom: 14, Left: 11}), ceremony: c, slots: c.Schedule()}
	r.plan()
	r.length = r.set(sans(9.5, flushLeft, Black), r.safe.W, run{face: sansMediumFace, text: programLength(c)})
	r.opening("Kịch bản điều hành", c)
	r.turned = r.heads
	r.heads()
	for _, part := range c.Program.Parts(c.Start) {
		r.part(part)
	}
	r.subject = subject
	r.total()
	r.feet(e.School.Name, c.Title)
	return r.pages, r.problems
}

// plan shares the width among the crews that have cues, and the notes.
func (r *runSheet) plan() {
	items := r.ceremony.Program.Items
	for _, crew := range app.Crews {
		if slices.ContainsFunc(items, func(it app.Item) bool { return app.Clean(it.Cue(crew)) != "" }) {
			r.crews = append(r.crews, crew)
		}
	}
	r.notes = slices.ContainsFunc(items, func(it app.Item) bool { return app.Clean(it.Notes) != "" })
	columns := len(r.crews)
	if r.notes {
		columns++
	}
	r.width = (r.safe.W - runSheetTime - runSheetItem - runSheetTick) / MM(max(columns, 1))
}

// heads sets the heads of the columns.
func (r *runSheet) heads() {
	const height MM = 6.4
	r.ground(Rect{r.safe.X, r.y, r.safe.W, height}, deepInk)
	texts := []string{"Giờ", "Nội dung, người phụ trách"}
	for _, crew := range r.crews {
		texts = append(texts, crewNames[crew])
	}
	if r.notes {
		texts = append(texts, "Ghi chú")
	}
	for i, text := range texts {
		x, width := r.column(i)
		head := r.set(sans(8.5, flushLeft, White), width-2*runSheetPad, run{face: sansBoldFace, text: text, caps: true})
		r.put(head, x+runSheetPad, r.y+(height-head.height())/2)
	}
	r.y += height
}

// column returns where the i-th column begins, and its width.
func (r *runSheet) column(i int) (x, width MM) {
	switch i {
	case 0:
		return r.safe.X, runSheetTime
	case 1:
		return r.safe.X + runSheetTime, runSheetItem
	}
	return r.safe.X + runSheetTime + runSheetItem + MM(i-2)*r.width, r.width
}

// part sets the items of one part, under a heading where it has a name. The heading stays with the first item, and the total of all with
// the last.
func (r *runSheet) part(part app.PartSpan) {
	for i := part.From; i < part.To; i++ {
		cells := r.cells(i)
		height := 2*runSheetStack + tallest(cells)
		need := height
		heading := i == part.From && part.Name != ""
		if heading {
			need += bandHeight
		}
		if i == len(r.slots)-1 {
			need += totalGap + r.length.height()
		}
		if r.room() < need && r.y > r.safe.Y+bandHeight+1 {
			r.turn()
		}
		if heading {
			r.band(part)
		}
		r.row(i, cells, height)
	}
}

const bandHeight MM = 6.2

// band is the heading of a part: its name, and when and how long it is.
func (r *runSheet) band(part app.PartSpan) {
	r.ground(Rect{r.safe.X, r.y, r.safe.W, bandHeight}, paleInk)
	width := r.safe.W - 2*runSheetPad
	total := r.set(sans(9, flushRight, Black), width, run{face: sansMediumFace, text: partTime(r.ceremony, part, " – ")})
	name := r.set(sans(9.5, flushLeft, Black), width-total.longest()-runSheetPad, run{face: sansBoldFace, text: part.Name, caps: true})
	r.put(name, r.safe.X+runSheetPad, r.y+(bandHeight-name.height())/2)
	r.put(total, r.safe.X+runSheetPad, r.y+(bandHeight-total.height())/2)
	r.y += bandHeight
}

func tallest(cells []stack) MM {
	height := MM(0)
	for _, c := range cells {
		height = max(height, c.height())
	}
	return height
}

// cells sets the texts of a row.
func (r *runSheet) cells(i int) []stack {
	it := r.ceremony.Program.Items[i]
	r.subject = app.Subject{Kind: app.OfItem, ID: it.ID, Parent: r.ceremony.ID, Name: it.Title}
	cells := []stack{r.timeCell(i, it), r.itemCell(i, it)}
	text := func(text string) stack {
		return stackOf(r.set(sans(9.5, flushLeft, Black), r.width-2*runSheetPad, run{face: sansFace, text: text}))
	}
	for _, crew := range r.crews {
		cells = append(cells, text(it.Cue(crew)))
	}
	if r.notes {
		cells = append(cells, text(it.Notes))
	}
	return cells
}

// timeCell is when the item begins, and how long it takes. A hard start is white on black.
func (r *runSheet) timeCell(i int, it app.Item) stack {
	ink, width := Black, runSheetTime-2*runSheetPad
	if it.HardStart != app.NoClock {
		ink = White
	}
	clock := ""
	if r.ceremony.Timed(i) {
		clock = r.slots[i].Start.String()
	}
	cell := stackOf(r.set(sans(13, flushLeft, ink), width, run{face: sansBoldFace, text: clock}))
	if it.Minutes > 0 {
		cell = append(cell, r.set(sans(8.5, flushLeft, softInk), width, run{face: sansFace, text: fmt.Sprintf("%d phút", it.Minutes)}))
	}
	return cell
}

// itemCell is what happens, who does it and where, and how time can be saved.
func (r *runSheet) itemCell(i int, it app.Item) stack {
	width := runSheetItem - 2*runSheetPad
	set := func(size Pt, ink Ink, face, text string) *column {
		return r.set(sans(size, flushLeft, ink), width, run{face: face, text: text})
	}
	return stackOf(set(10.5, Black, sansMediumFace, it.Title), set(9, Black, sansFace, it.Who), set(9, softInk, sansFace, it.Where),
		set(8.5, softInk, sansItalicFace, r.hint(i, it)))
}

// hint tells what the desk has to know of an item's time.
func (r *runSheet) hint(i int, it app.Item) string {
	var hints []string
	if it.HardStart != app.NoClock {
		hints = append(hints, "giờ ấn định")
	}
	if gap := r.slots[i].Gap; gap > 0 && i > 0 {
		hints = append(hints, fmt.Sprintf("trước đó trống %d phút", gap))
	}
	if it.Optional {
		hints = append(hints, "có thể bỏ")
	}
	if it.MinMinutes > 0 && it.MinMinutes < it.Minutes {
		hints = append(hints, fmt.Sprintf("có thể rút còn %d phút", it.MinMinutes))
	}
	if len(hints) == 0 {
		return ""
	}
	text := strings.Join(hints, "; ")
	return strings.ToUpper(text[:1]) + text[1:]
}

// row draws a row with its cells, the box to tick and the line under it.
func (r *runSheet) row(i int, cells []stack, height MM) {
	if it := r.ceremony.Program.Items[i]; it.HardStart != app.NoClock && len(cells[0]) > 0 {
		r.ground(Rect{r.safe.X, r.y + runSheetStack - 0.4, runSheetTime - 3, cells[0][0].height() + 0.4}, Black)
	}
	for n, cell := range cells {
		x, _ := r.column(n)
		r.putStack(cell, x+runSheetPad, r.y+runSheetStack)
	}
	const box MM = 4.2
	r.page.Add(stroke(lineInk, 0.35, RectPath(Rect{r.safe.Right() - box - 1.6, r.y + runSheetStack + 0.6, box, box})))
	r.y += height
	r.across(r.y, hairline, lineInk)
}

// totalGap lies above the total.
const totalGap MM = 1

// total tells at the end how long the whole takes; the last row has kept room for it, unless it has none itself.
func (r *runSheet) total() {
	if r.room() < totalGap+r.length.height() {
		r.turn()
	}
	r.put(r.length, r.safe.X+runSheetPad, r.y+totalGap)
	r.y += totalGap + r.length.height()
}
