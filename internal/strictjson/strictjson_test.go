package strictjson

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"klantreis/internal/fault"
)

type text struct {
	NL string `json:"nl,omitempty"`
	EN string `json:"en,omitempty"`
}

type card struct {
	ID       string          `json:"id"`
	Title    text            `json:"title"`
	Order    int             `json:"order"`
	Share    *float64        `json:"share,omitempty"`
	Hidden   bool            `json:"hidden"`
	Tags     []string        `json:"tags"`
	Answers  []*int          `json:"answers"`
	Data     []byte          `json:"data"`
	Results  json.RawMessage `json:"results"`
	Emotion  *emotion        `json:"emotion"`
	Computed *int            `json:"computed"`
}

type emotion struct {
	Valence int8 `json:"valence"`
}

type file struct {
	Version int             `json:"version"`
	Cards   []*card         `json:"cards"`
	Names   map[string]text `json:"names"`
	Any     any             `json:"any"`
	Hidden  string          `json:"-"`
}

func TestDecodeSaysWhatIsWrongAndWhere(t *testing.T) {
	f := func(data string, line, column int, field, message string) {
		t.Helper()
		err := Decode([]byte(data), &file{})
		var e *fault.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v", data, err)
			return
		}
		if e.Code != fault.Invalid || e.Line != line || e.Column != column || e.Field != field || !strings.Contains(e.Message, message) {
			t.Errorf("%s:\n got %s %d:%d %q %q\nwant invalid %d:%d %q %q", data, e.Code, e.Line, e.Column, e.Field, e.Message, line, column, field, message)
		}
	}
	// syntax
	f(``, 1, 1, "", "ends too early")
	f(`{"version": 1`, 1, 14, "", "ends too early")
	f(`{"version": }`, 1, 13, "", "not JSON")
	f("{\n  \"version\": 1,\n}", 3, 1, "", "not JSON")
	f("{\"version\": 1\n\"cards\": []}", 2, 1, "", "not JSON")
	f(`{"version": 01}`, 1, 14, "", "not JSON")
	f(`{"cards": [}`, 1, 12, "", "not JSON")
	f(`{version: 1}`, 1, 2, "", "not JSON")
	f(`{"cards": [{"id": "a]}`, 1, 23, "", "ends too early")
	f("{\"cards\": [{\"id\": \"a\nb\"}]}", 1, 19, "", "not JSON")
	f(`{"version": 1} x`, 1, 16, "", "goes on after its end")
	f("{\"version\": 1}\n{}", 2, 1, "", "goes on after its end")
	f("\ufeff{}", 1, 1, "", "not JSON")
	// encoding
	f("{\"names\": {\"a\": {\"nl\": \"é\xff\"}}}", 1, 26, "", "UTF-8")
	f("{\n\"\xc3\"", 2, 2, "", "UTF-8")
	f(`{"any": "a\ud83d"}`, 1, 11, "", "half of a character")
	f(`{"any": "\ud83d\u0041"}`, 1, 10, "", "half of a character")
	f(`{"any": "\u0041\udeb2"}`, 1, 16, "", "half of a character")
	// keys
	f(`{"verzion": 1}`, 1, 2, "verzion", "no field with this name")
	f(`{"Version": 1}`, 1, 2, "Version", "no field with this name")
	f(`{"cards": [{"id": "a"}, {"titel": {}}]}`, 1, 26, "cards[1].titel", "no field with this name")
	f("{\"cards\": [\n {\"title\": {\"nl\": \"één\", \"de\": \"x\"}}]}", 2, 26, "cards[0].title.de", "no field with this name")
	f(`{"version": 1, "version": 1}`, 1, 16, "version", "twice")
	f(`{"names": {"a": {}, "a": {}}}`, 1, 21, "names.a", "twice")
	f(`{"version": 1, "ver\u0073ion": 1}`, 1, 16, "version", "twice")
	// types
	f(`[]`, 1, 1, "", "object")
	f(`{"version": "1"}`, 1, 13, "version", "whole number")
	f(`{"version": 1.5}`, 1, 13, "version", "whole number")
	f(`{"version": 1e2}`, 1, 13, "version", "whole number")
	f(`{"version": 99999999999999999999}`, 1, 13, "version", "whole number")
	f(`{"cards": {}}`, 1, 11, "cards", "list")
	f(`{"cards": [[]]}`, 1, 12, "cards[0]", "object")
	f(`{"cards": [{"id": 7}]}`, 1, 19, "cards[0].id", "text")
	f(`{"cards": [{"title": "x"}]}`, 1, 22, "cards[0].title", "object")
	f(`{"cards": [{"share": "x"}]}`, 1, 22, "cards[0].share", "number")
	f(`{"cards": [{"hidden": 1}]}`, 1, 23, "cards[0].hidden", "true or false")
	f(`{"cards": [{"tags": ["a", 1]}]}`, 1, 27, "cards[0].tags[1]", "text")
	f(`{"cards": [{"data": []}]}`, 1, 21, "cards[0].data", "base64")
	f(`{"names": []}`, 1, 11, "names", "object")
	f(`{"cards": [{"emotion": {"valence": 1000}}]}`, 1, 36, "cards[0].emotion.valence", "whole number")
	f(`{"cards": [{"share": 1e999}]}`, 1, 22, "cards[0].share", "number")
	f(`{"cards": [{"data": "?"}]}`, 1, 21, "cards[0].data", "base64")
	// depth
	f(`{"any": `+strings.Repeat("[", 64)+strings.Repeat("]", 64)+`}`, 1, 72, "", "too deep")
	f(strings.Repeat(`[`, 100_000), 1, 65, "", "too deep")
}

