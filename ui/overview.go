package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print/export"
	"tiengtrong/ui/widget"
)

// overviewPage shows the event at a glance, and holds the facts that stand on everything: the event, the school,
// and what the school asks of its audiences.
type overviewPage struct {
	w       *Window
	box     fyne.CanvasObject
	tabs    *widget.Segments
	facts   *factsView
	asks    *asksView
	title   *widget.Words
	theme   *widget.Words
	dates   *widget.Words
	days    *widget.Words
	daysOf  *widget.Words
	figures map[pageName]*widget.Words
	board   *fyne.Container
	alert   *fyne.Container // the gravest problem, where there is one
	trouble *fyne.Container
	open    *fyne.Container // what nobody is charged with
	pieces  *fyne.Container
	shown   *app.Event // what the board shows
	found   []app.Problem
}

func newOverview(w *Window) page {
	p := &overviewPage{w: w, figures: map[pageName]*widget.Words{}}
	p.board, p.trouble, p.pieces, p.alert = container.NewStack(), widget.Column(6), widget.Column(8), container.NewStack()
	p.open = widget.Column(2)
	glance := widget.Column(18,
		p.hero(),
		p.alert,
		p.tiles(),
		widget.Card(w.section("overview.week", p.board)),
		container.New(&shares{[]float32{0.58, 0.42}, 18},
			widget.Column(18, widget.Card(w.section("overview.problems", p.trouble)), widget.Card(w.section("overview.open", p.open))),
			widget.Column(18, widget.Card(w.section("overview.pieces", p.pieces)))))
	p.facts, p.asks = newFacts(w), newAsks(w)
	p.tabs = widget.NewSegments(
		[]string{w.say("overview.glance"), w.say("overview.facts"), w.say("overview.asks")},
		[]fyne.CanvasObject{
			widget.Scrolled(glance, 16),
			widget.Scrolled(p.facts.box, 16),
			below(16, p.asks.box),
		})
	p.tabs.OnSelect = func(int) { p.show(w.doc.Event()) }
	head, about := w.header("overview")
	about.SetText(w.say("overview.about"))
	p.box = framed(head, p.tabs)
	return p
}

func (p *overviewPage) content() fyne.CanvasObject { return p.box }

func (p *overviewPage) segments() *widget.Segments { return p.tabs }

// takesPicture belongs to pictureTaker: among the facts it becomes the school's logo.
func (p *overviewPage) takesPicture(fyne.Position) func(e *app.Event, picture string) {
	if p.tabs.Selected() == 1 {
		return useAsLogo
	}
	return nil
}

func (p *overviewPage) list() lister {
	if p.tabs.Selected() == 2 {
		return p.asks.edit
	}
	return nil
}

// reveal shows the facts or what the school asks: what the overview is the place of.
func (p *overviewPage) reveal(s app.Subject) {
	if s.Kind == app.OfAsk {
		p.tabs.Select(2)
		p.asks.edit.pick(s.ID)
		return
	}
	p.tabs.Select(1)
}

func (p *overviewPage) fieldsOf(k app.SubjectKind) fields {
	if k == app.OfAsk {
		return p.asks.form.fields
	}
	return p.facts.fields()
}

func (p *overviewPage) show(e *app.Event) {
	switch p.tabs.Selected() {
	case 0:
		p.glance(e)
	case 1:
		p.facts.show(e)
	case 2:
		p.asks.show(e)
	}
}

// hero is the red field with the event's name on it, like the lid of a lacquer box.
func (p *overviewPage) hero() fyne.CanvasObject {
	p.title = widget.NewWords("", widget.Look{Size: theme.SizeNameHeadingText, Bold: true, Color: widget.ColorRailText, Wrap: true})
	p.theme = widget.NewWords("", widget.Look{Slant: true, Color: widget.ColorRailMuted, Wrap: true})
	p.dates = widget.NewWords("", widget.Look{Color: widget.ColorRailText, Wrap: true})
	p.days = widget.NewWords("", widget.Look{Size: widget.SizeFigure, Bold: true, Color: widget.ColorRailText, Align: fyne.TextAlignCenter, Whole: true})
	p.daysOf = widget.NewWords("", widget.Look{Color: widget.ColorRailMuted, Align: fyne.TextAlignCenter, Whole: true})
	drum := canvas.NewImageFromResource(asset("icons", "drum.png"))
	drum.FillMode = canvas.ImageFillContain
	count := container.NewCenter(widget.Column(0, p.days, p.daysOf))
	right := widget.Row(22, count, widget.Fixed(drum, 104, 104))
	words := container.NewVBox(spacer(), widget.Column(8, p.title, p.theme, p.dates), spacer())
	body := beside(nil, 0, words, right, 0)
	line := canvas.NewRectangle(nil)
	line.CornerRadius, line.StrokeWidth, line.StrokeColor = 9, 1, veil(0xe9c46a, 0x66)
	return container.NewStack(widget.Surface(widget.ColorRail, "", 14, widget.Inset(line, 6, 6)), widget.Inset(body, 24, 28))
}

