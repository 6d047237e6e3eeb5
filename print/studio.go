package print

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"tiengtrong/app"
)

// Studio is what layouts need besides the event: fonts, styles, the printing condition, and the Vietnamese
// compounds that a line must not break. It may be used from several goroutines.
type Studio struct {
	Fonts     *Fonts
	Condition *Condition
	Awards    app.AwardRules // by which the proof reads the titles of awards; none where nobody has set them
	styles    Styles
	compounds compounds
	pictures  pictures
}

// NewStudio reads the fonts, from styles the looks and compounds.txt, and from profiles the printing condition.
func NewStudio(fonts, styles, profiles fs.FS) (*Studio, error) {
	s := &Studio{}
	var err error
	if s.Fonts, err = LoadFonts(fonts); err != nil {
		return nil, err
	}
	if _, err = s.Fonts.Face(fallbackFace); err != nil {
		return nil, fmt.Errorf("load fonts: %w", err)
	}
	if s.styles, err = loadStyles(styles, s.Fonts); err != nil {
		return nil, err
	}
	if s.compounds, err = loadCompounds(styles); err != nil {
		return nil, err
	}
	if s.Condition, err = LoadCondition(profiles); err != nil {
		return nil, err
	}
	s.pictures.condition = s.Condition
	return s, nil
}

// Styles lists the looks that certificates, banners and posters may have.
func (s *Studio) Styles() Styles { return s.styles }

// Printable returns a name without the characters that the faces of slugs and orders lack, such as emoji.
func (s *Studio) Printable(name string) string {
	lacking := s.lacking(name)
	return app.Clean(strings.Map(func(r rune) rune {
		if slices.Contains(lacking, r) {
			return -1
		}
		return r
	}, name))
}

// lacking lists the characters of a name that slugs and orders can't print.
func (s *Studio) lacking(name string) []rune {
	var all []rune
	for _, face := range []string{fallbackFace, boldFace} {
		for _, r := range s.face(face).Missing(name) {
			if !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	return all
}

// fallbackFace sets a line that has a letter which the style's face lacks.
const fallbackFace = "BeVietnamPro_700Bold"

// face returns a face that NewStudio found, or the fallback.
func (s *Studio) face(name string) *Face {
	face, err := s.Fonts.Face(name)
	if err != nil {
		face, _ = s.Fonts.Face(fallbackFace)
	}
	return face
}
