package app

import (
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	for link, want := range map[string]string{
		"": "", "https://thuvien.example.edu.vn/hoc-lieu-mo": "", "http://a.vn": "", " https://a.vn ": "",
		"thuvien.edu.vn": "link-not-web", "ftp://a.vn": "link-not-web", "javascript:alert(1)": "link-not-web", "https://": "link-not-web",
		"https://a b.vn/": "link-not-web", "https://a.vn/" + strings.Repeat("x", 140): "link-too-long",
	} {
		e := NewEvent()
		p := NewPoster("Tranh", "Đọc sách")
		p.Link = link
		e.Posters = []Poster{p}
		got := ""
		for _, problem := range Check(e) {
			if strings.HasPrefix(problem.Code, "link-") {
				got += problem.Code
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", link, got, want)
		}
	}
}
