package widget

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

const lesson = "Tuần lễ hưởng ứng học tập suốt đời năm 2025 với chủ đề “Học tập để thích ứng, phát triển bản thân và góp phần xây dựng xã hội”. " +
	"Ngày hội đọc sách Nghiêngnghiêngnghiêngnghiêngngả của toàn trường, mời quý phụ huynh cùng dự.  Hai dấu cách ở đây."

// fieldOf returns an empty field of several lines in a window, that is so wide.
func fieldOf(t *testing.T, width float32) *Entry {
	e := NewEntry(2)
	w := test.NewTempWindow(t, Fixed(e, width, 300))
	w.Resize(fyne.NewSize(width+8, 320))
	w.Canvas().Focus(e)
	return e
}

func press(e *Entry, keys ...fyne.KeyName) {
	for _, key := range keys {
		e.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func word(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: wordModifier}
}

// seen fails unless the caret is drawn at a place of the text; the space at which a line breaks has no place of its own.
func seen(t *testing.T, e *Entry, place int) {
	t.Helper()
	text, at := []rune(e.Text), e.CursorTextOffset()
	hidden := at == place-1 && text[at] == ' ' && (place == len(text) || text[place] == '\n')
	if at != place && !hidden {
		t.Fatalf("width %v: the caret is seen at %d, not %d, of %q", e.Size().Width, at, place, e.Text)
	}
}

// What is typed stands there as it was typed, however wide the field is.
func TestTypedTextIsWhole(t *testing.T) {
	start(t)
	letters := []rune(lesson)
	for width := float32(60); width < 400; width += 7 {
		e := fieldOf(t, width)
		for i, r := range letters {
			e.TypedRune(r)
			if e.Text != string(letters[:i+1]) {
				t.Fatalf("width %v: %q", width, e.Text)
			}
			seen(t, e, i+1)
		}
	}
}

// A keyboard is the field's text as it should be, by places in it alone.
type keyboard struct {
	text     []rune
	from, to int
	board    fyne.Clipboard
}

func (k *keyboard) replace(from, to int, with string) {
	k.text = slices.Concat(k.text[:from], []rune(with), k.text[to:])
	k.from = from + len([]rune(with))
	k.to = k.from
}

func (k *keyboard) erase(other func([]rune, int) int) {
	if k.from < k.to {
		k.replace(k.from, k.to, "")
		return
	}
	place := other(k.text, k.to)
	k.replace(min(place, k.to), max(place, k.to), "")
}

// acts are what people do: in the field, and what becomes of the text.
var acts = []struct {
	name string
	do   func(t *testing.T, r *rand.Rand, e *Entry, k *keyboard)
}{
	{"type", func(_ *testing.T, r *rand.Rand, e *Entry, k *keyboard) {
		for _, letter := range []rune(lesson)[r.IntN(60):][:1+r.IntN(60)] {
			e.TypedRune(letter)
			k.replace(k.from, k.to, string(letter))
		}
	}},
	{"space", func(_ *testing.T, _ *rand.Rand, e *Entry, k *keyboard) {
		e.TypedRune(' ')
		k.replace(k.from, k.to, " ")
	}},
	{"enter", func(_ *testing.T, _ *rand.Rand, e *Entry, k *keyboard) {
		press(e, fyne.KeyReturn)
		k.replace(k.from, k.to, "\n")
	}},
	{"backspace", func(_ *testing.T, _ *rand.Rand, e *Entry, k *keyboard) {
		press(e, fyne.KeyBackspace)
		k.erase(charBefore)
	}},
	{"delete", func(_ *testing.T, _ *rand.Rand, e *Entry, k *keyboard) {
		press(e, fyne.KeyDelete)
		k.erase(charBehind)
	}},
	{"word back", func(_ *testing.T, _ *rand.Rand, e *Entry, k *keyboard) {
		e.TypedShortcut(word(fyne.KeyBackspace))
		k.erase(wordBefore)
	}},
	{"word away", func(_ *testing.T, _ *rand.Rand, e *Entry, k *keyboard) {
		e.TypedShortcut(word(fyne.KeyDelete))
		k.erase(wordBehind)
	}},
	{"paste", func(_ *testing.T, _ *rand.Rand, e *Entry, k *keyboard) {
		k.board.SetContent("một hai\nba bốn ")
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: k.board})
		k.replace(k.from, k.to, "một hai\nba bốn ")
	}},
	{"mark", func(_ *testing.T, r *rand.Rand, e *Entry, k *keyboard) {
		from := r.IntN(len(k.text) + 1)
		length := r.IntN(min(20, len(k.text)-from) + 1)
		e.Mark(from, length)
		k.from, k.to = from, from+length
		if e.SelectedText() != "" {
			k.to = e.behind(k.to)
		} else {
			k.from = k.to // or only a space that isn't shown
		}
	}},
	{"select all", func(_ *testing.T, r *rand.Rand, e *Entry, k *keyboard) {
		if r.IntN(6) == 0 {
			e.TypedShortcut(&fyne.ShortcutSelectAll{})
			k.from, k.to = 0, len(k.text)
		}
	}},
	{"cut", func(t *testing.T, _ *rand.Rand, e *Entry, k *keyboard) {
		before, from := k.board.Content(), k.from
		e.TypedShortcut(&fyne.ShortcutCut{Clipboard: k.board})
		if from == k.to {
			if k.board.Content() != before {
				t.Fatalf("nothing was cut, but the clipboard has %q", k.board.Content())
			}
			return
		}
		if got, want := k.board.Content(), string(k.text[from:k.to]); got != want {
			t.Fatalf("cut was %q, not %q", got, want)
		}
		k.erase(charBefore)
	}},
	{"move", func(t *testing.T, r *rand.Rand, e *Entry, k *keyboard) {
		keys := []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown}
		press(e, keys[r.IntN(len(keys))])
		k.from, k.to = e.place(), e.place()
	}},
	{"by word", func(t *testing.T, r *rand.Rand, e *Entry, k *keyboard) {
		e.TypedShortcut(word([]fyne.KeyName{fyne.KeyLeft, fyne.KeyRight}[r.IntN(2)]))
		k.from, k.to = e.place(), e.place()
	}},
	{"resize", func(t *testing.T, r *rand.Rand, e *Entry, k *keyboard) {
		e.Resize(fyne.NewSize(60+float32(r.IntN(300)), 300))
	}},
}

