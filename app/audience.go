package app

// Scene is what the audience sees on the projector or the LED wall.
type Scene string

// The scenes, in the order of their keys.
const (
	ProgramScene   Scene = "program"
	SloganScene    Scene = "slogan"
	CountdownScene Scene = "countdown"
	AwardScene     Scene = "award"
)

// Scenes lists the scenes in the order of their keys.
var Scenes = []Scene{ProgramScene, SloganScene, CountdownScene, AwardScene}

// Audience is what the audience sees. It is kept with the steps of a run, so that after a crash the same name stands on the
// wall as before. The zero value is a wall that is closed.
type Audience struct {
	Open   bool  `json:"open,omitempty"`
	Scene  Scene `json:"scene,omitempty"`  // "" is the program
	Slogan int   `json:"slogan,omitempty"` // which of the event's slogans, from 0
	Call   int   `json:"call,omitempty"`   // which of the names to be called, from 0
	Black  bool  `json:"black,omitempty"`
}

// Shown returns what the audience sees.
func (r Run) Shown() Audience {
	for i := len(r.Actions) - 1; i >= 0; i-- {
		if show := r.Actions[i].Show; show != nil {
			return *show
		}
	}
	return Audience{}
}

// Started tells whether the first item of the run has come on.
func (r Run) Started() bool { return r.stage().last() >= 0 }

// CanUndo tells whether there is a change of the program to be taken back.
func (r Run) CanUndo() bool { return r.stage().undo() }
