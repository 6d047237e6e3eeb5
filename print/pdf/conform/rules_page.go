package conform

import "slices"

// slack is how far boxes may lie outside one another, in points, as their numbers are rounded to a thousandth.
const slack = 0.002

func inside(a, b [4]float64) bool {
	return a[0] >= b[0]-slack && a[1] >= b[1]-slack && a[2] <= b[2]+slack && a[3] <= b[3]+slack
}

// boxes asks for a trim box, or an art box, and for boxes that lie in one another.
func (c *checker) boxes() {
	if len(c.scan.pages) == 0 {
		c.report("catalog", "it has no pages")
	}
	for _, p := range c.scan.pages {
		media, hasMedia := p.boxes["MediaBox"]
		trim, hasTrim := p.boxes["TrimBox"]
		art, hasArt := p.boxes["ArtBox"]
		if hasArt && !hasTrim {
			trim = art
		}
		switch {
		case !hasMedia:
			c.report(p.where, "it has no MediaBox")
			continue
		case !hasTrim && !hasArt:
			c.report(p.where, "it has no TrimBox")
			continue
		case hasTrim && hasArt:
			c.report(p.where, "it has a TrimBox and an ArtBox")
		}
		if trim[2]-trim[0] <= 0 || trim[3]-trim[1] <= 0 {
			c.report(p.where, "its TrimBox is empty")
		}
		for _, key := range boxNames[1:] {
			if b, ok := p.boxes[key]; ok && !inside(b, media) {
				c.report(p.where, "its %s reaches out of the MediaBox", key)
			}
		}
		if bleed, ok := p.boxes["BleedBox"]; ok && !inside(trim, bleed) {
			c.report(p.where, "its TrimBox reaches out of the BleedBox")
		}
	}
}

func (c *checker) bleed() {
	for _, p := range c.scan.pages {
		if _, ok := p.boxes["BleedBox"]; !ok {
			c.report(p.where, "it has no BleedBox")
		}
	}
}

// upright refuses what makes a page's boxes say less than all of its size: turned pages, and points of another length.
func (c *checker) upright() {
	for _, p := range c.scan.pages {
		if c.number(p.dict["Rotate"]) != 0 {
			c.report(p.where, "it is turned by Rotate")
		}
		if p.dict["UserUnit"] != nil {
			c.report(p.where, "its points are not 1/72 inch (UserUnit)")
		}
	}
}

// eachSpace shows every colour space that pages, forms, pictures, shades and groups use.
func (c *checker) eachSpace(visit func(where string, space any)) {
	for _, d := range c.streams {
		for _, space := range d.spaces {
			visit(d.where, c.get(space))
		}
	}
	c.eachDict(func(where string, d dict) {
		if space := d["ColorSpace"]; space != nil {
			if all, ok := c.get(space).(dict); ok { // a page's resources
				for _, key := range sortedKeys(all) {
					visit(where, c.get(all[key]))
				}
			} else {
				visit(where, c.get(space))
			}
		}
		if c.name(d["S"]) == "Transparency" && d["CS"] != nil {
			visit(where, c.get(d["CS"]))
		}
	})
}

// family names a colour space.
func (c *checker) family(space any) name {
	switch o := space.(type) {
	case name:
		return o
	case array:
		if len(o) > 0 {
			return c.name(o[0])
		}
	}
	return ""
}

// colours refuses what a press would have to convert: an output intent for CMYK gives a meaning to DeviceCMYK and DeviceGray.
func (c *checker) colours() {
	for _, d := range c.streams {
		for _, what := range d.colours {
			c.report(d.where, "it sets colours by %s", what)
		}
	}
	c.eachSpace(func(where string, space any) {
		switch f := c.family(space); f {
		case "DeviceRGB":
			c.report(where, "it has colours in %s, which the output intent does not cover", f)
		case "ICCBased", "CalRGB", "CalGray", "Lab":
			c.report(where, "it has colours in %s, which a press would convert by itself", f)
		case "Indexed", "Pattern":
			if a, ok := space.(array); ok && len(a) > 1 && c.family(c.get(a[1])) != "DeviceCMYK" && c.family(c.get(a[1])) != "DeviceGray" {
				c.report(where, "it has colours in %s over %s", f, c.family(c.get(a[1])))
			}
		}
	})
}

func (c *checker) spots() {
	c.eachSpace(func(where string, space any) {
		if f := c.family(space); f == "Separation" || f == "DeviceN" {
			c.report(where, "it asks for inks of their own (%s)", f)
		}
	})
}

func (c *checker) operators() {
	for _, d := range c.streams {
		if d.err != nil {
			c.report(d.where, "its content can't be read: %v", d.err)
		}
		for _, what := range d.faults {
			c.report(d.where, "%s", what)
		}
	}
}

// eachState shows every graphics state.
func (c *checker) eachState(visit func(where string, d dict)) {
	c.eachDict(func(where string, d dict) {
		if c.name(d["Type"]) == "ExtGState" {
			visit(where, d)
		}
		all := c.dict(d["ExtGState"])
		for _, key := range sortedKeys(all) {
			visit(where, c.dict(all[key]))
		}
	})
}

