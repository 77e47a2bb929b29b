/** Why a picture was not kept, in the language of the screen. The server decides; what the file is picks the words. */
import { ApiError } from '$lib/api';
import { m } from '$lib/i18n';

/** What the server takes at most; more is not sent, because the line would break off before the answer. */
export const BYTES_MAX = 10 * 1024 * 1024;

/** Words for a file that is not worth sending; undefined when it may go. */
export function unsendable(file: File): string | undefined {
	if (file.size > BYTES_MAX) return m.pic_no_bytes();
	return file.size === 0 ? m.pic_no_empty() : undefined;
}

/** Whether it is worth showing before the server has seen it. */
export const showable = (file: File) => !unsendable(file) && kindOf(file) !== 'svg';

export function refusedWords(error: unknown, file: File): string {
	if (!(error instanceof ApiError)) return m.pic_no_other();
	switch (error.code) {
		case 'offline':
		case 'unavailable':
			return m.pic_no_offline();
		case 'unauthenticated':
			return m.pic_no_session();
		case 'not_found':
		case 'forbidden':
			return m.pic_no_place();
		case 'too_large':
			return m.pic_no_pixels();
		case 'invalid':
			return byKind[kindOf(file)]();
		default:
			return m.pic_no_other();
	}
}

const byKind = { svg: m.pic_no_svg, heic: m.pic_no_heic, other: m.pic_no_kind };

function kindOf({ type, name }: File): keyof typeof byKind {
	if (/svg/i.test(type) || /\.svgz?$/i.test(name)) return 'svg';
	return /hei[cf]|avif/i.test(type) || /\.(hei[cf]|avif)$/i.test(name) ? 'heic' : 'other';
}
