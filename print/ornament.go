package print

// canvas is what an ornament draws on.
type canvas struct {
	trim, bleed Rect
	style       Style
	u           MM   // a design millimetre: the ornaments are drawn for a shorter side of 210
	keepOut     Rect // ground only, such as the place of flags and bust; empty where there is none
	words       Rect // where the words stand
	art         Rect // the picture's place, where there is one
	display     *Face
}

// line returns the width of a line that is w design millimetres wide; none is thinner than presses hold, 0.2 mm.
func (c canvas) line(w MM) MM { return max(0.2, w*c.u) }

// across returns the picture's place widened to the whole sheet: the land goes on beside it.
func (c canvas) across() Rect { return Rect{c.bleed.X, c.art.Y, c.bleed.W, c.art.H} }

// in returns ink: it saves drawings from naming the whole path.
func (c canvas) in() StyleInks { return c.style.Inks }

// ornament draws what lies behind the words.
type ornament func(c canvas) []Item

// The ornaments by the code that styles name.
var (
	certificateOrnaments = map[string]ornament{
		"drum": drumCertificate, "lotus": lotusCertificate, "modern": modernCertificate,
	}
	bannerOrnaments = map[string]ornament{
		"tonal-drum": tonalDrumBanner, "stage": stageBanner, "school": schoolBanner,
	}
	posterOrnaments = map[string]ornament{
		"pixels": pixelsPoster, "sun": sunPoster, "pages": pagesPoster, "village": villagePoster,
	}
)
