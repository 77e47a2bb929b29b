package app_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"

	"klantreis/internal/app"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
)

// photo is a JPEG of a size that says where it was taken.
func photo(t *testing.T, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = uint8(i/7) | 3
	}
	for i := 3; i < len(img.Pix); i += 4 {
		img.Pix[i] = 0xff
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	raw := out.Bytes()
	place := append([]byte{0xff, 0xe1, 0, 18}, "GPS 52.37N 4.89E"...)
	return slices.Concat(raw[:2], place, raw[2:])
}

// drawing is a PNG through which something shows.
func drawing(t *testing.T) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 12, 8))
	img.SetNRGBA(2, 2, color.NRGBA{R: 0xff, A: 0x80})
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type sentFile struct {
	ID, Type             string
	Width, Height, Bytes int
}

const bikeFiles = bike + "/files"

func (b *browser) send(raw []byte, name string) sentFile {
	b.t.Helper()
	status, body := b.do(http.MethodPost, bikeFiles+"?name="+name, string(raw), claiming("image/jpeg"))
	if status != http.StatusCreated {
		b.t.Fatalf("a picture answered %d: %s", status, body)
	}
	var f sentFile
	if err := json.Unmarshal(body, &f); err != nil {
		b.t.Fatal(err)
	}
	return f
}

func claiming(kind string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set("Content-Type", kind) }
}

// getFile gives a file with the head of the answer.
func (b *browser) getFile(path string) (http.Header, []byte) {
	b.t.Helper()
	r, err := b.client.Get(b.base + path)
	if err != nil {
		b.t.Fatal(err)
	}
	defer r.Body.Close()
	var body bytes.Buffer
	if _, err := body.ReadFrom(r.Body); err != nil || r.StatusCode != http.StatusOK {
		b.t.Fatalf("GET %s answered %d: %s, %v", path, r.StatusCode, body.Bytes(), err)
	}
	return r.Header, body.Bytes()
}

func TestAPictureIsSentShownAndStillThereAfterARestart(t *testing.T) {
	folder := t.TempDir()
	b, stop := start(t, folder)
	sent := b.send(photo(t, 2400, 600), "C:%5Cfoto%27s%5Cwinkel%0A.jpg")
	if sent.Type != "image/jpeg" || sent.Width != 2000 || sent.Height != 500 {
		t.Errorf("kept is %+v; want a JPEG of 2000 by 500", sent)
	}
	if again := b.send(photo(t, 2400, 600), "x"); again != sent {
		t.Errorf("sent again it is %+v, want %+v", again, sent)
	}
	glass := b.send(drawing(t), "")
	a := b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("t-10", "fileId", `"`+sent.ID+`"`), set("st-see", "picture", `{"fileId":"`+glass.ID+`","alt":{"nl":"Een raam"}}`),
		set("t-09", "fileId", `"pic-nowhere"`),
	}})
	if !a.Results[0].Applied || !a.Results[1].Applied || a.Results[2].Code != "missing_reference" {
		t.Errorf("results %+v; want the third refused: there is no such picture", a.Results)
	}
	if p := b.transact(bike, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("pe-femke", "picture", `{"fileId":"`+sent.ID+`"}`), set("pe-ruud", "picture", `{"fileId":"pic-nowhere"}`),
	}}); !p.Results[0].Applied || p.Results[1].Applied {
		t.Errorf("results of personas %+v; want the second refused", p.Results)
	}
	stop()

	b, _ = start(t, folder)
	if got := card(t, b.journey("jo-femke").Journey, "t-10").FileID; got != sent.ID {
		t.Errorf("the card shows %q after a restart, want %q", got, sent.ID)
	}
	head, raw := b.getFile(bikeFiles + "/" + sent.ID)
	if len(raw) != sent.Bytes || bytes.Contains(raw, []byte("GPS")) {
		t.Errorf("%d bytes come back, want %d without the place", len(raw), sent.Bytes)
	}
	for name, want := range map[string]string{
		"Content-Type": "image/jpeg", "X-Content-Type-Options": "nosniff", "Content-Encoding": "",
		"Cache-Control": "private, max-age=31536000, immutable", "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
		"Content-Disposition": "inline; filename*=UTF-8''winkel.jpg", "Cross-Origin-Resource-Policy": "same-origin",
	} {
		if got := head.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if head, _ := b.getFile(bikeFiles + "/" + glass.ID); head.Get("Content-Type") != "image/png" {
		t.Errorf("through a %s nothing shows", head.Get("Content-Type"))
	}
}

