package widget

import (
	"errors"
	"image/color"
	"regexp"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// A value that a plane doesn't tell stays as the plane drawn before it told it.
func TestAPlaneTellsEveryValueOfItsProgram(t *testing.T) {
	test.NewTempApp(t)
	p := newPlane(color.White, 7)
	p.Resize(fyne.NewSize(300, 40))
	asked := 0
	for _, line := range regexp.MustCompile(`(?m)^uniform float ([^;]+);`).FindAllStringSubmatch(planeSource, -1) {
		for _, name := range regexp.MustCompile(`\w+`).FindAllString(line[1], -1) {
			asked++
			if _, told := p.shader.Uniforms[name]; !told {
				t.Errorf("%s is not told", name)
			}
		}
	}
	if told := len(p.shader.Uniforms); told != asked {
		t.Errorf("%d values are told, %d asked for", told, asked)
	}
	if p.shader.Uniforms["width"] != 300 || p.shader.Uniforms["height"] != 40 {
		t.Errorf("the size that is told: %v", p.shader.Uniforms)
	}
}

// planeOf returns the plane of a control, which must not draw the toolkit's area and border besides.
func planeOf(t *testing.T, control fyne.Widget) *plane {
	t.Helper()
	objects := test.WidgetRenderer(control).Objects()
	for _, o := range objects {
		if r, ok := o.(*canvas.Rectangle); ok && r.CornerRadius > 0 {
			t.Errorf("%T draws a rounded rectangle of the toolkit", control)
		}
	}
	return objects[0].(*plane)
}

func (p *plane) colorOf(part string) color.Color {
	of := func(name string) uint16 { return uint16(p.shader.Uniforms[part+name]*0xffff + 0.5) }
	return color.NRGBAModel.Convert(color.NRGBA64{R: of("R"), G: of("G"), B: of("B"), A: of("A")})
}

func TestAPlaneFollowsItsField(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry(1)
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(300, 60))
	look := func(when string, line fyne.ThemeColorName) {
		t.Helper()
		p := planeOf(t, e)
		if got, want := p.colorOf("line"), color.NRGBAModel.Convert(theme.Color(line)); got != want {
			t.Errorf("%s the border is %v, not %v", when, got, want)
		}
		if want := e.Size().SubtractWidthHeight(theme.InputBorderSize()+.5, theme.InputBorderSize()+.5); p.Size() != want {
			t.Errorf("%s the plane is %v, not %v", when, p.Size(), want)
		}
	}
	look("at rest", theme.ColorNameInputBorder)
	w.Canvas().Focus(e)
	look("with the focus", theme.ColorNamePrimary)
	w.Canvas().Unfocus()
	e.Disable()
	w.Resize(fyne.NewSize(500, 80))
	look("disabled", theme.ColorNameDisabled)
	e.Enable()
	e.SetText("x")
	e.mark(errors.New("no date"))
	look("with a mistake", theme.ColorNameError)
}

func TestAPlaneFollowsItsChoice(t *testing.T) {
	test.NewTempApp(t)
	s := NewSelect([]string{"1", "2"}, nil)
	w := test.NewTempWindow(t, s)
	for _, look := range []struct {
		do   func()
		fill fyne.ThemeColorName
	}{
		{func() {}, theme.ColorNameInputBackground},
		{func() { w.Canvas().Focus(s) }, theme.ColorNameFocus},
		{func() { w.Canvas().Unfocus(); s.Disable() }, theme.ColorNameDisabledButton},
	} {
		look.do()
		if got, want := planeOf(t, s).colorOf("fill"), color.NRGBAModel.Convert(theme.Color(look.fill)); got != want {
			t.Errorf("it is filled with %v, not %v", got, want)
		}
	}
}
