// Package archtest states which package of klantreis may import which, and
// checks it. The table in policy.go is policy, not observation: a package that
// is missing from it fails the test, and a row changes only in the same commit
// as docs/architecture.md, with the reason in docs/design.
//
// Start with policy.go; archtest_test.go walks the repository.
package archtest
