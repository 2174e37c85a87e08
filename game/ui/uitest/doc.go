// Package uitest runs tests inside the window's loop, where pixels can be read
// back, and compares pictures with golden ones.
//
// A test package of screens starts with
//
//	func TestMain(m *testing.M) { uitest.Main(m) }
//
// Without a display, tests that call [NeedDisplay] or [Golden] are skipped and
// say so; layout tests with [Clean] run everywhere.
package uitest
