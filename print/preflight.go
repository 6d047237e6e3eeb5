package print

import (
	"context"
	"iter"

	"tiengtrong/app"
)

// Preflight lays out every program, banner, poster and certificate of the event and lists what is wrong on paper: text
// that doesn't fit, letters that no face has, unknown fields, words outside the safe area, pictures that
// can't be read.
func (s *Studio) Preflight(e *app.Event) []app.Problem {
	var all []app.Problem
	for found := range s.Findings(context.Background(), e) {
		all = append(all, found...)
	}
	return all
}

// Findings is Preflight piece by piece, until the context is cancelled: 100,000 certificates take a while.
func (s *Studio) Findings(ctx context.Context, e *app.Event) iter.Seq[[]app.Problem] {
	return func(yield func([]app.Problem) bool) {
		for _, c := range e.Ceremonies {
			if _, found := s.Program(e, c); !yield(found) {
				return
			}
		}
		for _, b := range e.Banners {
			page, found := s.Banner(e, b)
			_, more := s.Finishing(e, b, page)
			if !yield(append(found, more...)) {
				return
			}
		}
		for _, p := range e.Posters {
			page, found := s.Poster(e, p)
			_, more := s.Finishing(e, p, page)
			if !yield(append(found, more...)) {
				return
			}
		}
		for _, c := range e.Certificates {
			if !s.Certificates(e, c).findings(ctx, yield) {
				return
			}
		}
	}
}

// findings hands out the problems of the design, and those of each certificate.
func (b *Batch) findings(ctx context.Context, yield func([]app.Problem) bool) bool {
	if !yield(b.problems) {
		return false
	}
	for laid := range b.Pages(ctx, b.Order(app.ByList, "")) {
		if !yield(laid.Problems) {
			return false
		}
	}
	return ctx.Err() == nil
}
