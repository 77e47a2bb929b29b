/** A persona is printed on exactly one page of A4. */

/** Width and height inside the margins, in CSS pixels: 210 × 297 mm less 14 mm on every side, at 96 to the inch. */
export const paperWidth = 687;
export const paperHeight = 1012;

/** Smaller than this nobody reads it; a longer persona is cut off rather than printed so small. */
const zoomMin = 0.5;
const step = 0.02;

/**
 * How much smaller everything must be to fit: 1 or less. `heightAt` lays the page out at a zoom and
 * measures it; a smaller zoom gives wider lines, so it is asked again for each.
 */
export function zoomToFit(heightAt: (zoom: number) => number, room = paperHeight): number {
	let zoom = 1;
	while (zoom > zoomMin && heightAt(zoom) > room) zoom = Math.max(zoomMin, zoom - step);
	return zoom;
}
