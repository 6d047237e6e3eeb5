package print

import "tiengtrong/app"

// Preflight lays out every program, banner, poster and certificate of the event and lists what is wrong on paper: text
// that doesn't fit, letters that no face has, unknown fields, words outside the safe area, pictures that
// can't be read.
func (s *Studio) Preflight(e *app.Event) []app.Problem {
	var all []app.Problem
	for _, c := range e.Ceremonies {
		_, problems := s.Program(e, c)
		all = append(all, problems...)
	}
	for _, b := range e.Banners {
		_, problems := s.Banner(e, b)
		all = append(all, problems...)
	}
	for _, p := range e.Posters {
		_, problems := s.Poster(e, p)
		all = append(all, problems...)
	}
	for _, c := range e.Certificates {
		batch := s.Certificates(e, c)
		if batch.Len() == 0 {
			all = append(all, batch.problems...)
		}
		for i := range batch.Len() {
			_, problems := batch.Page(i)
			all = append(all, problems...)
		}
	}
	return all
}
