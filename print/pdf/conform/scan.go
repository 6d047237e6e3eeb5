package conform

import "fmt"

// scan is what one reading of the whole file notes for the rules.
type scan struct {
	refs    []ref // all objects in order
	pages   []page
	streams []drawn // content streams of pages and forms
	fonts   map[any]*font
}

// page is a page with what it inherits.
type page struct {
	where string
	dict  dict
	boxes map[name][4]float64
}

// Page tells the boxes of a page, in points: left, bottom, right, top. A box that the page does not have is zero.
type Page struct{ Media, Bleed, Trim [4]float64 }

// Pages tells the boxes of all pages.
func (f *File) Pages() (out []Page) {
	for _, p := range f.pages() {
		out = append(out, Page{p.boxes["MediaBox"], p.boxes["BleedBox"], p.boxes["TrimBox"]})
	}
	return out
}

func newScan(f *File) *scan {
	s := &scan{fonts: map[any]*font{}, refs: sortedKeys(f.places), pages: f.pages()}
	for _, r := range s.refs {
		f.get(r)
	}
	seen := map[ref]bool{}
	for _, p := range s.pages {
		var contents []any
		if list, ok := f.get(p.dict["Contents"]).(array); ok {
			contents = list
		} else if p.dict["Contents"] != nil {
			contents = []any{p.dict["Contents"]}
		}
		var data []byte
		var broken error
		for _, part := range contents {
			b, err := f.content(part)
			if err != nil {
				broken = err
			}
			data = append(append(data, b...), '\n')
		}
		s.draw(f, p.where, f.dict(p.dict["Resources"]), data, broken, seen)
	}
	return s
}

// draw reads a content stream and those of the forms that it may draw.
func (s *scan) draw(f *File, where string, resources dict, data []byte, err error, seen map[ref]bool) {
	d := drawn{where: where, resources: resources, err: err}
	if err == nil {
		d.read(f, data, s.fonts)
	}
	s.streams = append(s.streams, d)
	objects := f.dict(resources["XObject"])
	for _, key := range sortedKeys(objects) {
		r, ok := objects[key].(ref)
		form, isStream := f.get(r).(stream)
		if !ok || !isStream || seen[r] || f.name(form.dict["Subtype"]) != "Form" {
			continue
		}
		seen[r] = true
		data, err := f.content(r)
		s.draw(f, fmt.Sprintf("form %d", r), f.dict(form.dict["Resources"]), data, err, seen)
	}
}

// boxNames are those that pages may have; the first two they inherit.
var boxNames = []name{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"}

// pages walks the page tree.
func (f *File) pages() []page {
	var out []page
	root := f.dict(f.trailer["Root"])
	seen := map[ref]bool{}
	var walk func(node any, inherited dict)
	walk = func(node any, inherited dict) {
		if r, ok := node.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.dict(node)
		below := dict{}
		for _, key := range []name{"MediaBox", "CropBox", "Resources", "Rotate"} {
			if v, ok := d[key]; ok {
				below[key] = v
			} else if v, ok := inherited[key]; ok {
				below[key] = v
			}
		}
		if kids := f.array(d["Kids"]); kids != nil {
			for _, kid := range kids {
				walk(kid, below)
			}
			return
		}
		if f.name(d["Type"]) == "Page" {
			out = append(out, f.page(len(out)+1, d, below))
		}
	}
	walk(root["Pages"], nil)
	return out
}

func (f *File) page(number int, own, inherited dict) page {
	p := page{where: fmt.Sprintf("page %d", number), dict: dict{}, boxes: map[name][4]float64{}}
	for k, v := range inherited {
		p.dict[k] = v
	}
	for k, v := range own {
		p.dict[k] = v
	}
	for _, key := range boxNames {
		if a := f.array(p.dict[key]); len(a) == 4 {
			x0, y0, x1, y1 := f.number(a[0]), f.number(a[1]), f.number(a[2]), f.number(a[3])
			p.boxes[key] = [4]float64{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
		}
	}
	return p
}
