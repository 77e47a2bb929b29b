// Package sourcetest is the suite that every [analytics.Source] passes: on generated logs – events at the same
// moment, repeated activities, customers with one event, empty logs, ids that turn out to be one customer, names
// in all scripts, the years 1 and 9999 – it gives the answers of analytics/memsource.
//
// Start at [Run].
package sourcetest
