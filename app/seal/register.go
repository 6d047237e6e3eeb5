package seal

import (
	"errors"
	"slices"

	"tiengtrong/app"
)

// Signing is what SignHere did.
type Signing struct {
	Asked  bool // a certificate of the event has a code, or had one
	Later  bool // the key isn't on this machine: what was withdrawn is noted, nothing is signed
	Signed int  // numbers that were signed
	Void   int  // numbers that were noted as withdrawn
}

// SignHere does with the keys of this machine what SignRegister does, where the event asks for codes at all.
func SignHere(e *app.Event) (done Signing, err error) {
	done.Asked = len(e.SealedTexts()) > 0 || slices.ContainsFunc(e.Certificates, func(c app.Certificate) bool { return c.Code })
	if !done.Asked {
		return done, nil
	}
	store, err := DefaultStore()
	if err != nil {
		return done, err
	}
	done.Signed, done.Void, err = store.SignRegister(e)
	if done.Later = errors.Is(err, ErrNoKey) || errors.Is(err, ErrLostSecret); done.Later {
		return done, nil
	}
	return done, err
}

// SignRegister notes on the school's list what an event's register has withdrawn, and signs every number that asks for a code
// and has none with the school's key. It returns how many of each are new. What is withdrawn is noted on a machine without
// the secret too.
func (s Store) SignRegister(e *app.Event) (signed, void int, err error) {
	r, err := s.Ring(e.School.Name)
	if err != nil {
		return 0, 0, err
	}
	if len(r.Keys) == 0 {
		return 0, 0, ErrNoKey
	}
	if void = r.follow(e); void > 0 {
		if err := s.Save(r); err != nil {
			return 0, 0, err
		}
	}
	secret, err := s.Signer(e.School.Name)
	if err != nil {
		return 0, void, err
	}
	return e.Seal(secret.Sign), void, nil
}

// follow withdraws what an event's register has made void, and the texts of sheets that were made again and say something
// else now. It returns how much of that is new.
func (r *Ring) follow(e *app.Event) (fresh int) {
	for _, v := range e.Entries() {
		for _, again := range v.Reprints {
			fresh += r.note(again.Sealed, again.Act)
		}
		if !v.InForce() {
			fresh += r.note(v.Sealed, *v.Void)
		}
	}
	return fresh
}

// note withdraws a sealed text, and returns 1 if that is new.
func (r *Ring) note(sealed string, act app.Act) int {
	if _, known := r.Void[Digest(sealed)]; sealed == "" || known {
		return 0
	}
	r.Withdraw(sealed, Act{act.Date.String(), act.Reason})
	return 1
}
