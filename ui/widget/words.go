package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Look is how words look. Its zero value is the body text.
type Look struct {
	Size  fyne.ThemeSizeName
	Color fyne.ThemeColorName
	Bold  bool
	Slant bool
	Align fyne.TextAlign
	Wrap  bool // over several lines; else what is too long for the width ends in an ellipsis
	Whole bool // takes the width that it needs
}

// Words is a text without the padding of a label.
type Words struct {
	widget.BaseWidget
	text    *widget.RichText
	segment *widget.TextSegment
}

// NewWords returns a text that looks so.
func NewWords(text string, look Look) *Words {
	if look.Size == "" {
		look.Size = theme.SizeNameText
	}
	if look.Color == "" {
		look.Color = theme.ColorNameForeground
	}
	segment := &widget.TextSegment{Text: text, Style: widget.RichTextStyle{
		Alignment: look.Align, ColorName: look.Color, SizeName: look.Size,
		TextStyle: fyne.TextStyle{Bold: look.Bold, Italic: look.Slant},
	}}
	w := &Words{text: widget.NewRichText(segment), segment: segment}
	switch {
	case look.Wrap:
		w.text.Wrapping = fyne.TextWrapWord
	case !look.Whole:
		w.text.Truncation = fyne.TextTruncateEllipsis
	}
	w.ExtendBaseWidget(w)
	return w
}

// Text returns what stands there.
func (w *Words) Text() string { return w.segment.Text }

// SetText changes what stands there.
func (w *Words) SetText(text string) {
	if w.segment.Text == text {
		return
	}
	w.segment.Text = text
	w.text.Refresh()
}

// SetColor changes the colour.
func (w *Words) SetColor(name fyne.ThemeColorName) {
	if w.segment.Style.ColorName == name {
		return
	}
	w.segment.Style.ColorName = name
	w.text.Refresh()
}

// SetBold changes the weight.
func (w *Words) SetBold(bold bool) {
	if w.segment.Style.TextStyle.Bold == bold {
		return
	}
	w.segment.Style.TextStyle.Bold = bold
	w.text.Refresh()
}

// CreateRenderer belongs to fyne.Widget.
func (w *Words) CreateRenderer() fyne.WidgetRenderer { return &wordsRenderer{w} }

// wordsRenderer draws the text without the padding that a RichText has around it.
type wordsRenderer struct{ words *Words }

func (r *wordsRenderer) Destroy() {}

func (r *wordsRenderer) Layout(size fyne.Size) {
	pad := theme.InnerPadding()
	r.words.text.Move(fyne.NewPos(-pad, -pad))
	r.words.text.Resize(size.AddWidthHeight(2*pad, 2*pad))
}

func (r *wordsRenderer) MinSize() fyne.Size {
	pad := theme.InnerPadding()
	return r.words.text.MinSize().SubtractWidthHeight(2*pad, 2*pad).Max(fyne.NewSize(0, 0))
}

func (r *wordsRenderer) Refresh() { r.words.text.Refresh() }

func (r *wordsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.words.text} }
