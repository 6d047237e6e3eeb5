package widget

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// FitLook is how a Fit looks.
type FitLook struct {
	Color  color.Color
	Font   fyne.Resource // nil for the theme's
	Bold   bool
	Align  fyne.TextAlign
	Lines  int  // at most; 0 is one
	Digits bool // one line of which every sign has the room of a 0, so that counting does not shake it

	// Least is the smallest type, as a part of the box's height. A text for which even that is too large ends in “…”: on a
	// screen that is read from afar the beginning of a name is worth more than all of it in letters that nobody can read. 0
	// sets no limit.
	Least float32
	// Most is the largest type, as a part of the box's height, for what must not be louder than its neighbour. 0 sets no limit.
	Most float32
	// Break breaks a text into n lines, and tells how good the breaks are, from 0 to 1; nil breaks after any word.
	Break func(text string, n int, width func(text string) float64) (lines []string, quality float64)
}

// Fit is a text as large as its box lets it be: it is for screens that are read from afar, whatever their size.
type Fit struct {
	widget.BaseWidget
	look FitLook
	text string
}

// NewFit returns a text that fills its box.
func NewFit(text string, look FitLook) *Fit {
	f := &Fit{look: look, text: text}
	f.ExtendBaseWidget(f)
	return f
}

// Text returns what stands there.
func (f *Fit) Text() string { return f.text }

// Set changes what stands there, and its colour.
func (f *Fit) Set(text string, c color.Color) {
	if f.text == text && f.look.Color == c {
		return
	}
	f.text, f.look.Color = text, c
	f.Refresh()
}

// SetText changes what stands there.
func (f *Fit) SetText(text string) { f.Set(text, f.look.Color) }

// CreateRenderer belongs to fyne.Widget.
func (f *Fit) CreateRenderer() fyne.WidgetRenderer { return &fitRenderer{fit: f} }

// fitRenderer sets the pieces of a Fit anew whenever its text or its box changes.
type fitRenderer struct {
	fit    *Fit
	size   fyne.Size
	pieces []fyne.CanvasObject
}

func (r *fitRenderer) Destroy()                     {}
func (r *fitRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *fitRenderer) Objects() []fyne.CanvasObject { return r.pieces }
func (r *fitRenderer) Layout(size fyne.Size)        { r.size = size; r.set() }
func (r *fitRenderer) Refresh()                     { r.set(); canvas.Refresh(r.fit) }

// set finds the largest type for the box and puts the pieces in their places.
func (r *fitRenderer) set() {
	r.pieces = nil
	if r.size.Width <= 0 || r.size.Height <= 0 || strings.TrimSpace(r.fit.text) == "" {
		return
	}
	if r.fit.look.Digits {
		r.setDigits()
		return
	}
	size, lines := r.largest()
	if least := r.fit.look.Least * r.size.Height; size < least {
		size, lines = least, r.cut(least)
	}
	if most := r.fit.look.Most * r.size.Height; most > 0 {
		size = min(size, most)
	}
	y := (r.size.Height - size*r.unit("Ậg").Height*float32(len(lines))) / 2
	for _, line := range lines {
		y = r.put(line, size, 0, y, r.size.Width)
	}
}

// narrow leaves room: type is hinted, so that a large one may be a little wider than a small one tells.
const narrow = 0.98

// largest finds the number of lines in which the text is largest. Poor breaks must be outweighed by size.
func (r *fitRenderer) largest() (size float32, lines []string) {
	best := float32(0)
	for n := 1; n <= max(r.fit.look.Lines, 1); n++ {
		broken, width, quality := r.broken(n)
		if len(broken) == 0 {
			break
		}
		fits := min(r.size.Width*narrow/width, r.size.Height/float32(len(broken))/r.unit("Ậg").Height)
		if fits*quality > best*1.02 {
			best, size, lines = fits*quality, fits, broken
		}
	}
	return size, lines
}

