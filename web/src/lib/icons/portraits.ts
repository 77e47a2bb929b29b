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

const byName: Record<string, PortraitLook> = { Femke: femke, Ruud: ruud, Noor: noor, Sam: sam };
const all = [femke, ruud, noor, sam];

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