// No key writes anywhere else than at the caret that is seen.
func TestEveryKeyActsAtTheCaret(t *testing.T) {
	start(t)
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 5))
		e := fieldOf(t, 60+float32(r.IntN(300)))
		k := &keyboard{board: test.NewClipboard()}
		var done []string
		for range 60 {
			act := acts[r.IntN(len(acts))]
			if k.from < k.to && act.name == "resize" {
				continue
			}
			done = append(done, fmt.Sprintf("%s at %d", act.name, k.to))
			act.do(t, r, e, k)
			if e.Text != string(k.text) {
				t.Fatalf("seed %d, width %v: %s: %q, want %q", seed, e.Size().Width, strings.Join(done[max(0, len(done)-4):], ", "), e.Text, string(k.text))
			}
			if k.from == k.to {
				seen(t, e, k.to)
			}
		}
	}
}

// The field's own menu takes back what was typed, and does it again, in rows that break anew.
func TestFieldUndoesAndRedoes(t *testing.T) {
	start(t)
	for width := float32(60); width < 400; width += 23 {
		e := fieldOf(t, width)
		for _, r := range lesson {
			e.TypedRune(r)
		}
		press(e, fyne.KeyBackspace, fyne.KeyDelete)
		e.TypedShortcut(word(fyne.KeyBackspace))
		typed := e.Text
		for range len(lesson) {
			e.Undo()
		}
		if e.Text != "" {
			t.Fatalf("width %v: all undone leaves %q", width, e.Text)
		}
		for range len(lesson) {
			e.Redo()
		}
		if e.Text != typed {
			t.Fatalf("width %v: done again is %q, not %q", width, e.Text, typed)
		}
	}
}

// A third click takes the row, and what is typed then takes its place.
func TestThreeClicksAndALetter(t *testing.T) {
	start(t)
	e := fieldOf(t, 150)
	e.Fill(lesson)
	at := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, 32)}}
	e.MouseDown(at)
	e.MouseUp(at)
	e.DoubleTapped(&at.PointEvent)
	e.MouseDown(at)
	e.MouseUp(at)
	row := e.SelectedText()
	if len([]rune(row)) < 8 || strings.Contains(row, "\n") {
		t.Fatalf("three clicks select %q", row)
	}
	from := strings.Index(lesson, row)
	e.TypedRune('x')
	if want := lesson[:from] + "x" + lesson[from+len(row):]; e.Text != want {
		t.Errorf("over the row %q: %q", row, e.Text)
	}
	seen(t, e, len([]rune(lesson[:from]))+1)
}
