package export

import (
	"fmt"
	"image"
	"slices"
	"strings"

	"tiengtrong/app"
	"tiengtrong/print"
)

// Options are choices that only some uses have. Their zero value is what is usual.
type Options struct {
	Outline bool         // for the shop: every letter as curves, not only large type
	Panels  bool         // for the shop: a file for each panel of a piece that is wider than the shop's rolls
	Tile    *print.Paper // for the office: the paper onto which banners and posters are divided
	Overlap print.MM     // of the sheets
	Letters *print.Paper // for the office: the paper for the letters of the headlines of banners and posters, to be cut out
	Pixels  image.Point  // for the screen: the size of the pictures; zero for 1920 pixels on the longer side
	Shard   Shard        // of the certificates
	Run     *app.Run     // whose report is written
	Handout              // of the certificates
	Blank   bool         // for the office: certificates onto sheets that were printed before, only what isn't on them
	Trial   bool         // certificates that are marked as a trial, on the sheet and in the file's name
	Cover   bool         // fill all pixels and cut what is left over, rather than show all of the piece on black
}

// MisplacedOption says that an option is not for the use.
type MisplacedOption struct {
	Option string // as the command line names it
	Use    Use    // that has it
}

// Error describes the failure for a log.
func (m *MisplacedOption) Error() string { return fmt.Sprintf("%s is for %s only", m.Option, m.Use) }

// check finds an option that the use does not have, or that has no meaning without another.
func (o Options) check(use Use) error {
	for _, option := range []struct {
		name  string
		given bool
		use   Use
	}{
		{"--panels", o.Panels, Shop}, {"--outline", o.Outline, Shop}, {"--tile", o.Tile != nil, Office}, {"--letters", o.Letters != nil, Office},
		{"--blank", o.Blank, Office},
		{"--pixels", o.Pixels != image.Point{}, Screen}, {"--cover", o.Cover, Screen},
	} {
		if option.given && use != option.use {
			return &MisplacedOption{option.name, option.use}
		}
	}
	return o.Handout.check(use)
}

// ParsePaper reads the name of a paper for tiles and letters; "" is none.
func ParsePaper(name string) (*print.Paper, error) { return paperOf(name, print.Papers) }

// ParseSheet reads the name of a sheet for several certificates; "" is none.
func ParseSheet(name string) (*print.Paper, error) { return paperOf(name, print.SheetPapers) }

func paperOf(name string, papers []print.Paper) (*print.Paper, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" {
		return nil, nil
	}
	i := slices.IndexFunc(papers, func(p print.Paper) bool { return p.Code == name })
	if i < 0 {
		known := make([]string, len(papers))
		for n, p := range papers {
			known[n] = p.Code
		}
		return nil, &UnknownName{"paper", name, known}
	}
	return &papers[i], nil
}

// maxPixels is the largest picture that is made: an 8K wall has half of it.
const maxPixels = 1 << 26

// ParsePixels reads a size such as "3840x2160"; "" is none.
func ParsePixels(text string) (image.Point, error) {
	var p image.Point
	if text == "" {
		return p, nil
	}
	var rest string
	n, _ := fmt.Sscanf(strings.ToLower(strings.TrimSpace(text)), "%dx%d%s", &p.X, &p.Y, &rest)
	if n != 2 || p.X < 1 || p.Y < 1 || p.X > maxPixels || p.Y > maxPixels || p.X*p.Y > maxPixels {
		return image.Point{}, &UnknownName{"pixels", text, []string{"1920x1080", "3840x2160"}}
	}
	return p, nil
}

// ParseOutline reads which letters are to be curves: "headlines", or "all".
func ParseOutline(name string) (all bool, err error) {
	switch name {
	case "", "headlines":
		return false, nil
	case "all":
		return true, nil
	}
	return false, &UnknownName{"outline", name, []string{"headlines", "all"}}
}
