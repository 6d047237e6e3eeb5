package print

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"tiengtrong/app"
)

var bodyProse = prose{size: 13, leading: 1.25, align: justified, indent: 10, ink: Black}

// linesOf returns the words of each line.
func linesOf(c *column) []string {
	var out []string
	for _, l := range c.lines {
		text := ""
		for _, t := range l {
			text += t.String
		}
		out = append(out, text)
	}
	return out
}

const longText = "Hưởng ứng Tuần lễ học tập suốt đời năm 2025, nhà trường phát động phong trào “Dạy tốt, học tốt”; " +
	"từ ngày 01 tháng 10 đến ngày 07 tháng 10 năm 2025, học sinh mượn sách tại thư viện, đọc sách điện tử và viết cảm nhận."

func TestParagraphKeepsEveryWordInItsColumn(t *testing.T) {
	c := newCompositor(studio(t))
	for _, align := range []alignment{flushLeft, justified, centred, flushRight} {
		for width := MM(12); width < 200; width += 7.3 {
			p := bodyProse
			p.align, p.indent = align, min(10, width/4)
			col := c.set(p, width, run{face: "Tinos_400Regular", text: longText})
			if got := strings.Join(linesOf(col), " "); got != longText && width > 25 {
				t.Fatalf("width %v: the text has become %q", width, got)
			}
			for _, item := range col.at(0, 0) {
				text := item.(*Text)
				if ink := text.Bounds(); ink.Y < -0.01 || ink.Bottom() > col.height()+0.01 || text.At.X < -0.01 || text.At.X+text.Width() > width+0.01 {
					t.Fatalf("width %v: %q at %v, %v wide", width, text.String, text.At, text.Width())
				}
			}
		}
	}
}

func TestParagraphAlignment(t *testing.T) {
	c := newCompositor(studio(t))
	for _, align := range []alignment{justified, centred, flushRight} {
		p := bodyProse
		p.align = align
		p.indent = 0
		col := c.set(p, 90, run{face: "Tinos_400Regular", text: longText})
		for i, l := range col.lines[:len(col.lines)-1] {
			left, right := float64(l[0].At.X), float64(90-l[0].At.X-l[0].Width())
			ok := map[alignment]bool{
				justified:  math.Abs(left) < 0.01 && (math.Abs(right) < 0.01 || right > mostSpread*float64(p.size.MM())*spacesIn(l)), // full, or too short for that
				centred:    math.Abs(left-right) < 0.01,
				flushRight: math.Abs(right) < 0.01,
			}[align]
			if !ok {
				t.Errorf("alignment %d, line %d: %.2f mm free at the left, %.2f at the right", align, i, left, right)
			}
		}
	}
}

func spacesIn(l textLine) float64 {
	n := 0
	for _, t := range l {
		n += strings.Count(t.String, " ")
	}
	return float64(n)
}

func TestNumberStaysWithItsUnit(t *testing.T) {
	c := newCompositor(studio(t))
	p := bodyProse
	p.indent = 0
	for width := MM(32); width < 180; width += 3.1 {
		for _, text := range linesOf(c.set(p, width, run{face: "Tinos_400Regular", text: longText})) {
			words := strings.Fields(text)
			last := words[len(words)-1]
			if last == "ngày" || last == "tháng" || width > 40 && (last == "01" || last == "07") {
				t.Errorf("width %v: a line ends with %q: %s", width, last, text)
			}
		}
	}
}

func TestWordWiderThanItsColumn(t *testing.T) {
	c := newCompositor(studio(t))
	for _, test := range []struct{ text, want string }{
		{"https://thuvien.thlehongphong.edu.vn/hoc-lieu-so", "https://thuvien.|thlehongphong.|edu.vn/hoc-lieu-so"},
		{"Nguyễnnnnnnnnnnnnnnnnnnnnnnnnnnn", "Nguyễnnnnnnnnnn|nnnnnnnnnnnnnnn|nn"},
	} {
		col := c.set(prose{size: 13, leading: 1.25, ink: Black}, 36, run{face: "Tinos_400Regular", text: test.text})
		if got := strings.Join(linesOf(col), "|"); got != test.want {
			t.Errorf("%s became %s", test.text, got)
		}
	}
}

func TestRunsOfTwoFacesShareALine(t *testing.T) {
	c := newCompositor(studio(t))
	col := c.set(bodyProse, 165, run{face: "Tinos_700Bold", text: "1. Địa điểm:"}, run{face: "Tinos_400Regular", text: "Sân trường"})
	if len(col.lines) != 1 || len(col.lines[0]) != 2 {
		t.Fatalf("lines: %q", linesOf(col))
	}
	label, value := col.lines[0][0], col.lines[0][1]
	if label.String != "1. Địa điểm: " || math.Abs(float64(label.At.X+label.Width()-value.At.X)) > 0.001 {
		t.Errorf("%q ends at %v, %q begins at %v", label.String, label.At.X+label.Width(), value.String, value.At.X)
	}
}

func TestLineBreaksOfTheUserStay(t *testing.T) {
	c := newCompositor(studio(t))
	col := c.set(bodyProse, 165, run{face: "Tinos_400Regular", text: "Sân khấu\r\n\r\nGiấy khen xếp theo thứ tự"})
	if got := strings.Join(linesOf(col), "|"); got != "Sân khấu|Giấy khen xếp theo thứ tự" {
		t.Errorf("lines: %s", got)
	}
}

func TestEmptyParagraphHasNoHeight(t *testing.T) {
	c := newCompositor(studio(t))
	if col := c.set(bodyProse, 100, run{face: "Tinos_400Regular", text: " \n "}); col.height() != 0 || col.longest() != 0 {
		t.Errorf("height %v", col.height())
	}
}

func TestMissingLettersAreNoted(t *testing.T) {
	c := newCompositor(studio(t))
	col := c.set(bodyProse, 100, run{face: "Tinos_400Regular", text: "Chúc mừng 🎉🎉"})
	if got := linesOf(col)[0]; got != "Chúc mừng ??" || string(c.missing) != "🎉" {
		t.Errorf("%q, missing %q", got, string(c.missing))
	}
}

// FuzzParagraph sets any text in a narrow column: nothing is lost and nothing stands out.
func FuzzParagraph(f *testing.F) {
	f.Add(longText, 40.0)
	f.Add("a-b/c https://example.vn/"+strings.Repeat("x", 99), 20.0)
	s := studio(f)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if !(width > 15 && width < 500) || len(text) > 2000 || !utf8.ValidString(text) {
			return
		}
		c := newCompositor(s)
		col := c.set(prose{size: 13, leading: 1.25, indent: 5, align: justified, ink: Black}, MM(width), run{face: "Tinos_400Regular", text: text})
		letters := func(s string) int { return utf8.RuneCountInString(strings.Join(strings.Fields(s), "")) }
		if got, want := letters(strings.Join(linesOf(col), "")), letters(app.Clean(text)); got != want {
			t.Errorf("%d letters of %d", got, want)
		}
		for _, item := range col.at(0, 0) {
			if text := item.(*Text); text.At.X < -0.01 || text.At.X+text.Width() > MM(width)+0.01 {
				t.Errorf("%q from %v to %v", text.String, text.At.X, text.At.X+text.Width())
			}
		}
	})
}

func BenchmarkParagraph(b *testing.B) {
	s := studio(b)
	for b.Loop() {
		newCompositor(s).set(bodyProse, 165, run{face: "Tinos_400Regular", text: longText})
	}
}