// tiles count what the event holds; each leads to its page.
func (p *overviewPage) tiles() fyne.CanvasObject {
	row := widget.Columns(5, 12)
	for _, name := range []pageName{"program", "slogans", "posters", "banners", "certificates"} {
		figure := widget.NewWords("", widget.Look{Size: widget.SizeFigure, Bold: true})
		p.figures[name] = figure
		words := widget.Column(0, figure, widget.NewWords(p.w.say("overview.count-"+string(name)), widget.Look{Color: widget.ColorMuted}))
		mark := canvas.NewImageFromResource(tinted(string(name), widget.ColorGold))
		mark.FillMode = canvas.ImageFillContain
		content := container.NewBorder(nil, nil, nil, container.NewCenter(widget.Fixed(mark, 26, 26)), words)
		row.Add(widget.NewTap(widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(content, 12, 16)), 10,
			func() { p.w.turnTo(name) }))
	}
	return row
}

func (p *overviewPage) glance(e *app.Event) {
	if p.shown != e {
		p.shown = e
		p.words(e)
		p.board.Objects = []fyne.CanvasObject{p.weekBoard(e)}
		p.board.Refresh()
		p.pieces.Objects = p.statuses(e)
		p.pieces.Refresh()
	}
	if p.found == nil || !slices.EqualFunc(p.found, p.w.problems, sameProblem) {
		p.found = append([]app.Problem{}, p.w.problems...)
		open, other := parted(p.found)
		p.trouble.Objects = p.w.problemLines(other, 8)
		p.trouble.Refresh()
		p.open.Objects = p.openLines(open)
		p.open.Refresh()
		p.showAlert()
	}
}

// unassigned are the problems of what nobody is charged with.
var unassigned = []string{"ceremony-no-lead", "item-no-who"}

// parted parts what nobody is charged with from the other problems.
func parted(problems []app.Problem) (open, other []app.Problem) {
	for _, p := range problems {
		if slices.Contains(unassigned, p.Code) {
			open = append(open, p)
		} else {
			other = append(other, p)
		}
	}
	return open, other
}

// mostOpen is how many things without a person the overview names; more are counted.
const mostOpen = 12

// openLines name what nobody is charged with; each leads to its field.
func (p *overviewPage) openLines(open []app.Problem) []fyne.CanvasObject {
	w := p.w
	if len(open) == 0 {
		return []fyne.CanvasObject{w.note("done", theme.ColorNameSuccess, w.say("overview.all-assigned"))}
	}
	var lines []fyne.CanvasObject
	for _, one := range open[:min(len(open), mostOpen)] {
		about := widget.NewWords(w.say("kind."+string(one.Subject.Kind)), widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Whole: true})
		line := container.NewBorder(nil, nil, nil, container.NewCenter(about), widget.NewWords(one.Subject.Name, widget.Look{}))
		lines = append(lines, widget.NewTap(widget.Inset(line, 4, 6), 6, func() { w.goToProblem(one) }))
	}
	if rest := len(open) - mostOpen; rest > 0 {
		lines = append(lines, widget.Inset(widget.NewWords(w.say("proof.more", "count", fmt.Sprint(rest)), widget.Look{Color: widget.ColorMuted}), 0, 6))
	}
	return lines
}

// showAlert says the gravest problem near the top of the page, and how many more there are.
func (p *overviewPage) showAlert() {
	p.alert.Objects, p.alert.Hidden = nil, len(p.found) == 0
	if len(p.found) > 0 {
		fill := widget.ColorWarnSoft
		if export.CountErrors(p.found) > 0 {
			fill = widget.ColorBadSoft
		}
		line := p.w.problemLines(p.found, 1)
		p.alert.Objects = []fyne.CanvasObject{widget.Surface(fill, "", 10, widget.Inset(widget.Column(0, line...), 8, 14))}
	}
	p.alert.Refresh()
}

func sameProblem(a, b app.Problem) bool {
	if a.Code != b.Code || a.Subject != b.Subject || len(a.Args) != len(b.Args) {
		return false
	}
	for k, v := range a.Args {
		if b.Args[k] != v {
			return false
		}
	}
	return true
}