func (c *checker) graphicsStates() {
	c.eachState(func(where string, d dict) {
		for _, key := range []name{"TR", "TR2"} {
			if d[key] != nil && (key == "TR" || c.name(d[key]) != "Default") {
				c.report(where, "it bends tones by %s", key)
			}
		}
		if d["HTP"] != nil {
			c.report(where, "it moves the screen by HTP")
		}
	})
}

func (c *checker) externals() {
	c.eachDict(func(where string, d dict) {
		subtype := c.name(d["Subtype"])
		switch {
		case subtype == "PS" || c.name(d["Subtype2"]) == "PS":
			c.report(where, "it is PostScript")
		case subtype == "Form" && d["Ref"] != nil:
			c.report(where, "it stands for a page of another file")
		case d["OPI"] != nil:
			c.report(where, "it stands for a picture that lies elsewhere (OPI)")
		}
	})
}

func (c *checker) alternates() {
	c.eachStream(func(where string, s stream) {
		if c.name(s.dict["Subtype"]) != "Image" {
			return
		}
		if s.dict["Alternates"] != nil {
			c.report(where, "the picture has others in its place")
		}
		if c.standard == A2b && s.dict["Interpolate"] == true {
			c.report(where, "the picture is to be smoothed")
		}
	})
}

// transparency asks every page with transparent things for a group in CMYK. A group in another space is wrong anywhere, which
// the rule colours tells.
func (c *checker) transparency() {
	transparent := map[string]bool{}
	note := func(where string, d dict) {
		for _, key := range []name{"ca", "CA"} {
			if v, ok := c.get(d[key]).(float64); ok && v < 1 {
				transparent[where] = true
			}
		}
		if mode := c.names(d["BM"]); len(mode) > 0 && mode[0] != "Normal" && mode[0] != "Compatible" {
			transparent[where] = true
		}
		if d["SMask"] != nil && c.name(d["SMask"]) != "None" {
			transparent[where] = true
		}
	}
	c.eachState(note)
	c.eachStream(func(where string, s stream) { note(where, s.dict) })
	if len(transparent) == 0 {
		return
	}
	for _, p := range c.scan.pages {
		if c.name(c.dict(p.dict["Group"])["CS"]) != "DeviceCMYK" {
			c.report(p.where, "there is transparency (%s), and no group in CMYK for it", sortedKeys(transparent)[0])
		}
	}
}

func (c *checker) annotations() {
	for _, p := range c.scan.pages {
		if len(c.array(p.dict["Annots"])) > 0 {
			c.report(p.where, "it has annotations")
		}
	}
}

func (c *checker) actions() {
	root := c.dict(c.trailer["Root"])
	if root["OpenAction"] != nil {
		c.report("catalog", "it does something when it is opened")
	}
	if c.dict(root["Names"])["JavaScript"] != nil {
		c.report("catalog", "it holds JavaScript")
	}
	c.eachDict(func(where string, d dict) {
		if d["AA"] != nil || c.name(d["S"]) == "JavaScript" || d["JS"] != nil {
			c.report(where, "it holds actions")
		}
	})
}

func (c *checker) forms() {
	if c.dict(c.trailer["Root"])["AcroForm"] != nil {
		c.report("catalog", "it holds a form to fill in")
	}
}

func (c *checker) attachments() {
	if c.dict(c.dict(c.trailer["Root"])["Names"])["EmbeddedFiles"] != nil {
		c.report("catalog", "it holds other files")
	}
	c.eachDict(func(where string, d dict) {
		if d["EF"] != nil {
			c.report(where, "it holds another file")
		}
	})
}

// layers asks for configurations with a name, without automatic states, that list all groups; and that the first, which a RIP
// reads, switches off what says of itself that it is not to be printed.
func (c *checker) layers() {
	properties := c.dict(c.dict(c.trailer["Root"])["OCProperties"])
	if properties == nil {
		return
	}
	groups := c.array(properties["OCGs"])
	c.printedLayers(groups, c.array(c.dict(properties["D"])["OFF"]))
	configurations := append(array{properties["D"]}, c.array(properties["Configs"])...)
	seen := map[string]bool{}
	for _, v := range configurations {
		d := c.dict(v)
		if d["AS"] != nil {
			c.report("layers", "what is seen depends on what is done with the file (AS)")
		}
		title, _ := c.get(d["Name"]).(str)
		if title == "" || seen[string(title)] {
			c.report("layers", "a configuration has no name of its own")
		}
		seen[string(title)] = true
		if order := c.array(d["Order"]); d["Order"] != nil && !c.covers(order, groups) {
			c.report("layers", "the order leaves a layer out")
		}
	}
}

func (c *checker) printedLayers(groups, off array) {
	for _, g := range groups {
		usage := c.dict(c.dict(c.dict(g)["Usage"])["Print"])
		if c.name(usage["PrintState"]) == "OFF" && !slices.Contains(off, g) {
			c.report("layers", "a layer that is not to be printed is on")
		}
	}
}

// covers tells whether an order, with lists in lists, names all groups.
func (c *checker) covers(order, groups array) bool {
	listed := map[any]bool{}
	var walk func(list array, depth int)
	walk = func(list array, depth int) {
		for _, v := range list {
			if r, ok := v.(ref); ok {
				listed[r] = true
			}
			if below, ok := c.get(v).(array); ok && depth < maxDepth {
				walk(below, depth+1)
			}
		}
	}
	walk(order, 0)
	for _, g := range groups {
		if !listed[g] {
			return false
		}
	}
	return true
}