// cut returns as much of the text as the box holds in type of that size.
func (r *fitRenderer) cut(size float32) []string {
	count := min(max(r.fit.look.Lines, 1), max(1, int(r.size.Height/(size*r.unit("Ậg").Height))))
	room := r.size.Width * narrow / size
	lines, _ := r.greedy(r.fit.text, room)
	if len(lines) <= count {
		return lines
	}
	last := []rune(lines[count-1] + " " + lines[count])
	for len(last) > 0 && r.unit(string(last)+"…").Width > room {
		last = last[:len(last)-1]
	}
	return append(lines[:count-1], strings.TrimRight(string(last), " ,;:–-")+"…")
}

// setDigits gives each sign a room of the same width.
func (r *fitRenderer) setDigits() {
	signs, room := []rune(r.fit.text), r.unit("0")
	width := func(sign rune) float32 {
		if sign == ':' {
			return room.Width * 0.4
		}
		return room.Width
	}
	total := float32(0)
	for _, sign := range signs {
		total += width(sign)
	}
	// Digits stand between ascent and descent: their line may be higher than the box by what stays empty there.
	size := min(r.size.Width/total, r.size.Height/(room.Height*0.84))
	x, y := r.start(total*size), (r.size.Height-size*room.Height)/2
	for _, sign := range signs {
		r.put(string(sign), size, x, y, width(sign)*size)
		x += width(sign) * size
	}
}

// start is where something of that width begins.
func (r *fitRenderer) start(width float32) float32 {
	switch r.fit.look.Align {
	case fyne.TextAlignCenter:
		return (r.size.Width - width) / 2
	case fyne.TextAlignTrailing:
		return r.size.Width - width
	}
	return 0
}

// put sets one piece into a room of that width, and returns where the next line begins.
func (r *fitRenderer) put(text string, size, x, y, width float32) float32 {
	piece := r.piece(text, size)
	piece.Alignment = r.fit.look.Align
	if r.fit.look.Digits {
		piece.Alignment = fyne.TextAlignCenter
	}
	height := piece.MinSize().Height
	piece.Move(fyne.NewPos(x, y))
	piece.Resize(fyne.NewSize(width, height))
	r.pieces = append(r.pieces, piece)
	return y + height
}

func (r *fitRenderer) piece(text string, size float32) *canvas.Text {
	look := r.fit.look
	t := canvas.NewText(text, look.Color)
	t.TextSize, t.TextStyle.Bold, t.FontSource = size, look.Bold, look.Font
	return t
}

// unit is the size of a text for each unit of its type's size.
func (r *fitRenderer) unit(text string) fyne.Size {
	const sample = 64
	size := r.piece(text, sample).MinSize()
	return fyne.NewSize(size.Width/sample, size.Height/sample)
}

// broken breaks the text into at most n lines, and tells the width of the longest for each unit of type, and how good the
// breaks are.
func (r *fitRenderer) broken(n int) (lines []string, width float32, quality float32) {
	if r.fit.look.Break == nil {
		lines, width = r.even(n)
		return lines, width, 1
	}
	lines, good := r.fit.look.Break(r.fit.text, n, func(text string) float64 { return float64(r.unit(text).Width) })
	for _, line := range lines {
		width = max(width, r.unit(line).Width)
	}
	return lines, width, float32(good)
}

// even breaks the text after any word into at most n lines, as even as can be. Few tries do: the widths of lines don't lie
// close together.
func (r *fitRenderer) even(n int) (lines []string, width float32) {
	whole := strings.Join(strings.Fields(r.fit.text), " ")
	least, most := r.unit(whole).Width/float32(n)*0.9, r.unit(whole).Width*1.001
	lines, width = []string{whole}, most
	for range 10 {
		middle := (least + most) / 2
		tried, widest := r.greedy(whole, middle)
		if len(tried) <= n && widest <= middle {
			lines, width, most = tried, widest, middle
		} else {
			least = middle
		}
	}
	return lines, width
}

// greedy fills lines of that width, and tells how wide the widest became. No line begins with a dot between two things.
func (r *fitRenderer) greedy(text string, width float32) (lines []string, widest float32) {
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && word != "·" && r.unit(longer).Width > width {
			lines, line = append(lines, line), word
		} else {
			line = longer
		}
		widest = max(widest, r.unit(line).Width)
	}
	return append(lines, line), widest
}
