package journey

// SameNumbers is for the tests that need the demo, which imports this package.
var SameNumbers = sameNumbers

// StageSteps gives the ladder along which the stages of all sets lie.
func StageSteps() []*stageStep { return readTemplates().StageMapping }