func (p *overviewPage) words(e *app.Event) {
	title := e.Title
	if title == "" {
		title = p.w.say("event.untitled")
	}
	p.title.SetText(title)
	p.theme.SetText(e.Theme)
	p.dates.SetText(joined("  ·  ", e.School.Name, span(e.From, e.To)))
	p.countDays(e)
	items, people := 0, 0
	for _, c := range e.Ceremonies {
		items += len(c.Program.Items)
	}
	for _, c := range e.Certificates {
		people += len(e.RosterOf(c).Recipients)
	}
	for name, n := range map[pageName]int{"program": len(e.Ceremonies), "slogans": len(e.Slogans), "posters": len(e.Posters),
		"banners": len(e.Banners), "certificates": people} {
		p.figures[name].SetText(fmt.Sprint(n))
	}
}

// countDays tells how far away the event is.
func (p *overviewPage) countDays(e *app.Event) {
	today := app.DateOf(p.w.now())
	last := e.To
	if last.IsZero() {
		last = e.From
	}
	figure, words := "–", "days.unset"
	switch left := today.DaysUntil(e.From); {
	case e.From.IsZero():
	case left > 0:
		figure, words = fmt.Sprint(left), "days.left"
	case today.DaysUntil(last) >= 0:
		figure, words = p.w.say("days.day", "day", fmt.Sprint(1-left)), "days.running"
	default:
		figure, words = "", "days.over"
	}
	p.days.SetText(figure)
	p.days.Hidden = figure == ""
	p.daysOf.SetText(p.w.say(words))
}

// span writes the days of an event: "01/10/2025 – 07/10/2025".
func span(from, to app.Date) string {
	if to.IsZero() || from == to {
		return from.Short()
	}
	return from.Short() + " – " + to.Short()
}

// joined joins the texts that are not empty.
func joined(by string, texts ...string) string {
	out := ""
	for _, t := range texts {
		if t != "" && out != "" {
			out += by
		}
		out += t
	}
	return out
}

// statuses tell how far the printed pieces have come, each state with the names of its pieces.
func (p *overviewPage) statuses(e *app.Event) []fyne.CanvasObject {
	by := map[app.PieceStatus][]fyne.CanvasObject{}
	for _, b := range e.Banners {
		by[b.Status] = append(by[b.Status], p.pieceLine(b.Subject(), b.Piece))
	}
	for _, s := range e.Posters {
		by[s.Status] = append(by[s.Status], p.pieceLine(s.Subject(), s.Piece))
	}
	var lines []fyne.CanvasObject
	for _, status := range app.PieceStatuses {
		if len(by[status]) == 0 {
			continue
		}
		head := container.NewHBox(widget.NewChip(p.w.say("status."+string(status))+"  "+fmt.Sprint(len(by[status])), statusTones[status]), spacer())
		lines = append(lines, widget.Column(2, append([]fyne.CanvasObject{head}, by[status]...)...))
	}
	if len(lines) == 0 {
		lines = append(lines, widget.NewWords(p.w.say("overview.no-pieces"), widget.Look{Color: widget.ColorMuted, Wrap: true}))
	}
	return lines
}

// pieceLine names a piece, for how long it hangs where it does, and the state that one click gives it next.
func (p *overviewPage) pieceLine(s app.Subject, piece app.Piece) fyne.CanvasObject {
	w := p.w
	name := widget.NewTap(widget.Inset(widget.NewWords(piece.Name, widget.Look{}), 4, 6), 6, func() { w.goTo(s) })
	name.OnMenu = func(at fyne.Position) { w.menuAt(w.statusItems(s), at) }
	right := widget.Row(6)
	if days, hangs := piece.DaysHung(app.DateOf(w.now())); hangs {
		tone := widget.Quiet
		if len(app.Overdue(&app.Event{Posters: []app.Poster{{Piece: piece}}}, app.DateOf(w.now()))) > 0 {
			tone = widget.Warn
		}
		right.Add(container.NewCenter(widget.NewChip(w.say("overview.hung", "days", fmt.Sprint(days)), tone)))
	}
	if next := nextStatus(piece.Status); next != "" {
		words := widget.NewWords(w.say("status."+string(next)), widget.Look{Size: widget.SizeSmall, Color: theme.ColorNamePrimary, Whole: true})
		arrow := container.NewCenter(widget.Fixed(fynewidget.NewIcon(tinted("right", theme.ColorNamePrimary)), 14, 14))
		to := widget.NewTap(widget.Inset(widget.Row(3, arrow, words), 5, 8), 6, func() { w.setStatus(s, next) })
		to.Tip = w.tip("tip.next-status")
		right.Add(to)
	}
	return container.NewBorder(nil, nil, nil, right, name)
}

// statusTones are the moods of the states of a piece.
var statusTones = map[app.PieceStatus]widget.Tone{
	app.Draft: widget.Quiet, app.Approved: widget.Golden, app.Sent: widget.Golden,
	app.Printed: widget.Good, app.Hung: widget.Good, app.TakenDown: widget.Quiet,
}
