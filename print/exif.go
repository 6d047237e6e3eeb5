package print

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation returns how a picture has to be turned to stand as it was seen: the tag Orientation, 1 to 8, of its Exif
// block (CIPA DC-008, clause 4.6.5.1.6); 1 where it has none.
func orientation(data []byte) int {
	for _, find := range []func([]byte) []byte{exifOfJPEG, exifOfPNG, exifOfWebP} {
		if block := find(data); block != nil {
			return orientationIn(block)
		}
	}
	return 1
}

// exifOfJPEG returns the Exif block of a JPEG file's segment APP1, or nil.
func exifOfJPEG(data []byte) []byte {
	if !bytes.HasPrefix(data, []byte("\xff\xd8")) {
		return nil
	}
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker, length := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xff { // a fill byte
			at++
			continue
		}
		end := at + 2 + length
		if marker == 0xda || length < 2 || end > len(data) { // the pixels begin
			return nil
		}
		if block, ok := bytes.CutPrefix(data[at+4:end], []byte("Exif\x00\x00")); marker == 0xe1 && ok {
			return block
		}
		at = end
	}
	return nil
}

// exifOfPNG returns the contents of a PNG file's chunk eXIf, or nil.
func exifOfPNG(data []byte) []byte {
	if !bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")) {
		return nil
	}
	for rest := data[8:]; len(rest) >= 12; {
		length := int64(binary.BigEndian.Uint32(rest))
		if length+12 > int64(len(rest)) {
			return nil
		}
		if string(rest[4:8]) == "eXIf" {
			return rest[8 : 8+length]
		}
		rest = rest[length+12:]
	}
	return nil
}

// exifOfWebP returns the contents of a WebP file's chunk EXIF, or nil.
func exifOfWebP(data []byte) []byte {
	if len(data) < 12 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return nil
	}
	for rest := data[12:]; len(rest) >= 8; {
		length := int64(binary.LittleEndian.Uint32(rest[4:]))
		if length+8 > int64(len(rest)) {
			return nil
		}
		if string(rest[:4]) == "EXIF" {
			block, _ := bytes.CutPrefix(rest[8:8+length], []byte("Exif\x00\x00"))
			return block
		}
		rest = rest[min(8+length+length%2, int64(len(rest))):]
	}
	return nil
}

// orientationIn reads the tag from the first directory of a TIFF block.
func orientationIn(block []byte) int {
	if len(block) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(block[:2]) == "MM" {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(block[4:]))
	if at+2 > int64(len(block)) {
		return 1
	}
	entries := block[at+2:]
	for range order.Uint16(block[at:]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == 0x112 {
			if v := int(order.Uint16(entries[8:])); v >= 1 && v <= 8 {
				return v
			}
		}
		entries = entries[12:]
	}
	return 1
}

// upright returns the picture turned and mirrored as an orientation asks for.
func upright(img *image.CMYK, orientation int) *image.CMYK {
	if orientation == 1 {
		return img
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	turned := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		turned = image.Rect(0, 0, h, w)
	}
	out := image.NewCMYK(turned)
	for y := range turned.Dy() {
		for x := range turned.Dx() {
			from := seenFrom(orientation, x, y, w, h)
			copy(out.Pix[out.PixOffset(x, y):][:4], img.Pix[img.PixOffset(b.Min.X+from.X, b.Min.Y+from.Y):])
		}
	}
	return out
}

// seenFrom returns where the pixel that shall stand at x, y lies in a stored picture of w × h.
func seenFrom(orientation, x, y, w, h int) image.Point {
	switch orientation {
	case 2:
		return image.Pt(w-1-x, y)
	case 3:
		return image.Pt(w-1-x, h-1-y)
	case 4:
		return image.Pt(x, h-1-y)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(y, h-1-x)
	case 7:
		return image.Pt(w-1-y, h-1-x)
	case 8:
		return image.Pt(w-1-y, x)
	}
	return image.Pt(x, y)
}
