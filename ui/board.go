package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// maxBoardDays is how many days the board shows side by side.
const maxBoardDays = 10

// weekBoard shows what happens when and where: dates across, kinds of places down.
func (p *overviewPage) weekBoard(e *app.Event) {
	p.board.Clear()
	days := boardDays(e)
	if len(days) == 0 {
		p.board.Display(widget.NewWords(p.w.say("overview.no-days"), widget.Look{Color: widget.ColorMuted, Wrap: true}))
		return
	}
	grid := container.New(&boardLayout{columns: len(days) + 1, first: 118, gap: 6})
	grid.Add(canvas.NewRectangle(nil))
	for _, day := range days {
		grid.Add(p.dayHead(day))
	}
	for row, venue := range app.Venues {
		grid.Add(widget.Inset(widget.NewWords(p.w.say("venue."+string(venue)), widget.Look{Bold: true, Wrap: true, Size: widget.SizeSmall}), 8, 0))
		for column, day := range days {
			grid.Add(p.cell(e, day, venue, row, column))
		}
	}
	p.board.Display(grid)
}

// boardDays lists the days of the event, widened to those of its ceremonies.
func boardDays(e *app.Event) []app.Date {
	from, to := e.From, e.To
	if to.IsZero() {
		to = from
	}
	for _, c := range e.Held() {
		if c.Date.IsZero() {
			continue
		}
		if from.IsZero() || c.Date.Before(from) {
			from = c.Date
		}
		if to.IsZero() || to.Before(c.Date) {
			to = c.Date
		}
	}
	var days []app.Date
	for day := from; !from.IsZero() && !to.Before(day) && len(days) < maxBoardDays; day = day.AddDays(1) {
		days = append(days, day)
	}
	return days
}

func (p *overviewPage) dayHead(day app.Date) fyne.CanvasObject {
	weekday := p.w.say(fmt.Sprintf("date.weekday-%d", (int(day.Time().Weekday())+6)%7))
	color := theme.ColorNameForeground
	if day == app.DateOf(p.w.now()) {
		color = theme.ColorNamePrimary
	}
	return widget.Column(0,
		widget.NewWords(weekday, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Align: fyne.TextAlignCenter}),
		widget.NewWords(fmt.Sprintf("%d/%d", day.Day, day.Month), widget.Look{Bold: true, Color: color, Align: fyne.TextAlignCenter}))
}

// cell holds the ceremonies of one day at one kind of place. An empty one offers to add one.
func (p *overviewPage) cell(e *app.Event, day app.Date, venue app.Venue, row, column int) fyne.CanvasObject {
	box := widget.Column(4)
	for _, c := range e.Held() {
		if c.Date != day || c.Venue != venue {
			continue
		}
		words := widget.Column(0,
			widget.NewWords(c.Start.String(), widget.Look{Size: widget.SizeSmall, Bold: true, Color: widget.ColorGoldText}),
			widget.NewWords(c.Title, widget.Look{Size: widget.SizeSmall, Wrap: true}))
		press := p.board.Place(widget.NewPress(widget.Surface(widget.ColorGoldSoft, "", 7, widget.Inset(words, 5, 8)), 7,
			func() { p.w.goTo(app.Subject{Kind: app.OfCeremony, ID: c.ID}) }), row, column)
		press.OnMenu = func(at fyne.Position) { p.w.menuAt(p.ceremonyItems(c.ID), at) }
		box.Add(press)
	}
	if len(box.Objects) > 0 {
		return box
	}
	add := fynewidget.NewIcon(tinted("add", widget.ColorLine))
	press := p.board.Place(widget.NewPress(widget.Surface(theme.ColorNameBackground, "", 7, container.NewCenter(widget.Fixed(add, 16, 44))), 7,
		func() { p.addCeremony(day, venue) }), row, column)
	press.Tip = p.w.tip("tip.add-ceremony")
	return press
}

// ceremonyItems are what can be done with a ceremony: to go there, and what its list can do.
func (p *overviewPage) ceremonyItems(id app.ID) []*fyne.MenuItem {
	w := p.w
	chosen := func() lister {
		w.goTo(app.Subject{Kind: app.OfCeremony, ID: id})
		return w.pages["program"].(*programPage).ceremonies
	}
	open := w.item("menu.open-there", nil, func() { chosen() })
	return append([]*fyne.MenuItem{open, fyne.NewMenuItemSeparator()}, w.listItems(chosen)...)
}

// addCeremony plans something at that day and place, and goes there.
func (p *overviewPage) addCeremony(day app.Date, venue app.Venue) {
	c := app.NewCeremony(newCeremonyName, day)
	c.Venue = venue
	p.w.doc.Edit(p.w.say("undo.add", "thing", p.w.say("noun.ceremony")), "", func(e *app.Event) {
		e.ChangeCeremonies(func(list []app.Ceremony) []app.Ceremony { return append(list, c) })
	})
	p.w.goTo(app.Subject{Kind: app.OfCeremony, ID: c.ID})
}

// boardLayout is a table whose first column has a width of its own and whose rows are as high as they need.
type boardLayout struct {
	columns    int
	first, gap float32
}

func (l *boardLayout) heights(objects []fyne.CanvasObject) []float32 {
	heights := make([]float32, (len(objects)+l.columns-1)/l.columns)
	for i, o := range objects {
		heights[i/l.columns] = max(heights[i/l.columns], o.MinSize().Height)
	}
	return heights
}

func (l *boardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - l.first - l.gap*float32(l.columns-1)) / float32(l.columns-1)
	heights := l.heights(objects)
	y := float32(0)
	for i, o := range objects {
		column := i % l.columns
		if column == 0 && i > 0 {
			y += heights[i/l.columns-1] + l.gap
		}
		if column == 0 {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(l.first-l.gap, heights[i/l.columns]))
			continue
		}
		o.Move(fyne.NewPos(l.first+float32(column-1)*(width+l.gap), y))
		o.Resize(fyne.NewSize(width, heights[i/l.columns]))
	}
}

func (l *boardLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(l.first+float32(l.columns-1)*(58+l.gap), -l.gap)
	for _, h := range l.heights(objects) {
		size.Height += h + l.gap
	}
	return size
}
