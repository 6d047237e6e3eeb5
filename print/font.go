package print

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Fonts are the faces that layouts may use, by name. A name is the file's without its ending:
// "BeVietnamPro_700Bold".
type Fonts struct{ faces map[string]*Face }

// LoadFonts finds every .ttf file under fsys. A file is read when its face is first used.
func LoadFonts(fsys fs.FS) (*Fonts, error) {
	f := &Fonts{map[string]*Face{}}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".ttf" {
			face := &Face{Name: strings.TrimSuffix(path.Base(name), ".ttf")}
			face.load = sync.OnceValue(func() error { return face.read(fsys, name) })
			f.faces[face.Name] = face
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find fonts: %w", err)
	}
	return f, nil
}

// Names lists the faces in alphabetical order.
func (f *Fonts) Names() []string {
	names := make([]string, 0, len(f.faces))
	for name := range f.faces {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Face returns the face of that name, ready for use.
func (f *Fonts) Face(name string) (*Face, error) {
	face := f.faces[name]
	if face == nil {
		return nil, fmt.Errorf("no font named %q", name)
	}
	return face, face.load()
}

// Face is one font of one weight and slant. Its methods may be called from several goroutines.
type Face struct {
	Name    string
	load    func() error
	file    func() ([]byte, error)
	font    *font.Font
	upem    float64
	shapers sync.Pool // of *shaper
	glyphs  glyphs
	pairs   *pairs
}

// shaper is what one goroutine needs to shape: neither of its parts may be shared.
type shaper struct {
	harfbuzz shaping.HarfbuzzShaper
	face     *font.Face
}

// Glyph is one letter's shape: its outline and box in ems, y downwards from the baseline.
type Glyph struct {
	Advance float64 // ems, without kerning
	Outline Path    // in ems, as if an em were one millimetre
	Box     Rect    // of the outline
	missing bool    // it is the ".notdef" box
}

func (f *Face) read(fsys fs.FS, name string) error {
	f.file = func() ([]byte, error) { return fs.ReadFile(fsys, name) }
	data, err := f.Data()
	if err != nil {
		return err
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("read font %s: %w", f.Name, err)
	}
	f.font, f.upem, f.pairs = face.Font, float64(face.Upem()), new(pairs)
	f.shapers.New = func() any { return &shaper{face: font.NewFace(f.font)} }
	return nil
}

// Data reads the font's file: few need it after the face was read, and it is large.
func (f *Face) Data() ([]byte, error) {
	data, err := f.file()
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", f.Name, err)
	}
	return data, nil
}

// Missing lists the runes of text that the face has no glyph for, each once.
func (f *Face) Missing(text string) []rune {
	var missing []rune
	for _, r := range text {
		if f.Glyph(r).missing && !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// Glyph returns the shape of a rune; one that the face lacks is drawn as its ".notdef" box.
func (f *Face) Glyph(r rune) *Glyph {
	if g := f.glyphs.of(r); g != nil {
		return g
	}
	s := f.shapers.Get().(*shaper)
	defer f.shapers.Put(s)
	gid, known := f.font.NominalGlyph(r)
	g := &Glyph{Advance: float64(s.face.HorizontalAdvance(gid)) / f.upem, missing: !known}
	if outline, ok := s.face.GlyphData(gid).(font.GlyphOutline); ok {
		g.Outline = f.outline(outline)
		g.Box = g.Outline.Bounds()
	}
	f.glyphs.keep(r, g)
	return g
}

// outline converts a font's outline to ems; quadratic curves are raised to cubic ones.
func (f *Face) outline(o font.GlyphOutline) Path {
	at := func(p opentype.SegmentPoint) Point {
		return Point{MM(float64(p.X) / f.upem), MM(-float64(p.Y) / f.upem)}
	}
	var p Path
	var last Point
	for _, s := range o.Segments {
		a, b, c := at(s.Args[0]), at(s.Args[1]), at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if len(p) > 0 {
				p.Close()
			}
			p.Move(a.X, a.Y)
			last = a
		case opentype.SegmentOpLineTo:
			p.Line(a.X, a.Y)
			last = a
		case opentype.SegmentOpQuadTo:
			p.Curve(last.X+2*(a.X-last.X)/3, last.Y+2*(a.Y-last.Y)/3, b.X+2*(a.X-b.X)/3, b.Y+2*(a.Y-b.Y)/3, b.X, b.Y)
			last = b
		case opentype.SegmentOpCubeTo:
			p.Curve(a.X, a.Y, b.X, b.Y, c.X, c.Y)
			last = c
		}
	}
	if len(p) > 0 {
		p.Close()
	}
	return p
}

// noSubstitution switches off every exchange of glyphs, so that one rune is one glyph, in print as on screen.
var noSubstitution = func() []shaping.FontFeature {
	var off []shaping.FontFeature
	for _, tag := range []string{"liga", "clig", "calt", "rlig", "locl", "ccmp"} {
		off = append(off, shaping.FontFeature{Tag: opentype.MustNewTag(tag), Value: 0})
	}
	return off
}()

// shape returns what kerning adds to the advance of each of the runes, in thousandths of an em.
func (f *Face) shape(runes []rune) []float32 {
	kerns := make([]float32, len(runes))
	s := f.shapers.Get().(*shaper)
	defer f.shapers.Put(s)
	const size = 1000 // so that an advance reads in thousandths of an em
	out := s.harfbuzz.Shape(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: s.face, Size: fixed.I(size),
		Script: language.Latin, Language: "vi", FontFeatures: noSubstitution,
	})
	if len(out.Glyphs) != len(runes) {
		return kerns // a face that insists on substitution is set without kerning
	}
	for i, g := range out.Glyphs {
		kerns[i] = float32(float64(g.Advance)/64 - 1000*f.Glyph(runes[i]).Advance)
	}
	return kerns
}

// CapHeight returns the height of a capital H, in ems.
func (f *Face) CapHeight() float64 { return -float64(f.Glyph('H').Box.Y) }

// NewText returns a kerned line of real text whose baseline begins at the origin.
func NewText(face *Face, size Pt, ink Ink, text string) *Text {
	return &Text{Face: face, Size: size, Ink: ink, String: text, Kerns: face.Kerns(text)}
}

// Width returns the length of the line from the first advance to the last.
func (t *Text) Width() MM {
	em := 0.0
	i := 0
	for _, r := range t.String {
		em += t.Face.Glyph(r).Advance + float64(t.Kerns[i])/1000
		i++
	}
	return t.Size.MM() * MM(em)
}

// Bounds returns the box around the ink of the line's glyphs, where it stands.
func (t *Text) Bounds() Rect {
	var box Rect
	t.Each(func(g *Glyph, at Point) {
		em := t.Size.MM()
		if g.Box.W > 0 {
			box = box.Union(Rect{at.X + g.Box.X*em, at.Y + g.Box.Y*em, g.Box.W * em, g.Box.H * em})
		}
	})
	return box
}

// Each calls f for each glyph of the line with the left end of the glyph's baseline.
func (t *Text) Each(f func(g *Glyph, at Point)) {
	em, at, i := t.Size.MM(), t.At, 0
	for _, r := range t.String {
		g := t.Face.Glyph(r)
		f(g, at)
		at.X += em * MM(g.Advance+float64(t.Kerns[i])/1000)
		i++
	}
}
