/** Scrolling by script glides, unless somebody asked for less motion. */
export function scrollBehavior(): ScrollBehavior {
	return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
