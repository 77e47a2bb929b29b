/**
 * Moving through the map with the keyboard, as in a sheet. The map is rows × columns of cells, and every
 * cell holds stops: its cards, or one place to add a card. Column 0 is the lane rail.
 */

/** Stops by row, column and place in the cell. */
export type StopGrid = readonly (readonly (readonly string[])[])[];

/** Where a stop is. */
export interface StopAt {
	row: number;
	col: number;
	i: number;
}

export type Direction =
	'left' | 'right' | 'up' | 'down' | 'next' | 'previous' | 'rowStart' | 'rowEnd' | 'first' | 'last';

/** Finds a stop by its id. */
export function findStop(grid: StopGrid, id: string): StopAt | undefined {
	for (const [row, cells] of grid.entries()) {
		for (const [col, stops] of cells.entries()) {
			const i = stops.indexOf(id);
			if (i >= 0) return { row, col, i };
		}
	}
	return undefined;
}

const cellAt = (grid: StopGrid, row: number, col: number) => grid[row]?.[col] ?? [];

/**
 * The stop one step further, or `undefined` at the edge. `stacked` tells that cards of a cell stand under
 * each other, so that up and down walk through them and left and right leave the cell.
 */
export function step(
	grid: StopGrid,
	from: StopAt,
	direction: Direction,
	stacked: boolean,
): string | undefined {
	switch (direction) {
		case 'left':
		case 'right':
			return sideways(grid, from, direction === 'right' ? 1 : -1, stacked);
		case 'up':
		case 'down':
			return upDown(grid, from, direction === 'down' ? 1 : -1, stacked);
		case 'next':
		case 'previous':
			return byCell(grid, from, direction === 'next' ? 1 : -1);
		case 'rowStart':
			return grid[from.row]?.find((stops) => stops.length)?.[0];
		case 'rowEnd':
			return grid[from.row]?.findLast((stops) => stops.length)?.at(-1);
		case 'first':
			return grid.flat(2)[0];
		case 'last':
			return grid.flat(2).at(-1);
	}
}

function sideways(grid: StopGrid, { row, col, i }: StopAt, d: 1 | -1, stacked: boolean): string | undefined {
	const inCell = stacked && col > 0 ? undefined : cellAt(grid, row, col)[i + d];
	if (inCell) return inCell;
	const columns = grid[row]?.length ?? 0;
	for (let c = col + d; c >= 0 && c < columns; c += d) {
		const stops = cellAt(grid, row, c);
		const stop = stacked ? stops[Math.min(i, stops.length - 1)] : stops.at(d > 0 ? 0 : -1);
		if (stop) return stop;
	}
	return undefined;
}

function upDown(grid: StopGrid, { row, col, i }: StopAt, d: 1 | -1, stacked: boolean): string | undefined {
	const own = cellAt(grid, row, col);
	if (stacked && col > 0 && own[i + d]) return own[i + d];
	for (let r = row + d; r >= 0 && r < grid.length; r += d) {
		const stops = cellAt(grid, r, col);
		if (!stops.length) continue;
		if (stacked) return stops.at(d > 0 ? 0 : -1);
		// Side by side: keep the place within the stage, so that a column of moments is walked straight down.
		const share = own.length > 1 ? i / (own.length - 1) : 0;
		return stops[Math.round(share * (stops.length - 1))];
	}
	return undefined;
}

/** Tab in a sheet: the first stop of the next cell that has one, row after row; the rail is skipped. */
function byCell(grid: StopGrid, { row, col }: StopAt, d: 1 | -1): string | undefined {
	const cells = grid.flatMap((columns, r) => columns.map((stops, c) => ({ stops, r, c })));
	const here = cells.findIndex((cell) => cell.r === row && cell.c === col);
	for (let k = here + d; k >= 0 && k < cells.length; k += d) {
		const cell = cells[k];
		if (cell && cell.c > 0 && cell.stops.length) return cell.stops[0];
	}
	return undefined;
}
