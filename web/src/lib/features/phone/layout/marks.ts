/** The scores of the others under the track of a slider: marks where they are, initials that stay readable. */

/** One letter per name, or as many as it takes to tell them apart (three at most). */
export function initialsOf(names: readonly string[]): string[] {
	const start = (name: string, n: number) => [...name.trim()].slice(0, n).join('');
	return names.map((name) => {
		const alone = (n: number) => {
			const own = start(name, n).toUpperCase();
			return names.filter((other) => start(other, n).toUpperCase() === own).length === 1;
		};
		const [first = '?', ...rest] = start(name, [1, 2].find(alone) ?? 3);
		return first.toUpperCase() + rest.join('');
	});
}

/**
 * Places for labels that want to stand at `wanted` but not closer than `gap` to each other, within 0 … `width`.
 * Labels that would touch move apart around their middle; the order stays.
 */
export function spread(wanted: readonly number[], gap: number, width: number): number[] {
	const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]!);
	const groups: { middle: number; members: number[] }[] = [];
	for (const i of order) {
		let group = { middle: within(wanted[i]!, gap, width, 1), members: [i] };
		for (let before = groups.at(-1); before && overlap(before, group, gap); before = groups.at(-1)) {
			groups.pop();
			const members = [...before.members, ...group.members];
			const mean = members.reduce((sum, k) => sum + wanted[k]!, 0) / members.length;
			group = { middle: within(mean, gap, width, members.length), members };
		}
		groups.push(group);
	}
	const placed = [...wanted];
	for (const { middle, members } of groups) {
		members.forEach((i, k) => (placed[i] = middle + (k - (members.length - 1) / 2) * gap));
	}
	return placed;
}

const reach = (group: { members: number[] }, gap: number) => (group.members.length * gap) / 2;

function overlap(
	a: { middle: number; members: number[] },
	b: { middle: number; members: number[] },
	gap: number,
): boolean {
	return b.middle - a.middle < reach(a, gap) + reach(b, gap) - 1e-9;
}

/** A middle at which a group of labels stays inside the width. */
function within(middle: number, gap: number, width: number, count: number): number {
	const half = ((count - 1) * gap) / 2;
	return Math.max(half, Math.min(width - half, middle));
}