func TestPicturesThatAreNotTaken(t *testing.T) {
	b, _ := start(t, t.TempDir())
	huge := []byte("\xff\xd8\xff" + strings.Repeat("x", 10<<20))
	f := func(want int, path, kind, body, says string) {
		t.Helper()
		status, raw := b.do(http.MethodPost, path, body, claiming(kind))
		if status != want || !strings.Contains(string(raw), says) {
			t.Errorf("%s answered %d: %s; want %d with %q", path, status, raw, want, says)
		}
	}
	f(400, bikeFiles, "image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>", "save it as PNG")
	f(400, bikeFiles, "image/png", "hello", "choose a PNG")
	f(400, bikeFiles, "image/jpeg", string(photo(t, 40, 40)[:200]), "damaged")
	f(413, bikeFiles, "image/jpeg", string(huge), `"too_large"`)
	f(404, "/api/v1/workspaces/ws-nowhere/files", "image/png", string(drawing(t)), `"not_found"`)
	f(404, "/api/v1/workspaces/jo-femke/files", "image/png", string(drawing(t)), `"not_found"`)
	f(201, bikeFiles, "text/html", string(drawing(t)), `"image/png"`)

	id := b.send(drawing(t), "").ID
	for _, path := range []string{bikeFiles + "/pic-nowhere", "/api/v1/workspaces/ws-mortgage/files/" + id} {
		if status, raw := b.do(http.MethodGet, path, ""); status != http.StatusNotFound {
			t.Errorf("GET %s answered %d: %s; want 404", path, status, raw)
		}
	}
	stranger := &browser{t: t, client: &http.Client{}, base: b.base}
	for _, ask := range [][2]string{{http.MethodGet, bikeFiles + "/" + id}, {http.MethodPost, bikeFiles}} {
		if status, _ := stranger.do(ask[0], ask[1], ""); status != http.StatusUnauthorized {
			t.Errorf("%s %s without a session answered %d, want 401", ask[0], ask[1], status)
		}
	}
	status, _ := b.do(http.MethodPost, bikeFiles, string(drawing(t)), claiming("image/png"), func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
	if status != http.StatusForbidden {
		t.Errorf("a picture from another site answered %d, want 403", status)
	}
}

// withPictures gives a folder whose first journey shows a photo on two cards and a persona, and a
// drawing on a stage; and the journey as a file.
func withPictures(t *testing.T) (folder string, file []byte) {
	t.Helper()
	folder = t.TempDir()
	b, stop := start(t, folder)
	defer stop()
	shop, glass := b.send(photo(t, 640, 480), "winkel.jpg").ID, b.send(drawing(t), "raam.png").ID
	b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("t-10", "fileId", `"`+shop+`"`), set("t-10", "alt", `{"nl":"De winkel"}`), set("t-09", "fileId", `"`+shop+`"`),
		set("st-see", "picture", `{"fileId":"`+glass+`"}`),
	}})
	b.transact(bike, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{set("pe-femke", "picture", `{"fileId":"`+shop+`"}`)}})
	file, err := app.Export(t.Context(), folder, "jo-femke")
	if err != nil {
		t.Fatal(err)
	}
	return folder, file
}

func importFile(t *testing.T, folder string, file []byte, mode app.Mode) (*app.Imported, error) {
	t.Helper()
	return app.Import(t.Context(), folder, file, mode, slog.New(slog.DiscardHandler))
}

func TestAFileTakesItsPicturesAlong(t *testing.T) {
	folder, file := withPictures(t)
	f, err := journey.DecodeFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Pictures) != 2 || f.Pictures[0].Name != "winkel.jpg" || f.Pictures[0].Alt.NL != "De winkel" || f.Pictures[1].Type != "image/png" {
		t.Fatalf("the file has %d pictures, want the shop with its text and the drawing, each once", len(f.Pictures))
	}
	fresh := t.TempDir()
	if _, err := importFile(t, fresh, file, app.Refuse); err != nil {
		t.Fatal(err)
	}
	again, err := app.Export(t.Context(), fresh, "jo-femke")
	if err != nil || !bytes.Equal(again, file) {
		t.Errorf("export, import, export gives other bytes: %v", err)
	}
	b, stop := start(t, fresh)
	if _, raw := b.getFile(bikeFiles + "/" + f.Pictures[0].ID); !bytes.Equal(raw, f.Pictures[0].Data) {
		t.Error("the picture in the new folder is not that of the file")
	}
	stop()

	done, err := importFile(t, folder, file, app.Copy)
	if err != nil {
		t.Fatal(err)
	}
	if copied := exported(t, folder, done.JourneyID); len(copied.Pictures) != 2 {
		t.Errorf("the copy has %d pictures, want 2", len(copied.Pictures))
	}
}

// TestReplaceBringsPictures replaces a journey that has none, in a workspace that keeps none.
func TestReplaceBringsPictures(t *testing.T) {
	_, file := withPictures(t)
	folder := t.TempDir()
	_, stop := start(t, folder)
	stop()
	if _, err := importFile(t, folder, file, app.Replace); err != nil {
		t.Fatal(err)
	}
	got := exported(t, folder, "jo-femke")
	if card(t, got.Journey, "t-10").FileID == "" || len(got.Pictures) != 2 {
		t.Errorf("after --replace the journey shows %d pictures, want 2", len(got.Pictures))
	}
}

