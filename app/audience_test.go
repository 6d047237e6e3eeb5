package app

import (
	"reflect"
	"testing"
)

// short tells of each item what became of it: its minutes, or −1 where it is left out.
func short(r Run) []int {
	var list []int
	for _, l := range r.At(at(7, 10, 0)).Items {
		if l.Place == PlaceDropped {
			l.Minutes = -1
		}
		list = append(list, l.Minutes)
	}
	return list
}

func TestChangesAreTakenBack(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0))
	items := r.Plan.Program.Items
	change := func(step Step, item, minutes, minute int) Action {
		return Action{At: at(7, minute, 0), Step: step, Item: items[item].ID, Minutes: minutes, Reason: "vì mưa"}
	}
	r = done(t, r, change(StepShorten, 2, 12, 1), change(StepDrop, 1, 0, 2), change(StepShorten, 4, 5, 2), change(StepRestore, 4, 0, 3))
	for _, want := range [][]int{{15, -1, 12, 30, 10, 5}, {15, -1, 12, 30, 5, 5}, {15, 10, 12, 30, 10, 5}, {15, 10, 20, 30, 10, 5}} {
		if got := short(r); !reflect.DeepEqual(got, want) {
			t.Errorf("%v, not %v", got, want)
		}
		if !r.CanUndo() {
			break
		}
		r = done(t, r, press(StepUndo, 7, 4, 0))
	}
	if r.CanUndo() || len(r.At(at(7, 10, 0)).Items[1].Reasons) != 0 {
		t.Error("all was taken back, and something is left")
	}
	if _, ok := r.Do(press(StepUndo, 7, 5, 0)); ok {
		t.Error("there is nothing to take back, and it was taken back")
	}
}

func TestWhatIsOnIsNotLeftOutByUndo(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0))
	songs := r.Plan.Program.Items[1].ID
	r = done(t, r, Action{At: at(7, 1, 0), Step: StepDrop, Item: songs}, Action{At: at(7, 2, 0), Step: StepRestore, Item: songs}, press(StepNext, 7, 3, 0))
	if r.CanUndo() {
		t.Error("the item that is on can be taken off the program")
	}
}

func TestReasonsAreNoted(t *testing.T) {
	r := done(t, NewRun(broadcast()), press(StepStart, 7, 0, 0), press(StepHold, 7, 5, 0))
	note := Action{At: at(7, 6, 0), Step: StepNote, Item: r.Plan.Program.Items[0].ID, Reason: " sự cố  âm thanh "}
	r = done(t, r, note)
	if got := r.At(at(7, 7, 0)).Items[0].Reasons; !reflect.DeepEqual(got, []string{"sự cố âm thanh"}) {
		t.Errorf("%q", got)
	}
	if _, ok := r.Do(note); ok {
		t.Error("a reason that is known counts as a step")
	}
}

func TestTheAudienceSeesTheSameAgain(t *testing.T) {
	r := NewRun(broadcast())
	if r.Shown() != (Audience{}) || r.Started() {
		t.Error("the wall is open before anybody opened it")
	}
	want := Audience{Open: true, Scene: AwardScene, Call: 12}
	r = done(t, r, Action{At: at(6, 50, 0), Step: StepShow, Show: &Audience{Open: true}}, press(StepStart, 7, 0, 0),
		Action{At: at(7, 1, 0), Step: StepShow, Show: &want}, press(StepNext, 7, 15, 0))
	if got := r.Shown(); got != want {
		t.Errorf("%+v", got)
	}
	if m := r.At(at(7, 15, 0)); m.Now != 1 || m.Items[0].Real.Length() != 15*60e9 {
		t.Errorf("what the audience sees changes the ceremony: %+v", m)
	}
}
