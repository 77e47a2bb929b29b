// Package research is the statistics over what customers said: surveys, interviews, usability tests,
// and how much a piece of evidence proves. Start at [Recommendation] for a survey measure with its
// interval, at [SampleSize] for planning, at [Saturate] for interviews.
//
// It promises pure functions of counts and answers: full precision, nothing rounded, and nil where
// the data do not allow an answer, never 0. Intervals hold 95 % and come with their n; below
// [FewAnswers] say so in words. Wilson's interval and the agreement of coders are those of package
// journey, which needs them for the map.
package research
