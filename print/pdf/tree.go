package pdf

import (
	"fmt"
	"strings"
)

// branch is how many children a node of the page tree has at most.
const branch = 256

// tree is the page tree. Its lowest nodes get their numbers as pages come; all nodes are written at the end.
type tree struct {
	leaves []node
	pages  int
}

// node is a page (of which only the number is kept) or the part of the tree above pages.
type node struct {
	at    ref
	kids  []ref
	pages int
}

// add takes a page and returns its parent.
func (t *tree) add(f *file, page ref) (parent ref) {
	if t.pages%branch == 0 {
		t.leaves = append(t.leaves, node{at: f.reserve()})
	}
	t.pages++
	leaf := &t.leaves[len(t.leaves)-1]
	leaf.kids = append(leaf.kids, page)
	leaf.pages++
	return leaf.at
}

// write writes the nodes, level by level, and returns the root.
func (t *tree) write(f *file) ref {
	if len(t.leaves) == 0 {
		t.leaves = []node{{at: f.reserve()}}
	}
	level := t.leaves
	for len(level) > 1 {
		var above []node
		for i, n := range level {
			if i%branch == 0 {
				above = append(above, node{at: f.reserve()})
			}
			up := &above[len(above)-1]
			up.kids = append(up.kids, n.at)
			up.pages += n.pages
			n.write(f, fmt.Sprintf("/Parent %s", up.at))
		}
		level = above
	}
	level[0].write(f, "")
	return level[0].at
}

func (n node) write(f *file, parent string) {
	kids := make([]string, len(n.kids))
	for i, k := range n.kids {
		kids[i] = k.String()
	}
	f.object(n.at, fmt.Sprintf("<</Type/Pages%s/Count %d/Kids[%s]>>", parent, n.pages, strings.Join(kids, " ")))
}
