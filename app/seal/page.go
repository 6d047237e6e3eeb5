package seal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// pageParts are the files that the page is put together from, by the hole that each fills.
var pageParts = map[string]string{"nacl": "nacl-fast.min.js", "jsQR": "jsQR.js", "verify": "verify.js"}

// Page returns a page of plain HTML and JavaScript that verifies certificates of the given schools without a network, made
// of the files of folder "verify" of the assets.
func Page(files fs.FS, rings []*Ring) ([]byte, error) {
	known, err := json.Marshal(rings) // escapes <, so that no name can end the element that holds it
	if err != nil {
		return nil, fmt.Errorf("write the page: %w", err)
	}
	holes := []string{"{{rings}}", string(known)}
	for hole, name := range pageParts {
		part, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("write the page: %w", err)
		}
		holes = append(holes, "{{"+hole+"}}", string(part))
	}
	page, err := fs.ReadFile(files, "page.html")
	if err != nil {
		return nil, fmt.Errorf("write the page: %w", err)
	}
	return []byte(strings.NewReplacer(holes...).Replace(string(page))), nil
}

// ringsElement is where a page keeps the keys that it knows.
const ringsElement = `id="rings">`

// ReadPublished reads the keys of a page that Page made, or of a list of one school's keys.
func ReadPublished(data []byte) ([]*Ring, error) {
	_, rest, isPage := bytes.Cut(data, []byte(ringsElement))
	if !isPage {
		r, err := ReadRing(data)
		return []*Ring{r}, err
	}
	known, _, _ := bytes.Cut(rest, []byte("</script>"))
	var list []json.RawMessage
	if err := json.Unmarshal(known, &list); err != nil {
		return nil, fmt.Errorf("read keys: %w", err)
	}
	var rings []*Ring
	for _, raw := range list {
		r, err := ReadRing(raw)
		if err != nil {
			return nil, err
		}
		rings = append(rings, r)
	}
	if len(rings) == 0 {
		return nil, errors.New("read keys: the page has none")
	}
	return rings, nil
}
