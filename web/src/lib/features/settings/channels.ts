/** Which channels a choice offers: those in use, and those chosen before, which stay where they are used. */
import type { Channel } from '$lib/api';

export function offered(channels: readonly Channel[], chosen: readonly (string | undefined)[]): Channel[] {
	return channels.filter(({ id, active }) => active !== false || chosen.includes(id));
}