func TestDecodeReadsWhatIsRight(t *testing.T) {
	data := []byte("\n {\"version\": 2, \"cards\": [{\"id\": \"a\", \"title\": {\"nl\": \"caf\\u00e9 \U0001F6B2\"}, \"share\": 0.5, \"tags\": null," +
		"\"answers\": [1, null], \"data\": \"aGk=\", \"results\": {\"x\": [1]}, \"emotion\": {\"valence\": -2}}], \"names\": {\"q\": {}}, \"any\": [1]} \n")
	var got, want file
	if err := Decode(data, &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestDecodeIgnoresWhatItIsToldToIgnore(t *testing.T) {
	var got file
	for _, computed := range []string{`{"anything": [1, {"x": 1, "x": 2}]}`, `7`, `""`, `null`, `[]`} {
		got = file{}
		err := Decode([]byte(`{"computed": `+computed+`, "version": 3, "any": {"computed": 1}}`), &got, "computed")
		if err != nil || got.Version != 3 {
			t.Errorf("%s: %v, %+v", computed, err, got)
		}
	}
	err := Decode([]byte(`{"names": {"computed": {"nl": 1}}}`), &got, "computed")
	if err == nil {
		t.Error("a key of the same name elsewhere is ignored too")
	}
	got = file{}
	if err := Decode([]byte(`{"cards": [{"id": "a", "computed": {"x": 1}}]}`), &got, "cards[0].computed"); err != nil || got.Cards[0].Computed != nil {
		t.Errorf("an ignored value was read: %v, %v", err, got.Cards[0].Computed)
	}
}

func TestLocate(t *testing.T) {
	data := []byte("{\n  \"cards\": [\n    {\"id\": \"a\"},\n    {\"title\": {\"nl\": \"é\", \"en\": \"b\"}}\n  ]\n}")
	f := func(path string, line, column int) {
		t.Helper()
		in := fault.New(fault.Invalid, "wrong")
		in.Field = path
		var e *fault.Error
		if err := Locate(data, in); !errors.As(err, &e) || e.Line != line || e.Column != column || e.Field != path {
			t.Errorf("%q: got %v, want %d:%d", path, err, line, column)
		}
		if in.Line != 0 {
			t.Error("the error itself was changed")
		}
	}
	f("", 1, 1)
	f("cards", 2, 12)
	f("cards[0].id", 3, 12)
	f("cards[1].title.en", 4, 33)
	f("cards[1].order", 4, 5) // missing: where it belongs
	f("cards[7]", 2, 12)
	f("cards[x]", 2, 12)
	f("nothing.of.it[3]", 1, 1)

	other := errors.New("other")
	if Locate(data, other) != other || Locate(data, nil) != nil {
		t.Error("an error without a path was changed")
	}
	placed := &fault.Error{Code: fault.Invalid, Field: "cards", Line: 9, Column: 9}
	if Locate(data, placed) != error(placed) {
		t.Error("an error with a position was given another")
	}
	broken := fault.New(fault.Invalid, "wrong")
	if Locate([]byte("{"), broken) != error(broken) {
		t.Error("data that cannot be read gave a position")
	}
}

// FuzzDecode: it never panics; what it accepts encoding/json accepts with the same value, and
// every refusal is a fault with a position.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{}`, `{"version": 1, "cards": [{"id": "a", "title": {"nl": "x"}, "tags": ["a"]}], "names": {"a": {}}}`,
		`{"any": {"a": [1, 2.5e3, "x", null, true]}}`, `{"version": 1} x`, `[`, "{\"a\xff", `{"cards": [{"answers": [null, 3], "data": "aGk="}]}`,
		`{"version":1,"version":2}`, `{"VERSION": 1}`, `{"cards":null}`, `{"any":"\ud800"}`, `{"version": -0}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got, want file
		err := Decode(data, &got)
		if err == nil {
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatalf("accepted, but encoding/json says %v", err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("got %+v, want %+v", got, want)
			}
			return
		}
		var e *fault.Error
		if !errors.As(err, &e) || e.Code != fault.Invalid || e.Message == "" || e.Line < 1 || e.Column < 1 {
			t.Fatalf("refused with %#v", err)
		}
		if lines := strings.Count(string(data), "\n") + 1; e.Line > lines {
			t.Fatalf("line %d of %d", e.Line, lines)
		}
	})
}

func TestWholeCharactersMayBeEscaped(t *testing.T) {
	for _, escaped := range []string{`\ud83d\udeb2`, `\uD83D\uDEB2`, `\\ud83d`, `\u00e9\n\"`, `\\\\ud800`} {
		var want, got file
		data := []byte(`{"names": {"a": {"nl": "` + escaped + `"}}}`)
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		if err := Decode(data, &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", escaped, got, err)
		}
	}
}
