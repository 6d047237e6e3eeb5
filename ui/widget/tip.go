package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Teller shows beside a control what it does, after a rest. No words mean that nothing is to be shown any more.
type Teller func(of fyne.CanvasObject, words string, rest time.Duration)

// How long the pointer and the focus rest on a control before it tells what it does. People who go through a page with
// Tab do not stop everywhere.
const (
	pointerRest = 600 * time.Millisecond
	focusRest   = 1200 * time.Millisecond
)

// Tip is the part of a control that tells what it does. Its zero value tells nothing.
type Tip struct {
	words string
	tell  Teller
}

// NewTip returns a part that tells these words.
func NewTip(words string, tell Teller) Tip { return Tip{words, tell} }

// SetTip changes what the control tells.
func (t *Tip) SetTip(words string, tell Teller) { t.words, t.tell = words, tell }

// Hint returns what the control does.
func (t *Tip) Hint() string { return t.words }

func (t *Tip) pointed(of fyne.CanvasObject) { t.after(of, pointerRest) }

func (t *Tip) focused(of fyne.CanvasObject) { t.after(of, focusRest) }

func (t *Tip) after(of fyne.CanvasObject, rest time.Duration) {
	if t.tell != nil && t.words != "" {
		t.tell(of, t.words, rest)
	}
}

// left takes the words away.
func (t *Tip) left() {
	if t.tell != nil {
		t.tell(nil, "", 0)
	}
}

// Over returns the content with room above it for what controls tell.
func Over(content fyne.CanvasObject) *fyne.Container {
	return container.NewStack(content, container.NewWithoutLayout())
}

// TipOver shows words below a control, or above it where there is no room, on a content that Over returned; no words
// clear it. What is shown lies within a window of that size.
func TipOver(over fyne.CanvasObject, of fyne.CanvasObject, words string, window fyne.Size) {
	stack, ok := over.(*fyne.Container)
	if !ok || len(stack.Objects) != 2 {
		return
	}
	layer, ok := stack.Objects[1].(*fyne.Container)
	if !ok {
		return
	}
	layer.RemoveAll()
	if words != "" {
		card := tipCard(words)
		driver := fyne.CurrentApp().Driver()
		at := tipPlace(driver.AbsolutePositionForObject(of), of.Size(), card.Size(), window)
		card.Move(at.Subtract(driver.AbsolutePositionForObject(layer)))
		layer.Add(card)
	}
	canvas.Refresh(layer)
}

const tipWidth, tipGap, tipEdge = 300, 6, 8

// tipCard is the words on a dark ground, as wide as they need.
func tipCard(words string) fyne.CanvasObject {
	look := Look{Size: SizeSmall, Color: theme.ColorNameBackground, Wrap: true}
	text := NewWords(words, look)
	width := min(fyne.MeasureText(words, theme.Size(SizeSmall), fyne.TextStyle{}).Width+2, tipWidth)
	text.Resize(fyne.NewSize(width, 1)) // its height depends on its width
	card := Surface(theme.ColorNameForeground, "", 6, Inset(text, 4, 9))
	card.Resize(fyne.NewSize(width+18, card.MinSize().Height))
	return card
}

// tipPlace returns where a card goes beside a control.
func tipPlace(of fyne.Position, control, card, window fyne.Size) fyne.Position {
	x := of.X + (control.Width-card.Width)/2
	y := of.Y + control.Height + tipGap
	if y+card.Height > window.Height-tipEdge {
		y = of.Y - tipGap - card.Height
	}
	return fyne.NewPos(max(tipEdge, min(x, window.Width-tipEdge-card.Width)), max(tipEdge, y))
}
