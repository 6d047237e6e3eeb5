package app

import (
	"fmt"
	"strings"
)

// What is typed once feeds everything: a ceremony, a certificate or a document that leaves a fact open has that of the
// event or of the school. The functions here say which one that is.

// Day returns the day of the event: its first, or that of its earliest ceremony where nobody has typed one.
func (e *Event) Day() Date {
	day := e.From
	for _, c := range e.Ceremonies {
		if e.From.IsZero() && !c.Date.IsZero() && (day.IsZero() || c.Date.Before(day)) {
			day = c.Date
		}
	}
	return day
}

// DayOf returns the day of a ceremony: its own, or the event's where the event has one day or one ceremony.
func (e *Event) DayOf(c Ceremony) Date {
	if c.Date.IsZero() && (len(e.Ceremonies) == 1 || e.To.IsZero() || e.To == e.From) {
		return e.From
	}
	return c.Date
}

// ChangeCeremonies changes which ceremonies the event has. One that was alone and followed the event's day keeps it when another
// joins it, and so does that one: among several in an event of several days nothing would tell when they are held.
func (e *Event) ChangeCeremonies(change func([]Ceremony) []Ceremony) {
	alone := len(e.Ceremonies) == 1
	e.Ceremonies = change(e.Ceremonies)
	if !alone || len(e.Ceremonies) < 2 || e.To.IsZero() || e.To == e.From {
		return
	}
	for i := range e.Ceremonies {
		if c := &e.Ceremonies[i]; c.Date.IsZero() {
			c.Date = e.From
		}
	}
}

// Held returns the ceremonies with the days on which they are held.
func (e *Event) Held() []Ceremony {
	list := make([]Ceremony, len(e.Ceremonies))
	for i, c := range e.Ceremonies {
		c.Date = e.DayOf(c)
		list[i] = c
	}
	return list
}

// SignedOn returns the day on which a certificate is signed: its own, or the event's.
func (e *Event) SignedOn(c Certificate) Date {
	if c.Date.IsZero() {
		return e.Day()
	}
	return c.Date
}

// DatePlace returns what stands before the date of the school's documents: what the school typed, or the name of its ward.
func (s School) DatePlace() string {
	if place := Clean(s.Place); place != "" {
		return place
	}
	ward := Clean(s.Ward)
	for _, kind := range []string{"phường ", "xã ", "thị trấn ", "đặc khu "} {
		if len(ward) > len(kind) && strings.EqualFold(ward[:len(kind)], kind) {
			return ward[len(kind):]
		}
	}
	return ward
}

// SchoolYear returns the school year, "2025 - 2026": what the school typed, or that of the event's day. A school year
// begins in August, when teachers come back.
func (e *Event) SchoolYear() string {
	if year := Clean(e.School.SchoolYear); year != "" {
		return year
	}
	day := e.Day()
	switch {
	case day.IsZero():
		return ""
	case day.Month < 8:
		return fmt.Sprintf("%d - %d", day.Year-1, day.Year)
	}
	return fmt.Sprintf("%d - %d", day.Year, day.Year+1)
}
