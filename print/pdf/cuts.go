package pdf

import (
	"sync"

	"tiengtrong/print"
)

// Cuts are the fonts that several files share, such as the certificates of a school each in a file of its own: cutting a font takes
// longer than drawing a sheet. A font holds what the files so far have used of it. The zero value is ready.
type Cuts struct {
	mutex sync.Mutex
	cuts  map[*print.Face]sharedCut
}

type sharedCut struct {
	used   runeSet
	subset subset
}

// cut returns a cut of a face with at least the runes that are used, and which it has.
func (c *Cuts) cut(face *print.Face, used *runeSet) (subset, []rune, error) {
	if c == nil {
		list := used.list()
		s, err := cut(face, list)
		return s, list, err
	}
	c.mutex.Lock()
	known := c.cuts[face]
	c.mutex.Unlock()
	if known.used.holds(used) {
		return known.subset, known.used.list(), nil
	}
	known.used.merge(used)
	list := known.used.list()
	var err error
	if known.subset, err = cut(face, list); err != nil {
		return subset{}, nil, err
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.cuts == nil {
		c.cuts = map[*print.Face]sharedCut{}
	}
	c.cuts[face] = known
	return known.subset, list, nil
}
