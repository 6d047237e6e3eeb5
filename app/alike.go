package app

import (
	"slices"
	"strconv"
	"strings"
)

// The ways in which two recipients may be one person, the surest first; the sentence for people is the phrase
// "alike.KIND".
const (
	AlikeSame   = "same"   // name, class and birthday are the same
	AlikeMarks  = "marks"  // in one class, the names differ in tones or other marks: Hoa, Hoà
	AlikeClass  = "class"  // name and birthday are the same, the class is another
	AlikeBorn   = "born"   // name and class are the same, the birthday is another
	AlikeWord   = "word"   // class and birthday are the same, the names differ in their middle: Lê Hoa, Lê Thị Hoa
	AlikeLetter = "letter" // in one class, the names differ in one letter: Quyên, Quyn
	AlikeName   = "name"   // the name is the same, the class is another; told by Reimport alone
)

// Duplicate is a pair of recipients that may be one person.
type Duplicate struct {
	Kind    string
	A, B    *Recipient // A stands above B
	Differs []string   // the fields in which they differ, in the order of RosterColumns; empty where nothing tells them apart
}

// Duplicates pairs each recipient with the one above that is most alike, where one is alike at all.
func Duplicates(list []*Recipient) []Duplicate {
	var found []Duplicate
	above := make([]index, len(likenesses))
	for i := range above {
		above[i] = index{}
	}
	for _, r := range list {
		p, paired := newPerson(r), false
		for i, l := range likenesses {
			keys := l.keys(p)
			if !paired {
				if other, _ := above[i].alike(keys, l, p); other != nil {
					found = append(found, Duplicate{l.kind, other.Recipient, r, Differences(other.Recipient, r)})
					paired = true
				}
			}
			above[i].add(keys, p)
		}
	}
	return found
}

// person is a recipient with what of it is compared.
type person struct {
	*Recipient
	name   string // in lower case, without punctuation: H'Hen and H’ Hen are one
	folded string
	class  string // folded, without spaces: "5 A" is "5a"
	born   string
}

func newPerson(r *Recipient) *person {
	return &person{r, plainWords(strings.ToLower(r.Name)), plainWords(Fold(r.Name)), strings.ReplaceAll(Fold(r.Class), " ", ""), r.Born.String()}
}

// likeness is one way in which two may be one person: they share a key and agree.
type likeness struct {
	kind  string
	keys  func(p *person) []string
	agree func(a, b *person) bool
}

var likenesses = []likeness{
	{AlikeSame, func(p *person) []string { return []string{key(p.name, p.class, p.born)} }, always},
	{AlikeMarks, func(p *person) []string { return dated(p, key(p.folded, p.class)) }, bornAgree},
	{AlikeClass, func(p *person) []string { return known(p.born, key(p.folded, p.born)) }, always},
	{AlikeBorn, func(p *person) []string { return []string{key(p.name, p.class)} }, always},
	{AlikeWord, func(p *person) []string { return known(p.born, key(ends(p.folded), p.class, p.born)) }, always},
	{AlikeLetter, func(p *person) []string { return dated(p, lessOneWord(p)...) }, func(a, b *person) bool {
		return bornAgree(a, b) && oneLetterApart([]rune(a.folded), []rune(b.folded))
	}},
}

// sameName is the weakest likeness: two lists of one school speak of one person, one list may well hold two.
var sameName = likeness{AlikeName, func(p *person) []string { return dated(p, p.name) }, bornAgree}

func always(*person, *person) bool { return true }

// bornAgree tells whether the birthdays don't speak against a and b being one.
func bornAgree(a, b *person) bool { return a.born == b.born || a.born == "" || b.born == "" }

func key(parts ...string) string { return strings.Join(parts, "\x00") }

// known returns the key where the list tells the birthday.
func known(born, key string) []string {
	if born == "" {
		return nil
	}
	return []string{key}
}

// dated returns each key twice: with the birthday, so that few share it, and without, for who has none.
func dated(p *person, keys ...string) []string {
	out := make([]string, 0, 2*len(keys))
	for _, k := range keys {
		out = append(out, key(k, p.born), key(k, "any"))
	}
	return out
}

// ends returns the first and the last word of a name.
func ends(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	return words[0] + " " + words[len(words)-1]
}

// lessOneWord returns a key for each word of the name, made of the others: names one letter apart share one. A text of
// more words than any name has gives none.
func lessOneWord(p *person) []string {
	const longest = 20
	words := strings.Fields(p.folded)
	if len(words) > longest {
		return nil
	}
	keys := make([]string, len(words))
	for i, word := range words {
		words[i] = "*"
		keys[i] = key(strings.Join(words, " "), p.class)
		words[i] = word
	}
	return keys
}

// oneLetterApart tells whether one letter put in, left out or taken for another makes b of a.
func oneLetterApart(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	same := 0
	for same < len(a) && a[same] == b[same] {
		same++
	}
	switch len(b) - len(a) {
	case 0:
		return same < len(a) && slices.Equal(a[same+1:], b[same+1:])
	case 1:
		return slices.Equal(a[same:], b[same+1:])
	}
	return false
}

// index finds people by the keys of one likeness.
type index map[string][]*person

// crowd is how many people an index keeps under one key. Where so many share one, as in a list that tells neither
// classes nor birthdays, likeness says nothing, and comparing all with all would take hours.
const crowd = 64

func (x index) add(keys []string, p *person) {
	for _, k := range keys {
		if list := x[k]; len(list) < crowd {
			x[k] = append(list, p)
		}
	}
}

// alike returns the first person of the keys who is like p, and whether it is the only one.
func (x index) alike(keys []string, l likeness, p *person) (first *person, only bool) {
	for _, k := range keys {
		for _, other := range x[k] {
			switch {
			case other == first || !l.agree(other, p):
			case first != nil:
				return first, false
			default:
				first = other
			}
		}
	}
	return first, first != nil
}

// Differences lists the fields in which two recipients differ, in the order of RosterColumns.
func Differences(a, b *Recipient) []string {
	var fields []string
	for _, c := range RosterColumns {
		if a.Text(c.Field) != b.Text(c.Field) {
			fields = append(fields, c.Field)
		}
	}
	return fields
}

// Text returns what the recipient has in a field of RosterColumns, a birthday as Date.Short writes it; "" in fields
// that only lists have, such as the number or the parts of a name.
func (r *Recipient) Text(field string) string {
	switch field {
	case FieldName:
		return r.Name
	case FieldClass:
		return r.Class
	case FieldBorn:
		return r.Born.Short()
	case FieldGender:
		return string(r.Gender)
	case FieldAward:
		return r.Award
	case FieldCitation:
		return r.Citation
	case FieldCall:
		if r.Call > 0 {
			return strconv.Itoa(r.Call)
		}
	}
	return ""
}
