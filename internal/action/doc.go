// Package action is what follows from opportunities: which action goes first, and what it brought. Start at
// [ICE] and [Quadrant] for choosing, at [Effect] for looking back. RICE is [journey.Rice.Score], which the map
// needs itself.
//
// It promises pure functions: nothing is stored or rounded, and nil stands for what cannot be worked out.
package action
