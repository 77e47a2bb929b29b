// Drawn portraits of personas: skin, hair, background, shape of the hair, clothes. Never a photo.
// Known first names have their own; any other name gets one of the set, always the same for that name.

export interface PortraitLook {
	skin: string;
	hair: string;
	ground: string;
	hairShape: string;
	clothes: string;
}

const femke: PortraitLook = {
	skin: '#f3c9a5',
	hair: '#7b4a2a',
	ground: '#e8eefb',
	hairShape: 'M5 15c0-7 3-10 7-10s7 3 7 10c-1 2-2.2 2-2.2 2V11c-3 0-6-1-7-3-.5 2-1.6 3-2.6 3.5V17S6 17 5 15Z',
	clothes: '#235aa8',
};
const ruud: PortraitLook = {
	skin: '#e9b892',
	hair: '#8d8f94',
	ground: '#eef1e3',
	hairShape: 'M6.5 10c0-4 2.5-5.5 5.5-5.5s5.5 1.5 5.5 5.5l-.8-.5c0-2-1.5-2.5-4.7-2.5s-4.7.5-4.7 2.5Z',
	clothes: '#59680f',
};
const noor: PortraitLook = {
	skin: '#c98f65',
	hair: '#2b211c',
	ground: '#fbeeea',
	hairShape:
		'M5.5 12c0-5 3-7.5 6.5-7.5s6.5 2.5 6.5 7.5c0 1-1 1.5-1.5 1 0-3-1.5-4.5-5-4.5S7 10 7 13c-.5.5-1.5 0-1.5-1Z',
	clothes: '#9f3c32',
};
const sam: PortraitLook = {
	skin: '#f3c9a5',
	hair: '#7b4a2a',
	ground: '#eef1e3',
	hairShape:
		'M6.8 11c-.6-4.3 2-6.6 5.4-6.6 3 0 5.6 2 5 6.6l-1-.2c0-1.6-.7-2.6-1.6-3-1.6.8-4.4.9-5.8.2-.7.6-1 1.6-1 2.8Z',
	clothes: '#235aa8',
};

const bun: PortraitLook = {
	skin: '#e9b892',
	hair: '#c08a3e',
	ground: '#f3f1ec',
	hairShape:
		'M12 2.2a2.5 2.5 0 0 1 1.6 4.4c2.6.5 4.2 2.5 4 5.4l-.9-.2c-.2-2-1.8-3.3-4.7-3.3s-4.5 1.3-4.7 3.3l-.9.2c-.2-2.9 1.4-4.9 4-5.4A2.5 2.5 0 0 1 12 2.2Z',
	clothes: '#24694a',
};
const long: PortraitLook = {
	skin: '#8a5a3c',
	hair: '#1f1a17',
	ground: '#fbf4e3',
	hairShape:
		'M5.6 19c-1-4-.6-9 1-11.6C7.8 5.2 9.6 4.4 12 4.4s4.2.8 5.4 3c1.6 2.6 2 7.6 1 11.6-1 .4-2 .3-2.6 0 .6-3 .5-6 .1-8.4-2 .2-5-.6-6.9-2.6-.4 1-.9 1.8-1.6 2.4-.2 2.8-.1 5.8.8 8.6-.8.4-1.8.3-2.6 0Z',
	clothes: '#5f48a5',
};
const curls: PortraitLook = {
	skin: '#6f4a33',
	hair: '#2b211c',
	ground: '#e6f4f6',
	hairShape:
		'M6.4 13a2.2 2.2 0 0 1-.6-3.6 2.3 2.3 0 0 1 1.6-3.3 2.5 2.5 0 0 1 3.2-1.7 2.6 2.6 0 0 1 3.4.2 2.4 2.4 0 0 1 2.9 2 2.3 2.3 0 0 1 1.2 3.1 2.2 2.2 0 0 1-.7 3.3c-.2-2.2-1.2-3.6-2.4-4.2-2 .6-4.6.5-6.2-.2-1.2.8-2.2 2.2-2.4 4.4Z',
	clothes: '#9f3c32',
};
const scarf: PortraitLook = {
	skin: '#e3b48c',
	hair: '#5f48a5',
	ground: '#f1edfb',
	hairShape:
		'M12 4.6c4.4 0 6.6 3 6.6 7 0 3.6-1 6.2-2.2 7.4H7.6C6.4 17.8 5.4 15.2 5.4 11.6c0-4 2.2-7 6.6-7Zm0 3.6c-2.4 0-3.7 1.5-3.7 3.7s1.5 4 3.7 4 3.7-1.8 3.7-4-1.3-3.7-3.7-3.7Z',
	clothes: '#235aa8',
};

const byName: Record<string, PortraitLook> = { Femke: femke, Ruud: ruud, Noor: noor, Sam: sam };
const all = [femke, ruud, noor, sam];

/** The portraits a person can choose for a persona, by the name the document keeps. */
export const portraits = { bob: femke, grey: ruud, dark: noor, short: sam, bun, long, curls, scarf } as const;

export type PortraitKey = keyof typeof portraits;

/** What stands for a persona: a chosen portrait, the initials ("initials"), or one portrait per name. */
export function looksOf(name: string, chosen?: string): PortraitLook[] {
	if (chosen === 'initials') return [];
	if (chosen !== undefined && Object.hasOwn(portraits, chosen)) return [portraits[chosen as PortraitKey]];
	return peopleIn(name).slice(0, 2).map(portraitOf);
}

/** The people in a persona's name: "Noor en Sam" is two. */
export function peopleIn(name: string): string[] {
	return name.split(/ en | and | & /).filter(Boolean);
}

/** The portrait of one person. */
export function portraitOf(name: string): PortraitLook {
	if (Object.hasOwn(byName, name)) return byName[name]!;
	let sum = 0;
	for (const char of name) sum = (sum * 31 + char.codePointAt(0)!) >>> 0;
	return all[sum % all.length]!;
}
