package sourcetest

import (
	"fmt"
	"math"
	"reflect"
)

// differs says where two answers differ, "" when they do not. Floating-point numbers may differ in their last
// digits, since sums are made in another order; nil and empty are the same.
func differs(got, want any) string {
	if got == nil && want == nil {
		return ""
	}
	return difference("", reflect.ValueOf(got), reflect.ValueOf(want))
}

// digits is how far two numbers may be apart in proportion to their size.
const digits = 1e-9

func difference(path string, got, want reflect.Value) string {
	switch want.Kind() {
	case reflect.Float64:
		g, w := got.Float(), want.Float()
		if math.Abs(g-w) <= digits*max(math.Abs(g), math.Abs(w)) {
			return ""
		}
	case reflect.Slice:
		if got.Len() != want.Len() {
			break
		}
		for i := range want.Len() {
			if d := difference(fmt.Sprintf("%s[%d]", path, i), got.Index(i), want.Index(i)); d != "" {
				return d
			}
		}
		return ""
	case reflect.Struct:
		for i := range want.NumField() {
			if d := difference(path+"."+want.Type().Field(i).Name, got.Field(i), want.Field(i)); d != "" {
				return d
			}
		}
		return ""
	default:
		if got.Interface() == want.Interface() {
			return ""
		}
	}
	return fmt.Sprintf("%s is %+v, want %+v", path, got, want)
}
