package app

// Edge is how the edges of a banner are made.
type Edge string

// The edges that shops make.
const (
	UsualEdge  Edge = ""       // as is usual for the kind of banner
	CutEdge    Edge = "cut"    // cut at the finished size
	HemEdge    Edge = "hem"    // folded behind and welded: dán biên
	PocketEdge Edge = "pocket" // pole pockets at the two short edges, hems at the long ones: xỏ cây
	FrameEdge  Edge = "frame"  // left wider, to be folded around a frame: chừa biên căng khung
)

// Edges lists the edges in the order in which people choose from them.
var Edges = []Edge{UsualEdge, CutEdge, HemEdge, PocketEdge, FrameEdge}

// Choice is a yes or no that may be left to what is usual.
type Choice string

// The choices.
const (
	Usual Choice = ""
	Yes   Choice = "yes"
	No    Choice = "no"
)

// Finish is how a banner is made ready to be hung. What is left open is as is usual for its kind.
type Finish struct {
	Edge     Edge   `json:"edge,omitempty"`
	Eyelets  Choice `json:"eyelets,omitempty"`
	Material string `json:"material,omitempty"` // code of one of the shop's
}

// usualFinishes are what shops do unless they are told otherwise.
var usualFinishes = map[BannerKind]Finish{
	BangRon:  {HemEdge, Yes, "hiflex"},
	Backdrop: {FrameEdge, No, "hiflex"},
	Standee:  {CutEdge, No, "pp"},
	Phuon:    {PocketEdge, No, "hiflex"},
}

// Finishing returns the banner's finish with nothing left open.
func (b Banner) Finishing() Finish {
	usual, ok := usualFinishes[b.Kind]
	if !ok {
		usual = usualFinishes[BangRon]
	}
	f := b.Finish
	switch f.Edge {
	case CutEdge, HemEdge, PocketEdge, FrameEdge:
		if f.Edge != usual.Edge && f.Eyelets == Usual {
			usual.Eyelets = No
			if f.Edge == HemEdge {
				usual.Eyelets = Yes // what is hemmed is tied to something
			}
		}
	default:
		f.Edge = usual.Edge
	}
	if f.Eyelets != Yes && f.Eyelets != No {
		f.Eyelets = usual.Eyelets
	}
	if f.Material == "" {
		f.Material = usual.Material
	}
	return f
}
