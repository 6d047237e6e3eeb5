package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tool is a button with an icon alone. While the pointer is over it, it tells what it does.
type Tool struct {
	widget.Button
	hint string
	tell func(hint string)
}

// NewTool returns a button whose hint goes to tell, and "" when the pointer has left.
func NewTool(icon fyne.Resource, hint string, tell func(hint string), do func()) *Tool {
	t := &Tool{hint: hint, tell: tell}
	t.Icon, t.OnTapped, t.Importance = icon, do, widget.LowImportance
	t.ExtendBaseWidget(t)
	return t
}

// Hint returns what the button does.
func (t *Tool) Hint() string { return t.hint }

// MouseIn belongs to desktop.Hoverable.
func (t *Tool) MouseIn(e *desktop.MouseEvent) {
	t.Button.MouseIn(e)
	t.tell(t.hint)
}

// MouseOut belongs to desktop.Hoverable.
func (t *Tool) MouseOut() {
	t.Button.MouseOut()
	t.tell("")
}
