package app

import (
	"reflect"
	"strings"
	"testing"
)

func TestFindFolded(t *testing.T) {
	for _, c := range []struct {
		text, words string
		at, length  int
	}{
		{"Học, học nữa, học mãi", "NUA", 9, 3}, {"Đọc sách\nmỗi ngày", "sach moi", 4, 8}, {"Đọc", "doc", 0, 3},
		{"Trường Tiểu học", "đại học", -1, 0}, {"Trường", "", -1, 0}, {"", "a", -1, 0},
	} {
		if at, length := FindFolded(c.text, c.words); at != c.at || length != c.length {
			t.Errorf("%q in %q: %d, %d, want %d, %d", c.words, c.text, at, length, c.at, c.length)
		}
	}
}

// Every field for words that people fill is found: each string of the event is set to a mark of its own by reflection.
func TestTextsMissesNone(t *testing.T) {
	e := sound()
	e.Asks = []Ask{{ID: NewID(), Audience: "a", Points: []string{"b"}}}
	codes := map[string]bool{ // codes, names of files and what no field shows
		"Level": true, "Logo": true, "Venue": true, "Crew": true, "Lang": true, "Style": true, "Kind": true, "Artwork": true, "Status": true,
		"Edge": true, "Eyelets": true, "Material": true, "Part": true, "Sign": true, "Scan": true,
	}
	var marks []string
	var mark func(v reflect.Value, name string)
	mark = func(v reflect.Value, name string) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.Name != "Shop" && !codes[f.Name] {
					mark(v.Field(i), f.Name)
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				mark(v.Index(i), name)
			}
		case reflect.String:
			marks = append(marks, name+"#"+strings.Repeat("x", len(marks)))
			v.SetString(marks[len(marks)-1])
		}
	}
	for _, list := range []any{&e.School, &e.Ceremonies, &e.Slogans, &e.Asks, &e.Banners, &e.Posters, &e.Certificates} {
		mark(reflect.ValueOf(list).Elem(), "")
	}
	all := ""
	for text := range e.Texts() {
		all += text.Text + "\n"
	}
	for _, m := range marks {
		if !strings.Contains(all, m+"\n") && !strings.Contains(all, m+",") {
			t.Errorf("%s is not among the texts", m[:strings.Index(m, "#")])
		}
	}
}
