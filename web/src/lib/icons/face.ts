// A face for a valence of −2 … +2. Outline, mouth and eyes differ, not only the colour:
// circle = good, rounded square = neutral, octagon = bad. Drawn around 0,0 with radius 10.

export type FaceKey = 'p2' | 'p1' | '0' | 'm1' | 'm2';

/** Which of the five faces stands for a valence; also the name of its colour tokens `--emo-KEY`. */
export function faceKey(valence: number): FaceKey {
	if (valence >= 1.5) return 'p2';
	if (valence >= 0.5) return 'p1';
	if (valence > -0.5) return '0';
	return valence > -1.5 ? 'm1' : 'm2';
}

/** Path of the outline, inside a circle of radius 10. */
export function faceOutline(key: FaceKey): string {
	if (key === '0')
		return 'M-4.2-9.2h8.4a5 5 0 0 1 5 5v8.4a5 5 0 0 1-5 5h-8.4a5 5 0 0 1-5-5v-8.4a5 5 0 0 1 5-5Z';
	if (key === 'p1' || key === 'p2') return 'M-10 0a10 10 0 1 1 20 0a10 10 0 1 1-20 0Z';
	return 'M-4.2-9.9h8.4l5.7 5.7v8.4l-5.7 5.7h-8.4l-5.7-5.7v-8.4Z';
}

/** Path of the mouth (with the brows of the angriest face). Only `p2` is filled. */
export const faceMouth: Record<FaceKey, string> = {
	p2: 'M-5 1.6h10a5 5 0 0 1-10 0Z',
	p1: 'M-4.3 2.5c2 3 6.6 3 8.6 0',
	'0': 'M-4 3.6h8',
	m1: 'M-4 5c1.8-2.6 6.2-2.6 8 0',
	m2: 'M-4.3 5.8c1.6-4 7-4 8.6 0M-6-4.6l3.6 1.7M6-4.6 2.4-2.9',
};

/** Path of the eyes: two round dots. */
export function faceEyes(key: FaceKey): string {
	return key === 'm2' ? 'M-3.3-.9h.01M3.3-.9h.01' : 'M-3.3-2.4h.01M3.3-2.4h.01';
}
