package app

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Order is how certificates are sorted for handing out.
type Order string

// The orders. The zero value is that of the list.
const (
	ByList  Order = "list"
	ByClass Order = "class" // then by name
	OnStage Order = "stage" // as they are called: see Recipient.Call
	ByName  Order = "name"  // tên, đệm, họ
)

// Orders lists the orders in which people choose from them.
var Orders = []Order{ByList, ByClass, OnStage, ByName}

// SortRecipients orders recipients by class, then by name.
func SortRecipients(list []*Recipient) {
	sorted := make([]*Recipient, len(list))
	for i, from := range Arrange(list, ByClass, DictionaryTones) {
		sorted[i] = list[from]
	}
	copy(list, sorted)
}

// Arrange returns the places of recipients in their list, in the order of handing out. The list and its numbers stay as
// they are.
func Arrange(list []*Recipient, by Order, tones Tones) []int {
	places := make([]int, len(list))
	for i := range places {
		places[i] = i
	}
	var before func(a, b *sortKey) int
	switch by {
	case ByClass:
		before = func(a, b *sortKey) int { return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.name, b.name)) }
	case OnStage:
		before = func(a, b *sortKey) int {
			return cmp.Or(cmp.Compare(a.call, b.call), cmp.Compare(a.award, b.award), cmp.Compare(a.class, b.class), cmp.Compare(a.name, b.name))
		}
	case ByName:
		before = func(a, b *sortKey) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.class, b.class)) }
	default:
		return places
	}
	keys := sortKeys(list, tones)
	slices.SortStableFunc(places, func(i, j int) int { return before(&keys[i], &keys[j]) })
	return places
}

// sortKey is what recipients are sorted by: places among the classes and awards of the list, and a name's key.
type sortKey struct {
	class, award, call int
	name               string
}

func sortKeys(list []*Recipient, tones Tones) []sortKey {
	classes := ranked(list, func(r *Recipient) string { return r.Class }, CompareClasses)
	awards := ranked(list, func(r *Recipient) string { return r.Award }, func(a, b string) int { return cmp.Compare(awardRank(a), awardRank(b)) })
	keys := make([]sortKey, len(list))
	for i, r := range list {
		keys[i] = sortKey{classes[r.Class], awards[r.Award], r.Call, tones.nameKey(r.Name)}
		if r.Call <= 0 {
			keys[i].call = math.MaxInt
		}
	}
	return keys
}

// ranked numbers the different texts of a list in their order; those that are equal in it keep that of the list.
func ranked(list []*Recipient, text func(*Recipient) string, compare func(a, b string) int) map[string]int {
	rank := map[string]int{}
	var texts []string
	for _, r := range list {
		if _, known := rank[text(r)]; !known {
			rank[text(r)] = 0
			texts = append(texts, text(r))
		}
	}
	slices.SortStableFunc(texts, compare)
	for i, t := range texts {
		rank[t] = i
	}
	return rank
}

// awardRanks are the words that tell how high an award is, from the highest; the usual titles of schools and contests.
var awardRanks = [][]string{
	{"dac biet"},
	{"xuat sac", "giai nhat", "hang nhat", "huy chuong vang"},
	{"gioi", "tieu bieu", "giai nhi", "hang nhi", "huy chuong bac"},
	{"giai ba", "hang ba", "huy chuong dong"},
	{"khuyen khich"},
}

// awardRank returns how far down an award stands. One that has none of the words comes last.
func awardRank(award string) int {
	fold := Fold(award)
	for rank, words := range awardRanks {
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(fold, w) }) {
			return rank
		}
	}
	return len(awardRanks)
}
