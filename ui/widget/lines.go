package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Lines is a list of any number of lines of one height, of which one is chosen: by click and by the arrow keys. With a Key
// several are, as in a spreadsheet: with Shift from one to another, with Ctrl one by one, with Ctrl+A all of them.
type Lines struct {
	widget.List
	shifter
	Key      func(i int) any // tells a line apart from others, wherever it goes; nil: only one is chosen
	OnChoose func(i int)     // after others were chosen by hand: line i the last
	OnOpen   func()          // the Enter key or F2; may be nil
	OnRemove func()          // the Delete key; may be nil
	OnMenu   func(at fyne.Position)
	OnCopy   func()            // may be nil
	OnPaste  func()            // may be nil
	chosen   int               // the last that was
	several  map[any]bool      // the keys of those that are chosen
	anchor   int               // from where lines are chosen with Shift
	lit      int               // the line that the toolkit marks while the list has the focus
	height   float32           // of a line, with the rule below it
	frame    *canvas.Rectangle // seen while the list has the focus
	marking  bool
}

// NewLines returns a list.
func NewLines(length func() int, create func() fyne.CanvasObject, update func(i int, line fyne.CanvasObject)) *Lines {
	l := &Lines{chosen: -1, several: map[any]bool{}, frame: canvas.NewRectangle(transparent)}
	l.frame.CornerRadius, l.frame.StrokeWidth = 4, 2
	l.frame.Hide()
	l.height = create().MinSize().Height + theme.Padding()
	l.Length = length
	l.CreateItem = func() fyne.CanvasObject { return newLine(l, create()) }
	l.UpdateItem = func(i int, o fyne.CanvasObject) {
		o.(*line).show(i)
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

// Chosen returns the number of the line that was chosen last, or -1.
func (l *Lines) Chosen() int { return l.chosen }

// All returns the numbers of all chosen lines.
func (l *Lines) All() []int {
	var all []int
	for i := range l.Length() {
		if l.among(i) {
			all = append(all, i)
		}
	}
	return all
}

// among tells whether a line is chosen.
func (l *Lines) among(i int) bool {
	return i == l.chosen || len(l.several) > 1 && l.several[l.Key(i)]
}

// Mark shows a line as the chosen one, or none for -1, and tells nobody. If it is among several that are chosen, these stay.
func (l *Lines) Mark(i int) {
	l.marking = true
	defer func() { l.marking = false }()
	fresh := i < 0 || l.Key != nil && !l.several[l.Key(i)]
	l.chosen = i
	if fresh {
		l.only(i)
		l.Refresh()
	}
	if i < 0 {
		l.UnselectAll()
		return
	}
	l.light(i)
	l.List.Select(i)
}

// light moves what the toolkit marks while the list has the focus.
func (l *Lines) light(i int) {
	if l.lit != i {
		l.lit = i
		l.Highlight(i)
	}
}

// Select chooses a line by number, as far as the list goes, as people do by hand.
func (l *Lines) Select(i int) { l.step(i, false) }

// step goes to a line as far as the list goes; extending, all lines from where that began are chosen.
func (l *Lines) step(i int, extending bool) {
	n := l.Length()
	if n == 0 {
		return
	}
	i = max(0, min(i, n-1))
	if l.Key != nil && extending {
		l.from(min(l.anchor, n-1), i)
	} else {
		l.only(i)
	}
	l.lead(i)
}

// only chooses one line and no other, or none for -1.
func (l *Lines) only(i int) {
	l.several = map[any]bool{}
	if l.anchor = max(i, 0); i >= 0 && l.Key != nil {
		l.several[l.Key(i)] = true
	}
}

// from chooses the lines from one to another.
func (l *Lines) from(a, b int) {
	l.several = map[any]bool{}
	for i := min(a, b); i <= max(a, b); i++ {
		l.several[l.Key(i)] = true
	}
}

// toggle takes one line into the choice, or out of it while others are chosen.
func (l *Lines) toggle(i int) {
	if l.anchor = i; !l.among(i) {
		l.several[l.Key(i)] = true
	} else if len(l.several) > 1 {
		delete(l.several, l.Key(i))
		i = l.nearest(i)
	}
	l.lead(i)
}

// nearest returns the chosen line that is nearest to one that isn't; 0 where none is seen.
func (l *Lines) nearest(i int) int {
	for d := range l.Length() {
		for _, at := range []int{i + d, i - d} {
			if at >= 0 && at < l.Length() && l.several[l.Key(at)] {
				return at
			}
		}
	}
	return 0
}

// chooseAll chooses every line; the last one chosen stays so.
func (l *Lines) chooseAll() {
	if n := l.Length(); n > 0 && l.Key != nil {
		l.anchor = 0
		l.from(0, n-1)
		l.lead(max(l.chosen, 0))
	}
}

// lead makes a line the one that was chosen last.
func (l *Lines) lead(i int) {
	same := i == l.chosen
	l.chosen = i // before the lines are drawn
	l.light(i)
	if !same {
		l.List.Select(i)
	} else if l.Key != nil { // other lines may be chosen with it than were
		l.Refresh()
		l.OnSelected(i)
	}
}

// Enter gives the list the focus. Where no line is chosen, the first one is.
func (l *Lines) Enter() {
	if l.chosen < 0 {
		l.Select(0)
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
	l.shift = false
	l.frame.Hide()
}

// TypedKey belongs to fyne.Focusable.
func (l *Lines) TypedKey(key *fyne.KeyEvent) {
	page := max(1, int(l.Size().Height/l.height)-1)
	switch {
	case key.Name == fyne.KeyUp:
		l.step(l.chosen-1, l.shifted())
	case key.Name == fyne.KeyDown:
		l.step(l.chosen+1, l.shifted())
	case key.Name == fyne.KeyPageUp:
		l.step(l.chosen-page, l.shifted())
	case key.Name == fyne.KeyPageDown:
		l.step(l.chosen+page, l.shifted())
	case key.Name == fyne.KeyHome:
		l.step(0, l.shifted())
	case key.Name == fyne.KeyEnd:
		l.step(l.Length()-1, l.shifted())
	case key.Name == fyne.KeyDelete:
		do(l.OnRemove)
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter || key.Name == fyne.KeyF2:
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
	case *fyne.ShortcutSelectAll:
		l.chooseAll()
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
	held    fyne.KeyModifier // when the pointer went down
	content fyne.CanvasObject
	back    *canvas.Rectangle // of what is chosen besides the line that the toolkit marks
}

func newLine(list *Lines, content fyne.CanvasObject) *line {
	l := &line{list: list, content: content, back: canvas.NewRectangle(nil)}
	l.back.CornerRadius = theme.Size(theme.SizeNameSelectionRadius)
	l.back.Hide()
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer belongs to fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(l.back, l.content))
}

// show makes it the line of that number.
func (l *line) show(i int) {
	l.i = i
	l.back.Hidden = i == l.list.chosen || !l.list.among(i)
	l.back.FillColor = colorOf(theme.ColorNameSelection)
	l.back.Refresh()
}

// MouseDown belongs to desktop.Mouseable.
func (l *line) MouseDown(e *desktop.MouseEvent) { l.held = e.Modifier }

// MouseUp belongs to desktop.Mouseable.
func (l *line) MouseUp(*desktop.MouseEvent) {}

// Tapped belongs to fyne.Tappable.
func (l *line) Tapped(*fyne.PointEvent) {
	focus(l.list)
	if l.list.Key != nil && l.held&(fyne.KeyModifierShortcutDefault|fyne.KeyModifierControl) != 0 {
		l.list.toggle(l.i)
	} else {
		l.list.step(l.i, l.held&fyne.KeyModifierShift != 0)
	}
}

// TappedSecondary belongs to fyne.SecondaryTappable. The menu is of all chosen lines where this is one of them.
func (l *line) TappedSecondary(e *fyne.PointEvent) {
	focus(l.list)
	if l.list.among(l.i) {
		l.list.lead(l.i)
	} else {
		l.list.Select(l.i)
	}
	l.list.menu(e.AbsolutePosition)
}
