package print

import "testing"

// A trial bears its mark under what each sheet says, and whatever it is a trial of stays as it was.
func TestTrialIsMarked(t *testing.T) {
	e, cert := pupils(3)
	s := studio(t)
	for name, b := range map[string]*Batch{"sheet": s.Certificates(e, cert), "blank": s.Imprints(e, cert)} {
		before := len(b.Blank().Items)
		page := s.Trial(b.Blank())
		var mark string
		box := Rect{X: page.Trim.W}
		for _, item := range page.Items[before:] {
			text := item.(*Text)
			mark += text.String
			box.X = min(box.X, text.At.X)
			if !text.Outlined || text.At.X < 0 || text.At.Y > page.Trim.H {
				t.Errorf("%s: the mark lies at %v", name, text.At)
			}
		}
		if mark != trialWords || box.X > page.Trim.W*0.15 {
			t.Errorf("%s: the mark is %q from %.0f mm on", name, mark, box.X)
		}
		if len(b.Blank().Items) != before {
			t.Errorf("%s: the design was marked", name)
		}
	}
}
