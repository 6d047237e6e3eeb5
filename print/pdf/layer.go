package pdf

import (
	"fmt"
	"strings"

	"tiengtrong/print"
)

// layers are the optional-content groups of a file (ISO 32000-1, 8.11): one for each name of a layer.
type layers []layer

type layer struct {
	name    string
	printed bool
	at      ref
}

// layer marks the items of a layer as belonging to its group.
func (c *content) layer(l *print.Layer) error {
	n := indexOf(&c.layers, l, func(m *print.Layer) bool { return m.Name == l.Name })
	c.write(fmt.Sprintf("/OC/L%d BDC\n", n))
	err := c.draw(l.Items)
	c.write("EMC\n")
	return err
}

// group returns the group of a layer, writing it where it is new.
func (all *layers) group(f *file, l *print.Layer) ref {
	for _, known := range *all {
		if known.name == l.Name {
			return known.at
		}
	}
	at := f.reserve()
	*all = append(*all, layer{l.Name, l.Print, at})
	f.object(at, fmt.Sprintf("<</Type/OCG/Name%s/Usage<</View<</ViewState/ON>>/Print<</PrintState/%[2]s>>/Export<</ExportState/%[2]s>>>>>>",
		text(l.Name), onOff(l.Print)))
	return at
}

func onOff(on bool) string {
	if on {
		return "ON"
	}
	return "OFF"
}

// properties returns the catalog's entry for the layers. What is not printed is off in the configuration that a RIP
// reads, since PDF/X-4 has no automatic states (the key AS) by which it could be on for viewers alone; the
// second configuration shows all, as does a viewer's list of layers.
func (all layers) properties() string {
	if len(all) == 0 {
		return ""
	}
	var every, off strings.Builder
	for _, l := range all {
		fmt.Fprintf(&every, "%s ", l.at)
		if !l.printed {
			fmt.Fprintf(&off, "%s ", l.at)
		}
	}
	return fmt.Sprintf("/OCProperties<</OCGs[%s]/D%s/Configs[%s]>>", &every,
		fmt.Sprintf("<</Name%s/OFF[%s]/Order[%s]>>", text("Bản in"), &off, &every),
		fmt.Sprintf("<</Name%s/Order[%s]>>", text("Có gia công"), &every))
}
