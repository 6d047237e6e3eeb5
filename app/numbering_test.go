package app

import "testing"

// BenchmarkCheckOfMany proofreads 100,000 recipients: with provisional numbers, and with issued ones.
func BenchmarkCheckOfMany(b *testing.B) {
	e := schoolWith("{số:3}/{năm}")
	e.Rosters[0].Recipients = people(100_000)
	check := func(b *testing.B) {
		for b.Loop() {
			Check(e)
		}
	}
	b.Run("provisional", check)
	mustIssue(e)
	b.Run("issued", check)
}

// BenchmarkNumbers looks up the numbers of 100,000 recipients as a batch does.
func BenchmarkNumbers(b *testing.B) {
	e := schoolWith("{số:3}/{năm}")
	e.Rosters[0].Recipients = people(100_000)
	mustIssue(e)
	for b.Loop() {
		n := e.Numbering(e.Certificates[0])
		for i, r := range e.Rosters[0].Recipients {
			n.Of(i, r)
		}
	}
}
