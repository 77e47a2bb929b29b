// Package persona looks at whom a journey is for: customer groups, personas, and whether the scope
// is narrow enough to say something. Start at [CheckScope].
//
// It promises pure functions: the same documents give the same answer, and none is changed.
package persona
