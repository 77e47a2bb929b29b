/** Which stops lie between two: in one row all from the one to the other, over several rows the block they span. */
import { findStop, type StopGrid } from '../layout/steps';

export function between(grid: StopGrid, anchor: string, target: string): string[] {
	const a = findStop(grid, anchor);
	const b = findStop(grid, target);
	if (!a || !b) return [target];
	if (a.row === b.row) {
		const [from, to] = a.col < b.col || (a.col === b.col && a.i <= b.i) ? [a, b] : [b, a];
		return (grid[a.row] ?? []).flatMap((stops, col) =>
			stops.filter(
				(_, i) =>
					(col > from.col || (col === from.col && i >= from.i)) &&
					(col < to.col || (col === to.col && i <= to.i)),
			),
		);
	}
	const [top, bottom] = a.row < b.row ? [a.row, b.row] : [b.row, a.row];
	const [left, right] = a.col < b.col ? [a.col, b.col] : [b.col, a.col];
	return grid.slice(top, bottom + 1).flatMap((cells) => cells.slice(left, right + 1).flat());
}
