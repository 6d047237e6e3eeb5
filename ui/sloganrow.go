package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// sloganRow is one slogan in the list.
type sloganRow struct {
	fynewidget.BaseWidget
	text, about *widget.Words
	used        *widget.Chip
	box         fyne.CanvasObject
}

func newSloganRow() fyne.CanvasObject {
	r := &sloganRow{
		text:  widget.NewWords("", widget.Look{Bold: true, Wrap: true}),
		about: widget.NewWords("", widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted}),
		used:  widget.NewChip("", widget.Good),
	}
	line := container.NewBorder(nil, nil, nil, r.used, r.about)
	r.box = widget.Inset(widget.Column(3, r.text, line), 10, 14)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer belongs to fyne.Widget.
func (r *sloganRow) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(r.box) }

func (r *sloganRow) set(w *Window, e *app.Event, s app.Slogan, officials []app.Slogan) {
	text := s.Text
	if text == "" {
		text = w.say("slogan.untitled")
	}
	r.text.SetText(text)
	source := s.Source
	if s.Year != 0 && !strings.Contains(source, yearOf(s)) {
		source = joined(" · ", yearOf(s), source)
	}
	if source == "" {
		source = w.say("slogan.no-source")
	}
	r.about.SetText(joined("  #", source, strings.Join(s.Tags, " #")))
	used, tone := "", widget.Good
	if n := len(e.UsesOf(s)); n > 0 {
		used = w.say("slogans.used", "count", fmt.Sprint(n))
	}
	if app.Misquoted(s.Text, officials) != nil {
		used, tone = w.say("slogans.near"), widget.Warn
	}
	r.used.Set(used, tone)
}

// tagFilter offers the tags of slogans; one that is chosen shows only those that bear it.
type tagFilter struct {
	box    *fyne.Container
	chosen string
	shown  []string
	change func()
}

func newTagFilter(change func()) *tagFilter {
	return &tagFilter{box: container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 6)), change: change}
}

// show offers the tags of a list, in the order in which they stand there.
func (t *tagFilter) show(list []app.Slogan) {
	var tags []string
	for _, s := range list {
		for _, tag := range s.Tags {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	if key := append(slices.Clone(tags), t.chosen); !slices.Equal(key, t.shown) {
		t.shown = key
		t.box.Objects = nil
		for _, tag := range tags {
			tone := widget.Quiet
			if tag == t.chosen {
				tone = widget.Golden
			}
			t.box.Add(widget.NewTap(widget.NewChip("#"+tag, tone), 10, func() { t.toggle(tag) }))
		}
		t.box.Refresh()
	}
}

func (t *tagFilter) toggle(tag string) {
	if t.chosen == tag {
		tag = ""
	}
	t.chosen = tag
	t.change()
}

// wording shows where the text of a field departs from an official one, and offers to mend it.
func wording[T any](f *form[T], field string, officials func(*app.Event) []app.Slogan, at func(*T) *string) fyne.CanvasObject {
	w, box := f.w, widget.Column(4)
	f.shows = append(f.shows, func(t *T) {
		had := len(box.Objects)
		box.Objects = nil
		if official := app.Misquoted(*at(t), officials(w.doc.Event())); official != nil {
			title := widget.NewWords(joined(" – ", w.say("slogans.near-title"), official.Source), widget.Look{Bold: true, Wrap: true, Color: theme.ColorNameWarning})
			mend := button(w.say("slogans.mend"), false, func() { f.edit(field, func(t *T) { *at(t) = official.Text }) })
			box.Add(widget.Surface(widget.ColorWarnSoft, "", 8, widget.Inset(widget.Column(6, title, comparedText(*at(t), official.Text), mend), 8, 10)))
		}
		box.Refresh()
		f.grew = f.grew || had != len(box.Objects)
	})
	return box
}

// comparedText is a text with what is not in the official one struck red, and what it lacks in green.
func comparedText(text, official string) fyne.CanvasObject {
	rich := fynewidget.NewRichText()
	rich.Wrapping = fyne.TextWrapWord
	for _, c := range app.CompareWording(text, official) {
		style := fynewidget.RichTextStyle{Inline: true, ColorName: theme.ColorNameForeground}
		word := c.Word + " "
		switch c.Side {
		case app.OnlyHere:
			style.ColorName, style.TextStyle.Bold, word = theme.ColorNameError, true, "["+c.Word+"] "
		case app.OnlyOfficial:
			style.ColorName, style.TextStyle.Bold, word = theme.ColorNameSuccess, true, "+"+c.Word+" "
		}
		rich.Segments = append(rich.Segments, &fynewidget.TextSegment{Text: word, Style: style})
	}
	return rich
}

// heads are the heads of the columns in which slogans are copied.
func (p *slogansPage) heads() []string {
	return p.w.heads("field.slogan-text", "field.slogan-source", "field.slogan-year", "field.slogan-lang", "field.slogan-tags")
}

func (p *slogansPage) copied(all bool) [][]string {
	e := p.w.doc.Event()
	row := func(s app.Slogan) []string {
		return []string{s.Text, s.Source, yearOf(s), p.w.say("slogan-lang." + s.Lang), listed(s.Tags)}
	}
	if !all {
		if s := p.edit.current(e); s != nil {
			return [][]string{row(*s)}
		}
		return nil
	}
	rows := [][]string{p.heads()}
	for _, i := range p.found {
		rows = append(rows, row(e.Slogans[i]))
	}
	return rows
}
