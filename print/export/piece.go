package export

import (
	"fmt"
	"math"

	"tiengtrong/app"
	"tiengtrong/print"
)

// Detail is what there is to tell of some files.
type Detail struct {
	LetterMM  float64 `json:"letter_mm,omitempty"` // height of the headline's capitals on the finished piece
	ReadsM    float64 `json:"reads_m,omitempty"`   // metres up to which it reads well
	LimitM    float64 `json:"limit_m,omitempty"`   // metres up to which it can be read at all
	Panel     int     `json:"panel,omitempty"`     // of Panels that are welded
	Panels    int     `json:"panels,omitempty"`
	Rows      int     `json:"rows,omitempty"` // of sheets that are glued together
	Columns   int     `json:"columns,omitempty"`
	OverlapMM float64 `json:"overlap_mm,omitempty"`
	WidthPX   int     `json:"width_px,omitempty"`
	HeightPX  int     `json:"height_px,omitempty"`
}

// reading tells how far a page reads.
func reading(page *print.Page) Detail {
	reads := page.Legibility()
	tenth := func(v float64) float64 { return math.Round(v*10) / 10 }
	return Detail{LetterMM: tenth(float64(reads.Capitals)), ReadsM: tenth(reads.Well), LimitM: tenth(reads.Limit)}
}

// piece is a banner or poster on its way into files.
type piece struct {
	app.Piece
	kind   Kind
	prefix string
	page   *print.Page
}

// newPiece returns a piece under what can be printed of its name.
func newPiece(plan Plan, p app.Piece, kind Kind, prefix string, page *print.Page) piece {
	p.Name = plan.Studio.Printable(p.Name)
	return piece{p, kind, prefix, page}
}

// name names the piece's file by what it is, its own name and its size.
func (p piece) name() string {
	return fmt.Sprintf("%s-%gx%gmm", fileName(p.prefix, p.Name), p.WidthMM, p.HeightMM)
}

// job is one file with one page of the piece; suffix and words tell it from the piece's other files.
func (p piece) job(plan Plan, page *print.Page, suffix, words string) job {
	name := p.name() + suffix
	out := finish(plan, page, slugLine(plan, p.Piece)+words)
	if out.Scale > 1 {
		name += fmt.Sprintf("-ti-le-1-%d", out.Scale)
	}
	return job{id: p.ID, name: name, title: p.Name, kind: p.kind, count: 1, detail: reading(p.page), page: func(int) *print.Page { return out }}
}

// tiled is one file with the sheets of office paper that make up the piece.
func (p piece) tiled(plan Plan) job {
	t := plan.Studio.Tiling(p.page, p.Name, *plan.Tile, plan.Overlap)
	detail := reading(p.page)
	if detail.Rows, detail.Columns = t.Rows, t.Columns; t.Sheets() > 1 {
		detail.OverlapMM = float64(t.Overlap)
	}
	return job{name: p.name() + "-ghep-" + plan.Tile.Code, title: p.Name, kind: p.kind, count: t.Len(), detail: detail, page: t.Page}
}

// letters is one file with the letters of the piece's headline.
func (p piece) letters(plan Plan, l *print.Letters) job {
	return job{name: fileName(p.prefix, p.Name) + "-chu-roi-" + plan.Letters.Code, title: p.Name, kind: p.kind, count: l.Len(), page: l.Page,
		detail: Detail{LetterMM: math.Round(float64(l.Capitals())*10) / 10}}
}

func banners(plan Plan) ([]job, error) {
	var out []job
	for _, b := range plan.Event.Banners {
		page, _ := plan.Studio.Banner(plan.Event, b)
		p := newPiece(plan, b.Piece, Banners, string(b.Kind), page)
		if plan.Letters != nil {
			out = append(out, p.letters(plan, plan.Studio.BannerLetters(plan.Event.FilledBanner(b), *plan.Letters)))
		} else {
			out = append(out, p.files(plan, b)...)
		}
	}
	return out, nil
}

func posters(plan Plan) ([]job, error) {
	var out []job
	for _, v := range plan.Event.Posters {
		page, _ := plan.Studio.Poster(plan.Event, v)
		p := newPiece(plan, v.Piece, Posters, "ap-phich", page)
		if plan.Letters != nil {
			out = append(out, p.letters(plan, plan.Studio.PosterLetters(plan.Event.FilledPoster(v), *plan.Letters)))
		} else {
			out = append(out, p.files(plan, v)...)
		}
	}
	return out, nil
}

// files are the files of a piece as the plan's use needs it: finished by a shop, on the sheets of the office, or as it is.
func (p piece) files(plan Plan, made print.Finished) []job {
	switch {
	case plan.For == Shop:
		return p.finished(plan, made)
	case plan.Tile != nil:
		return []job{p.tiled(plan)}
	}
	return []job{p.job(plan, p.page, "", "")}
}

// finished is a piece with the layer that shows its finishing; a file for each panel where the plan asks for that.
func (p piece) finished(plan Plan, made print.Finished) []job {
	f, _ := plan.Studio.Finishing(plan.Event, made, p.page)
	page := *p.page
	page.Items = append(append([]print.Item(nil), page.Items...), plan.Studio.FinishingLayer(f))
	panels := len(f.Panels())
	if !plan.Panels || panels == 1 {
		j := p.job(plan, &page, "", "")
		j.detail.Panels = panels
		return []job{j}
	}
	var out []job
	for i := range panels {
		j := p.job(plan, f.Panel(&page, i), fmt.Sprintf("-tam-%d-tren-%d", i+1, panels), fmt.Sprintf(" · %s", print.PanelName(i, panels)))
		j.detail.Panel, j.detail.Panels = i+1, panels
		out = append(out, j)
	}
	return out
}
