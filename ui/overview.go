package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

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
	board   *widget.Board
	alert   *fyne.Container // the gravest problem, where there is one
	trouble *widget.Board
	open    *widget.Board // what nobody is charged with
	pieces  *widget.Board
	wide    map[app.ID]bool // the findings that are unfolded, by their first subject
	shown   *app.Event      // what the board shows
	found   []app.Problem
}

func newOverview(w *Window) page {
	p := &overviewPage{w: w, figures: map[pageName]*widget.Words{}, wide: map[app.ID]bool{}, alert: container.NewStack(),
		board: widget.NewBoard(), trouble: widget.NewBoard(), open: widget.NewBoard(), pieces: widget.NewBoard()}
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
	row, board := widget.Columns(5, 12), widget.NewBoard()
	for column, name := range []pageName{"program", "slogans", "posters", "banners", "certificates"} {
		figure := widget.NewWords("", widget.Look{Size: widget.SizeFigure, Bold: true})
		p.figures[name] = figure
		words := widget.Column(0, figure, widget.NewWords(p.w.say("overview.count-"+string(name)), widget.Look{Color: widget.ColorMuted}))
		mark := canvas.NewImageFromResource(tinted(string(name), widget.ColorGold))
		mark.FillMode = canvas.ImageFillContain
		content := container.NewBorder(nil, nil, nil, container.NewCenter(widget.Fixed(mark, 26, 26)), words)
		row.Add(board.Place(widget.NewPress(widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(content, 12, 16)), 10,
			func() { p.w.turnTo(name) }), 0, column))
	}
	board.Display(row)
	return board
}

func (p *overviewPage) glance(e *app.Event) {
	if p.shown != e {
		p.shown = e
		p.words(e)
		p.weekBoard(e)
		p.statuses(e)
	}
	if p.found == nil || !slices.EqualFunc(p.found, p.w.problems, sameProblem) {
		p.found = append([]app.Problem{}, p.w.problems...)
		p.findings()
		p.showAlert()
	}
}

// findings lists what is wrong, and what nobody is charged with.
func (p *overviewPage) findings() {
	open, other := parted(gravestFirst(p.found))
	p.showFindings(p.trouble, other, p.w.say("proof.clean"))
	p.showFindings(p.open, open, p.w.say("overview.all-assigned"))
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

// mostFindings is how many findings a list of the overview tells; more are counted.
const mostFindings = 8

// showFindings lists findings, each of which leads to its place. What is wrong with several is one line, which unfolds; where nothing is,
// that is said.
func (p *overviewPage) showFindings(b *widget.Board, problems []app.Problem, none string) {
	w, lines := p.w, widget.Column(4)
	b.Clear()
	found := app.Findings(problems)
	row := 0
	add := func(content fyne.CanvasObject, do func()) fyne.CanvasObject {
		row++
		return b.Place(widget.NewPress(widget.Inset(content, 4, 4), 6, do), row, 0)
	}
	for _, f := range found[:min(len(found), mostFindings)] {
		line := add(w.finding(f), func() { w.goToFinding(f) })
		if len(f.Others) == 0 {
			lines.Add(line)
			continue
		}
		lines.Add(container.NewBorder(nil, nil, nil, container.NewCenter(b.Place(p.unfolder(f), row, 1)), line))
		for _, other := range f.Others {
			if p.wide[f.Subject.ID] {
				lines.Add(widget.Inset(add(widget.NewWords(w.problem(other), widget.Look{Wrap: true, Size: widget.SizeSmall}), func() { w.goToProblem(other) }), 0, 22))
			}
		}
	}
	switch rest := len(found) - mostFindings; {
	case len(found) == 0:
		lines.Add(w.note("done", theme.ColorNameSuccess, none))
	case rest > 0:
		lines.Add(widget.Inset(widget.NewWords(w.say("proof.more", "count", fmt.Sprint(rest)), widget.Look{Color: widget.ColorMuted}), 0, 30))
	}
	b.Display(lines)
}

// unfolder shows each of the problems that a finding puts together, or folds them up again.
func (p *overviewPage) unfolder(f app.Finding) *widget.Press {
	wide := p.wide[f.Subject.ID]
	phrase, arrow := "overview.expand", " ▾"
	if wide {
		phrase, arrow = "overview.collapse", " ▴"
	}
	count := widget.NewChip(fmt.Sprint(len(f.Others)+1)+arrow, widget.Quiet)
	press := widget.NewPress(widget.Inset(count, 2, 4), 6, func() {
		p.wide[f.Subject.ID] = !wide
		p.findings()
	})
	press.Tip = p.w.tip(phrase)
	return press
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
func (p *overviewPage) statuses(e *app.Event) {
	type piece struct {
		subject app.Subject
		piece   app.Piece
	}
	by := map[app.PieceStatus][]piece{}
	for _, b := range e.Banners {
		by[b.Status] = append(by[b.Status], piece{b.Subject(), b.Piece})
	}
	for _, s := range e.Posters {
		by[s.Status] = append(by[s.Status], piece{s.Subject(), s.Piece})
	}
	p.pieces.Clear()
	lines, row := widget.Column(2), 0
	for _, status := range app.PieceStatuses {
		if len(by[status]) == 0 {
			continue
		}
		chip := widget.NewChip(p.w.say("status."+string(status))+"  "+fmt.Sprint(len(by[status])), statusTones[status])
		lines.Add(container.NewHBox(widget.Inset(chip, 3, 0), spacer()))
		for _, one := range by[status] {
			lines.Add(p.pieceLine(one.subject, one.piece, row))
			row++
		}
	}
	if row == 0 {
		lines.Add(widget.NewWords(p.w.say("overview.no-pieces"), widget.Look{Color: widget.ColorMuted, Wrap: true}))
	}
	p.pieces.Display(lines)
}

// pieceLine names a piece, for how long it hangs where it does, and the step that one click takes it on.
func (p *overviewPage) pieceLine(s app.Subject, piece app.Piece, row int) fyne.CanvasObject {
	w := p.w
	name := p.pieces.Place(widget.NewPress(widget.Inset(widget.NewWords(piece.Name, widget.Look{}), 4, 6), 6, func() { w.goTo(s) }), row, 0)
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
		words := widget.NewWords(w.say("step."+string(next)), widget.Look{Size: widget.SizeSmall, Color: theme.ColorNamePrimary, Whole: true})
		to := p.pieces.Place(widget.NewPress(widget.Inset(words, 5, 8), 6, func() { w.setStatus(s, next) }), row, 1)
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
