// Package seal signs what a certificate says with the school's key, so that a QR code on the sheet proves it without a
// server: anyone who has the school's public keys can tell whether the text is what the school certified.
//
// A sealed text is read by people too: the text, and below it one line, "tt1.KEY.SIGNATURE". The signature is Ed25519
// (RFC 8032) over the text with its white space made plain, since a phone that hands a text on may break its lines anew.
package seal

import (
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// scheme begins the last line of a sealed text. Another way to sign gets another name.
const scheme = "tt1"

// purpose is signed before the text, so that no signature made for something else passes for a certificate's.
const purpose = "tiengtrong certificate 1\n"

// canonical returns text as it is signed: NFC, and every run of white space one space.
func canonical(text string) []byte {
	return []byte(purpose + strings.Join(strings.Fields(norm.NFC.String(text)), " "))
}

// Sign returns text with the line that seals it. It is the same for the same text and key.
func (s *Secret) Sign(text string) string {
	text = norm.NFC.String(strings.TrimSpace(text))
	signature := ed25519.Sign(s.private, canonical(text))
	return text + "\n" + scheme + "." + s.ID + "." + base64.RawURLEncoding.EncodeToString(signature)
}

// strict refuses a signature whose last letter has bits that mean nothing, so that each has one spelling.
var strict = base64.RawURLEncoding.Strict()

// sealed is a sealed text in its parts.
type sealed struct {
	text      string
	key       string
	signature []byte
}

// parse takes a sealed text apart; ok is false where it bears no seal.
func parse(whole string) (s sealed, ok bool) {
	whole = strings.TrimSpace(whole)
	at := strings.LastIndexAny(whole, " \t\r\n") + 1
	parts := strings.Split(whole[at:], ".")
	if len(parts) != 3 || parts[0] != scheme {
		return sealed{text: whole}, false
	}
	signature, err := strict.DecodeString(parts[2])
	if err != nil || len(signature) != ed25519.SignatureSize {
		return sealed{text: whole}, false
	}
	return sealed{text: strings.TrimSpace(whole[:at]), key: parts[1], signature: signature}, true
}

// Digest names a sealed text in a few letters, for the lists of a Ring; "" where it bears no seal.
func Digest(whole string) string {
	s, ok := parse(whole)
	if !ok {
		return ""
	}
	sum := sha512.Sum512(s.signature)
	return hex.EncodeToString(sum[:8])
}

// State is what a sealed text is found to be.
type State string

// The states of a sealed text; the phrase "seal.STATE" says each to people.
const (
	Genuine    State = "genuine"     // the school certified this text
	Void       State = "void"        // it did, and has withdrawn the certificate since
	Altered    State = "altered"     // the text or the signature isn't what the school made
	UnknownKey State = "unknown-key" // signed with a key that isn't on the list
	Revoked    State = "revoked"     // signed with a key that the school no longer vouches for
	NoSeal     State = "no-seal"     // no signature in the text, or a part of one
)

// Verdict is what is known of a sealed text.
type Verdict struct {
	State  State  `json:"state"`
	Text   string `json:"text"` // without the seal
	Key    string `json:"key,omitempty"`
	School string `json:"school,omitempty"` // whose key it is
	Note   *Act   `json:"note,omitempty"`   // when and why it was made void, or its key revoked
}

// Verify tells what a sealed text is, by the keys of the schools that are known.
func Verify(whole string, rings ...*Ring) Verdict {
	s, ok := parse(whole)
	v := Verdict{State: NoSeal, Text: s.text, Key: s.key}
	if !ok {
		return v
	}
	v.State = UnknownKey
	for _, ring := range rings {
		if key := ring.Key(s.key); key != nil {
			v.School = ring.School
			v.State, v.Note = ring.judge(key, s, Digest(whole))
			return v
		}
	}
	return v
}

// judge tells what a text that names a key of the ring is.
func (r *Ring) judge(key *Key, s sealed, digest string) (State, *Act) {
	if !ed25519.Verify(key.Public, canonical(s.text), s.signature) {
		return Altered, nil
	}
	if void, ok := r.Void[digest]; ok {
		return Void, &void
	}
	if key.Revoked != nil && !key.kept(digest) {
		return Revoked, &key.Revoked.Act
	}
	return Genuine, nil
}

// idOf names a public key: eight letters of its SHA-256 that are hard to confuse.
func idOf(public ed25519.PublicKey) string {
	sum := sha256.Sum256(public)
	return base32.StdEncoding.EncodeToString(sum[:5])
}
