import { describe, expect, it } from 'vitest';
import type { Stage, StageGain } from '$lib/api';
import { bandPath, columnsOf, columnMin, frameOf, nameLines, stretches, widthOf } from './chart';
import { partsOf } from './sentence';

const gain = (relevance?: number, presence?: number): StageGain => ({
	relevance,
	presence,
	n: 1,
	relevanceSpread: 0,
	presenceSpread: 0,
	complete: relevance !== undefined && presence !== undefined,
	guessOnly: false,
});
const stages = ['a', 'b', 'c', 'd'].map((id, i): Stage => ({ id, order: i + 1, name: {} }));
const computed = { relevancePresence: { a: gain(60, 25), b: gain(80), c: gain(75, 75), d: gain(85, 30) } };

describe('the picture', () => {
	const frame = frameOf(800, stages.length);
	const columns = columnsOf(stages, [], computed, frame);

	it('fills the width, or scrolls when stages would be too narrow', () => {
		expect(widthOf(frame, 4)).toBe(800);
		expect(frameOf(300, 7).column).toBe(columnMin);
	});

	it('has 100 above 0', () => {
		expect(frame.y(100)).toBeLessThan(frame.y(0));
	});

	it('breaks long names, and ends them when there is no more room', () => {
		expect(nameLines('See', 100)).toEqual(['See']);
		expect(nameLines('Dromen van een mooi huis', 80)).toEqual(['Dromen van', 'een mooi', 'huis']);
		expect(nameLines('een twee drie vier vijf zes', 40)).toEqual(['een', 'twee', 'drie…']);
		expect(nameLines('Klanttevredenheidsonderzoek', 80)).toEqual(['Klanttevre…']);
	});

	it('breaks a line where a value is missing', () => {
		const runs = stretches(columns, (column) => column.gain.presence !== undefined);
		expect(runs.map((run) => run.map(({ stage }) => stage.id).join(''))).toEqual(['a', 'cd']);
		expect(bandPath(runs[0]!, frame.y)).toBe('');
		expect(bandPath(runs[1]!, frame.y)).toMatch(/^M.*Z$/);
	});
});

describe('the sentence', () => {
	const shown = (value: number) => String(value);

	it('gives both figures their colour, in the order in which they stand', () => {
		const parts = partsOf('Relevant (60), aanwezig (25).', { ...gain(60, 25), diagnosis: 'be_there' }, shown);
		expect(parts).toEqual([
			{ text: 'Relevant ' },
			{ text: '(60)', ink: 'rel' },
			{ text: ', aanwezig ' },
			{ text: '(25)', ink: 'pre' },
			{ text: '.' },
		]);
	});

	it('tells equal figures apart by the diagnosis', () => {
		const parts = partsOf('P (70), R (70)', { ...gain(70, 70), diagnosis: 'become_relevant' }, shown);
		expect(parts.map(({ ink }) => ink)).toEqual([undefined, 'pre', undefined, 'rel']);
	});

	it('stays whole when the figures are not in it', () => {
		expect(partsOf('Vasthouden.', gain(1, 2), shown)).toEqual([{ text: 'Vasthouden.' }]);
		expect(partsOf('Niets.', undefined, shown)).toEqual([{ text: 'Niets.' }]);
	});
});
