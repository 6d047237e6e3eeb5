package widget

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// MonthNames are the words of a calendar.
type MonthNames struct {
	Weekdays [7]string              // from Monday
	Title    func(time.Time) string // of a month: "Tháng 10, 2025"
	Back     Tip                    // of the button to the month before
	Next     Tip                    // and to the one after
}

// Month is a calendar of one month, of which a day can be chosen. Weeks begin on Monday.
type Month struct {
	widget.BaseWidget
	names  MonthNames
	shown  time.Time // the first of the month
	chosen time.Time
	pick   func(time.Time)
	title  *Words
	days   *fyne.Container
	box    fyne.CanvasObject
}

// NewMonth returns the calendar of the month of a day, which is marked.
func NewMonth(names MonthNames, day time.Time, pick func(time.Time)) *Month {
	m := &Month{names: names, chosen: day, pick: pick}
	m.title = NewWords("", Look{Bold: true, Align: fyne.TextAlignCenter})
	m.days = container.New(layout.NewGridLayoutWithColumns(7))
	back := NewTool(theme.NavigateBackIcon(), "", names.Back, func() { m.turn(-1) })
	next := NewTool(theme.NavigateNextIcon(), "", names.Next, func() { m.turn(1) })
	m.box = Inset(Column(6, container.NewBorder(nil, nil, back, next, Inset(m.title, 8, 0)), m.days), 10, 12)
	m.shown = time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	m.ExtendBaseWidget(m)
	m.fill()
	return m
}

// CreateRenderer belongs to fyne.Widget.
func (m *Month) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.box) }

func (m *Month) turn(months int) {
	m.shown = m.shown.AddDate(0, months, 0)
	m.fill()
}

func (m *Month) fill() {
	m.title.SetText(m.names.Title(m.shown))
	m.days.RemoveAll()
	for _, name := range m.names.Weekdays {
		m.days.Add(NewWords(name, Look{Size: SizeSmall, Color: ColorMuted, Align: fyne.TextAlignCenter, Whole: true}))
	}
	for range (int(m.shown.Weekday()) + 6) % 7 {
		m.days.Add(layout.NewSpacer())
	}
	for day := m.shown; day.Month() == m.shown.Month(); day = day.AddDate(0, 0, 1) {
		b := widget.NewButton(strconv.Itoa(day.Day()), func() { m.pick(day) })
		b.Importance = widget.LowImportance
		if day.Equal(m.chosen) {
			b.Importance = widget.HighImportance
		}
		m.days.Add(b)
	}
	m.days.Refresh()
}
