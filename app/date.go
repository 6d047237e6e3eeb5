package app

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a day in the civil calendar, without a zone. The zero Date means "not set".
type Date struct{ Year, Month, Day int }

// DateOf returns the civil day of t in t's own zone.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// ParseDate reads "2025-10-01", the form of the file and of the command line, or the forms that
// people write: "1/10/2025", "01-10-2025", "1.10.2025", day first. An empty text is the zero Date.
func ParseDate(text string) (Date, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return Date{}, nil
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 {
		return Date{}, fmt.Errorf("not a date: %q", text)
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil {
			return Date{}, fmt.Errorf("not a date: %q", text)
		}
		n[i] = v
	}
	d := Date{n[2], n[1], n[0]}
	if len(strings.TrimSpace(parts[0])) == 4 {
		d = Date{n[0], n[1], n[2]}
	}
	if !d.Valid() {
		return Date{}, fmt.Errorf("no such day: %q", text)
	}
	return d, nil
}

// Valid tells whether d is a day that exists, in the years 1900 to 2199.
func (d Date) Valid() bool {
	return d.Year >= 1900 && d.Year < 2200 && DateOf(d.Time()) == d
}

// IsZero tells whether d is not set.
func (d Date) IsZero() bool { return d == Date{} }

// Time returns midnight UTC at the start of d.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Before tells whether d comes before other.
func (d Date) Before(other Date) bool { return d.Time().Before(other.Time()) }

// AddDays returns the day n days after d.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// DaysUntil counts the days from d to other; it is negative when other comes first.
func (d Date) DaysUntil(other Date) int {
	return int(other.Time().Sub(d.Time()).Hours() / 24)
}

// String writes d as ISO 8601, "2025-10-01"; the zero Date is "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Short writes d as people in Vietnam do in tables: "01/10/2025".
func (d Date) Short() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)
}

// Long writes d as an administrative document does, "ngày 01 tháng 10 năm 2025": days below ten and
// the months January and February carry a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4).
func (d Date) Long() string {
	if d.IsZero() {
		return "ngày … tháng … năm ……"
	}
	month := strconv.Itoa(d.Month)
	if d.Month < 3 {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.Day, month, d.Year)
}

// MarshalText writes d as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}

// Clock is a time of day in minutes after midnight; NoClock means "not set".
type Clock int

// NoClock is the Clock that is not set.
const NoClock Clock = -1

// ParseClock reads "07:30", "7:30", "7h30", "7 giờ 30" or "7h". An empty text is NoClock.
func ParseClock(text string) (Clock, error) {
	s := strings.ToLower(strings.TrimSpace(text))
	if s == "" {
		return NoClock, nil
	}
	s = strings.NewReplacer("giờ", ":", "h", ":", "g", ":", ".", ":", " ", "", "phút", "").Replace(s)
	hour, minute, _ := strings.Cut(s, ":")
	h, err := strconv.Atoi(hour)
	m := 0
	if err == nil && minute != "" {
		m, err = strconv.Atoi(minute)
	}
	if err != nil || h < 0 || h > 23 || m < 0 || m > 59 {
		return NoClock, fmt.Errorf("not a time of day: %q", text)
	}
	return Clock(h*60 + m), nil
}

// String writes c as "07:30"; NoClock is "". A ceremony that runs past midnight goes on from 00:00.
func (c Clock) String() string {
	if c < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", int(c)/60%24, int(c)%60)
}

// MarshalText writes c as String does.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (c *Clock) UnmarshalText(text []byte) (err error) {
	*c, err = ParseClock(string(text))
	return err
}