func TestPicturesInAFileAreChecked(t *testing.T) {
	_, file := withPictures(t)
	whole := func() *journey.File {
		f, err := journey.DecodeFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	for name, c := range map[string]struct {
		change func(*journey.File)
		code   fault.Code
		says   string
	}{
		"no picture":            {func(f *journey.File) { f.Pictures[1].Data = []byte("<svg/>") }, fault.Invalid, "files[1].data: an SVG"},
		"a damaged one":         {func(f *journey.File) { f.Pictures[0].Data = f.Pictures[0].Data[:300] }, fault.Invalid, "files[0].data: this picture is damaged"},
		"one that is not there": {func(f *journey.File) { f.Pictures = f.Pictures[1:] }, fault.Invalid, `fileId: there is no file with id "pic-`},
		"one twice":             {func(f *journey.File) { f.Pictures = append(f.Pictures, f.Pictures[0]) }, fault.Invalid, "files[2].id"},
		"a name of two lines":   {func(f *journey.File) { f.Pictures[0].Name = "a\nb" }, fault.Invalid, "files[0].name"},
	} {
		t.Run(name, func(t *testing.T) {
			f := whole()
			c.change(f)
			folder := t.TempDir()
			_, err := imported(t, folder, f, app.Refuse)
			if fault.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "line ") {
				t.Errorf("%v; want %s with %q and a line", err, c.code, c.says)
			}
			if _, err := app.Export(t.Context(), folder, "jo-femke"); fault.CodeOf(err) != fault.NotFound {
				t.Errorf("something of it was stored: %v", err)
			}
		})
	}

	t.Run("what nobody shows is left out, what a camera wrote too", func(t *testing.T) {
		f := whole()
		f.Pictures[0].Data, f.Pictures[0].Type = photo(t, 64, 48), "image/gif"
		f.Pictures = append(f.Pictures, &journey.Picture{ID: "extra", Data: drawing(t)})
		folder := t.TempDir()
		if _, err := imported(t, folder, f, app.Refuse); err != nil {
			t.Fatal(err)
		}
		got := exported(t, folder, "jo-femke")
		if len(got.Pictures) != 2 || got.Pictures[0].Type != "image/jpeg" || bytes.Contains(got.Pictures[0].Data, []byte("GPS")) {
			t.Errorf("stored are %d pictures, the first a %s", len(got.Pictures), got.Pictures[0].Type)
		}
		f.Pictures[0].Data = drawing(t)
		if _, err := imported(t, folder, f, app.Copy); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("another picture with the same id: %v; want a conflict", err)
		}
	})
}

func TestADrawingHoldsItsPictures(t *testing.T) {
	_, file := withPictures(t)
	drawn, err := app.Render(file, "map.svg", "nl")
	if err != nil {
		t.Fatal(err)
	}
	f, err := journey.DecodeFile(file)
	if err != nil {
		t.Fatal(err)
	}
	svg := string(drawn.Data)
	embedded := `href="data:image/jpeg;base64,` + base64.StdEncoding.EncodeToString(f.Pictures[0].Data) + `"><title>De winkel</title>`
	if n := strings.Count(svg, embedded); n != 2 {
		t.Errorf("the picture of the shop stands there %d times, want on both cards, with what it shows", n)
	}
}

func TestAPictureGoesWithTheLastThatShowsIt(t *testing.T) {
	folder, _ := withPictures(t)
	b, _ := start(t, folder)
	alone := b.send(photo(t, 50, 50), "alleen.jpg").ID
	copied := b.want(http.StatusCreated, http.MethodPost, femke+"/copies", `{"title":{"nl":"Kopie"}}`)
	path := "/api/v1/journeys/" + copied
	first := b.journey(copied).Journey.Cards[0].ID
	b.transact(path, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{set(first, "fileId", `"`+alone+`"`)}})
	shop := card(t, b.journey("jo-femke").Journey, "t-10").FileID
	b.want(http.StatusNoContent, http.MethodDelete, path, "")
	b.getFile(bikeFiles + "/" + alone)
	b.want(http.StatusNoContent, http.MethodDelete, "/api/v1/bin/"+copied, "")

	b.getFile(bikeFiles + "/" + shop)
	if status, _ := b.do(http.MethodGet, bikeFiles+"/"+alone, ""); status != http.StatusNotFound {
		t.Errorf("the picture of a journey that was deleted for good answered %d, want 404", status)
	}
	a := b.transact(femke, edit.Transaction{Client: "other", N: 1, Ops: []edit.Op{set("t-10", "fileId", `"`+alone+`"`)}})
	if a.Results[0].Applied {
		t.Error("a card can show a picture that is gone")
	}
}
