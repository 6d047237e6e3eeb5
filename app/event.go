// Package app holds the event that a school plans, and the history of its edits. It knows nothing of
// windows and nothing of paper.
package app

import (
	"slices"

	"github.com/google/uuid"
)

// ID identifies a thing in an event for as long as the thing lives, through renaming and reordering.
type ID = uuid.UUID

// NewID returns a fresh ID.
func NewID() ID { return uuid.New() }

// Event is one document: everything that a school prepares for one occasion. A published Event is never
// changed; edits go through Document.Edit, which hands out a clone.
type Event struct {
	ID           ID            `json:"id"`
	Title        string        `json:"title"` // "Tuần lễ hưởng ứng học tập suốt đời năm 2025"
	Theme        string        `json:"theme"` // the official theme, verbatim
	Basis        string        `json:"basis"` // the dispatch that asks for the event, "Công văn số …"
	From         Date          `json:"from"`
	To           Date          `json:"to"`
	School       School        `json:"school"`
	Ceremonies   []Ceremony    `json:"ceremonies"`
	Slogans      []Slogan      `json:"slogans"`
	Asks         []Ask         `json:"asks"`
	Posters      []Poster      `json:"posters"`
	Banners      []Banner      `json:"banners"`
	Certificates []Certificate `json:"certificates"`
	Shop         Shop          `json:"shop,omitzero"` // the print shop, where the school has told; see Printer
	Rosters      []*Roster     `json:"-"`             // shared between versions; changed only through EditRoster
	Images       []*Image      `json:"-"`             // shared between versions; never changed once added
	Register     *Register     `json:"-"`             // shared between versions; nil where no number was given
}

// School is the organiser. Its fields feed the heading of every sheet that the event prints.
type School struct {
	Name       string    `json:"name"`       // "Trường Tiểu học Lê Hồng Phong"
	Parent     string    `json:"parent"`     // the agency above, "UBND phường Phù Liễn"
	Ward       string    `json:"ward"`       // "phường Phù Liễn"
	City       string    `json:"city"`       // "thành phố Hải Phòng"
	Place      string    `json:"place"`      // before a document's date: "Phù Liễn"
	Code       string    `json:"code"`       // in document numbers, "THLHP"
	Level      Level     `json:"level"`      // decides which award titles are in force
	SchoolYear string    `json:"schoolYear"` // "2025 - 2026"
	Head       Signatory `json:"head"`       // who signs for the school
	Logo       string    `json:"logo"`       // name of an Image, or ""
}

// Level is a level of schooling.
type Level string

// The levels of schooling.
const (
	Preschool Level = "preschool"
	Primary   Level = "primary"
	LowerSec  Level = "lower-secondary"
	UpperSec  Level = "upper-secondary"
	OtherEdu  Level = "other"
)

// Levels lists the levels in the order in which people choose from them.
var Levels = []Level{Preschool, Primary, LowerSec, UpperSec, OtherEdu}

// Signatory is who signs, and in what capacity. A deputy signs "KT. HIỆU TRƯỞNG" over "PHÓ HIỆU
// TRƯỞNG": For holds the first line and Title the second.
type Signatory struct {
	For   string `json:"for,omitempty"`
	Title string `json:"title"` // "HIỆU TRƯỞNG"
	Name  string `json:"name"`
}

// Image is a picture that belongs to the event, with the bytes of the file that the user gave.
type Image struct {
	Name string // unique in the event: "tranh-thu-vien.png"
	Data []byte
}

// NewEvent returns an empty event with an identity.
func NewEvent() *Event { return &Event{ID: NewID()} }

// Clone returns a copy that can be changed without e noticing. Rosters and images are shared: they are
// immutable, and EditRoster replaces the one that it changes.
func (e *Event) Clone() *Event {
	c := *e
	c.Ceremonies = cloneEach(e.Ceremonies, Ceremony.clone)
	c.Slogans = cloneEach(e.Slogans, Slogan.clone)
	c.Asks = cloneEach(e.Asks, Ask.clone)
	c.Posters = slices.Clone(e.Posters)
	c.Banners = slices.Clone(e.Banners)
	c.Certificates = cloneEach(e.Certificates, Certificate.clone)
	c.Shop = e.Shop.clone()
	c.Rosters = slices.Clone(e.Rosters)
	c.Images = slices.Clone(e.Images)
	return &c
}

// cloneEach copies a slice and each of its elements; nil stays nil.
func cloneEach[T any](list []T, clone func(T) T) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(list))
	for i, v := range list {
		out[i] = clone(v)
	}
	return out
}

// Identified is what lists of an event hold: things with an ID.
type Identified interface{ Identity() ID }

// Find returns the thing of list with the given ID, to be read or changed in place, or nil.
func Find[T Identified](list []T, id ID) *T {
	if i := Index(list, id); i >= 0 {
		return &list[i]
	}
	return nil
}

// Index returns the place of the thing with the given ID in list, or -1.
func Index[T Identified](list []T, id ID) int {
	return slices.IndexFunc(list, func(v T) bool { return v.Identity() == id })
}

// Remove returns list without the things with the given IDs.
func Remove[T Identified](list []T, ids ...ID) []T {
	gone := map[ID]bool{}
	for _, id := range ids {
		gone[id] = true
	}
	return slices.DeleteFunc(list, func(v T) bool { return gone[v.Identity()] })
}

// Move returns list with the thing with the given ID moved by delta places, stopping at the ends.
func Move[T Identified](list []T, id ID, delta int) []T {
	from := Index(list, id)
	if from < 0 {
		return list
	}
	to := min(max(from+delta, 0), len(list)-1)
	v := list[from]
	list = slices.Delete(list, from, from+1)
	return slices.Insert(list, to, v)
}

// InsertAfter returns list with v placed after the thing with the given ID, or at the end.
func InsertAfter[T Identified](list []T, id ID, v T) []T {
	i := Index(list, id)
	if i < 0 {
		return append(list, v)
	}
	return slices.Insert(list, i+1, v)
}

// Image returns the picture of that name, or nil.
func (e *Event) Image(name string) *Image {
	for _, im := range e.Images {
		if im.Name == name {
			return im
		}
	}
	return nil
}
