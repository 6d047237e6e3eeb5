package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Lines is a list of any number of lines of one height, of which one is chosen: by click and by the arrow keys.
type Lines struct {
	widget.List
	OnChoose func(i int) // after another line was chosen by hand
	OnOpen   func()      // the Enter key; may be nil
	OnRemove func()      // the Delete key; may be nil
	OnMenu   func(at fyne.Position)
	OnCopy   func() // may be nil
	OnPaste  func() // may be nil
	chosen   int
	lit      int               // the line that the toolkit marks while the list has the focus
	height   float32           // of a line, with the rule below it
	frame    *canvas.Rectangle // seen while the list has the focus
	marking  bool
}

// NewLines returns a list.
func NewLines(length func() int, create func() fyne.CanvasObject, update func(i int, line fyne.CanvasObject)) *Lines {
	l := &Lines{chosen: -1, frame: canvas.NewRectangle(transparent)}
	l.frame.CornerRadius, l.frame.StrokeWidth = 4, 2
	l.frame.Hide()
	l.height = create().MinSize().Height + theme.Padding()
	l.Length = length
	l.CreateItem = func() fyne.CanvasObject { return newLine(l, create()) }
	l.UpdateItem = func(i int, o fyne.CanvasObject) {
		o.(*line).i = i
		update(i, o.(*line).content)
	}
	l.OnSelected = func(i int) {
		l.chosen = i
		if !l.marking && l.OnChoose != nil {
			l.OnChoose(i)
		}
	}
	l.OnUnselected = func(int) { l.chosen = -1 }
	l.ExtendBaseWidget(l)
	return l
}

// Chosen returns the number of the chosen line, or -1.
func (l *Lines) Chosen() int { return l.chosen }

// Mark shows a line as the chosen one, or none for -1, and tells nobody.
func (l *Lines) Mark(i int) {
	l.marking = true
	defer func() { l.marking = false }()
	if i < 0 {
		l.UnselectAll()
		return
	}
	l.light(i)
	l.Select(i)
}

// light moves what the toolkit marks while the list has the focus.
func (l *Lines) light(i int) {
	if l.lit != i {
		l.lit = i
		l.Highlight(i)
	}
}

// choose chooses by number as far as the list goes.
func (l *Lines) choose(i int) {
	if n := l.Length(); n > 0 {
		i = max(0, min(i, n-1))
		l.light(i)
		l.Select(i)
	}
}

// Enter gives the list the focus. Where no line is chosen, the first one is.
func (l *Lines) Enter() {
	if l.chosen < 0 {
		l.choose(0)
	}
	focus(l)
}

// CreateRenderer belongs to fyne.Widget. It is the toolkit's list with the frame above it.
func (l *Lines) CreateRenderer() fyne.WidgetRenderer {
	return &linesRenderer{l.List.CreateRenderer(), l.frame}
}

type linesRenderer struct {
	fyne.WidgetRenderer
	frame *canvas.Rectangle
}

// Objects belongs to fyne.WidgetRenderer.
func (r *linesRenderer) Objects() []fyne.CanvasObject {
	list := r.WidgetRenderer.Objects()
	return append(list[:len(list):len(list)], r.frame)
}

// Layout belongs to fyne.WidgetRenderer.
func (r *linesRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.frame.Resize(size)
}

// FocusGained belongs to fyne.Focusable.
func (l *Lines) FocusGained() {
	l.List.FocusGained()
	l.frame.StrokeColor = colorOf(ColorGold)
	l.frame.Show()
}

// FocusLost belongs to fyne.Focusable.
func (l *Lines) FocusLost() {
	l.List.FocusLost()
	l.frame.Hide()
}

// TypedKey belongs to fyne.Focusable.
func (l *Lines) TypedKey(key *fyne.KeyEvent) {
	page := max(1, int(l.Size().Height/l.height)-1)
	switch {
	case key.Name == fyne.KeyUp:
		l.choose(l.chosen - 1)
	case key.Name == fyne.KeyDown:
		l.choose(l.chosen + 1)
	case key.Name == fyne.KeyPageUp:
		l.choose(l.chosen - page)
	case key.Name == fyne.KeyPageDown:
		l.choose(l.chosen + page)
	case key.Name == fyne.KeyHome:
		l.choose(0)
	case key.Name == fyne.KeyEnd:
		l.choose(l.Length() - 1)
	case key.Name == fyne.KeyDelete:
		do(l.OnRemove)
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		do(l.OnOpen)
	case isWindows(key):
		handOn(l, key)
	case asksForMenu(key):
		l.menu(fyne.CurrentApp().Driver().AbsolutePositionForObject(l).AddXY(24, float32(l.chosen+1)*l.height-l.GetScrollOffset()))
	}
}

// TypedShortcut belongs to fyne.Shortcutable.
func (l *Lines) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		do(l.OnCopy)
	case *fyne.ShortcutPaste:
		do(l.OnPaste)
	default:
		atEnds(l, s)
	}
}

func (l *Lines) menu(at fyne.Position) {
	if l.OnMenu != nil && l.chosen >= 0 {
		l.OnMenu(at)
	}
}

func do(f func()) {
	if f != nil {
		f()
	}
}

// asksForMenu tells whether a key asks for the menu of what has the focus: the menu key, or Shift+F10.
func asksForMenu(key *fyne.KeyEvent) bool {
	keys, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return key.Name == desktop.KeyMenu || key.Name == fyne.KeyF10 && ok && keys.CurrentKeyModifiers() == fyne.KeyModifierShift
}

// line is one line of the list. It takes the clicks, since the toolkit's own line knows no secondary button.
type line struct {
	widget.BaseWidget
	list    *Lines
	i       int
	content fyne.CanvasObject
}

func newLine(list *Lines, content fyne.CanvasObject) *line {
	l := &line{list: list, content: content}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer belongs to fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }

// Tapped belongs to fyne.Tappable.
func (l *line) Tapped(*fyne.PointEvent) {
	focus(l.list)
	l.list.choose(l.i)
}

// TappedSecondary belongs to fyne.SecondaryTappable.
func (l *line) TappedSecondary(e *fyne.PointEvent) {
	l.Tapped(e)
	l.list.menu(e.AbsolutePosition)
}
