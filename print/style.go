package print

import (
	"encoding/json"
	"fmt"
	"io/fs"

	"tiengtrong/app"
)

// Style is a look for one kind of piece, as data: a designer changes the JSON, not the program.
type Style struct {
	Code     string            `json:"code"`
	Names    map[string]string `json:"names"`    // by language of the screen: "vi", "en"
	Ornament string            `json:"ornament"` // code of the drawing behind the words: see ornaments
	Faces    StyleFaces        `json:"faces"`
	Inks     StyleInks         `json:"inks"`
	Capitals bool              `json:"capitals"` // the headline is set in capitals
	Tracking float32           `json:"tracking"` // of the headline, in thousandths of an em
	Margin   float64           `json:"margin"`   // around the words, as a part of the shorter side
	Align    float64           `json:"align"`    // of a poster: 0 left, 0.5 centred
	Columns  int               `json:"columns"`  // of a certificate: tiles at the left of a landscape sheet
	Art      float64           `json:"art"`      // of a poster: the part of its height that the picture takes
}

// StyleFaces are the faces of a style by their duty.
type StyleFaces struct {
	Display string `json:"display"` // the headline
	Narrow  string `json:"narrow"`  // the headline where it is long; "" for none
	Heading string `json:"heading"` // lines in capitals around it
	Text    string `json:"text"`
	Strong  string `json:"strong"`
	Italic  string `json:"italic"`
	Name    string `json:"name"` // a certificate's recipient
}

// StyleInks are the inks of a style by their duty.
type StyleInks = app.Palette[Ink]

// all lists the names of the faces that the style uses, each duty once.
func (f StyleFaces) all() []string {
	var names []string
	for _, name := range []string{f.Display, f.Narrow, f.Heading, f.Text, f.Strong, f.Italic, f.Name} {
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}

// Styles are the looks that the user may choose from, in the order of the choice.
type Styles struct{ Certificates, Banners, Posters []Style }

// loadStyles reads certificates.json, banners.json and posters.json from fsys and checks that every face and
// ornament that they name exists.
func loadStyles(fsys fs.FS, fonts *Fonts) (Styles, error) {
	var s Styles
	for _, list := range []struct {
		file      string
		styles    *[]Style
		ornaments map[string]ornament
	}{
		{"certificates.json", &s.Certificates, certificateOrnaments},
		{"banners.json", &s.Banners, bannerOrnaments},
		{"posters.json", &s.Posters, posterOrnaments},
	} {
		data, err := fs.ReadFile(fsys, list.file)
		if err == nil {
			err = json.Unmarshal(data, list.styles)
		}
		if err != nil {
			return s, fmt.Errorf("read styles %s: %w", list.file, err)
		}
		for _, style := range *list.styles {
			if err := style.check(fonts, list.ornaments); err != nil {
				return s, fmt.Errorf("read styles %s: %w", list.file, err)
			}
		}
		if len(*list.styles) == 0 {
			return s, fmt.Errorf("read styles %s: it has none", list.file)
		}
	}
	return s, nil
}

func (s Style) check(fonts *Fonts, ornaments map[string]ornament) error {
	if ornaments[s.Ornament] == nil {
		return fmt.Errorf("style %q: no ornament %q", s.Code, s.Ornament)
	}
	for _, name := range s.Faces.all() {
		if fonts.faces[name] == nil {
			return fmt.Errorf("style %q: no font named %q", s.Code, name)
		}
	}
	return nil
}

// InksOf returns the inks that a piece is printed in: its own, and for the rest its style's, which is one of the list.
func InksOf(list []Style, p app.Piece) StyleInks {
	return app.Over(styleOf(list, p.Style).Inks, p.Inks)
}

// pieceStyle returns the style of a piece in the piece's colours.
func pieceStyle(list []Style, p app.Piece) Style {
	style := styleOf(list, p.Style)
	style.Inks = InksOf(list, p)
	return style
}

// styleOf returns the style with that code, or the first of the list.
func styleOf(list []Style, code string) Style {
	for _, s := range list {
		if s.Code == code {
			return s
		}
	}
	return list[0]
}
