// "Ik ben …": which member of a workspace sits at this browser. Until there are accounts a person picks it;
// scores and remarks carry that member.
import type { Member, Workspace } from '$lib/api';

const key = 'klantreis.me';

/** Workspace id → member id. */
type Chosen = Readonly<Record<string, string>>;

/** The part of a workspace that says who there is. */
type Team = Pick<Workspace, 'id' | 'members'>;

export class Me {
	readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
	#chosen = $state.raw<Chosen>({});

	constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined = globalThis.localStorage) {
		this.#storage = storage;
		this.#chosen = read(storage);
	}

	/** Who it is; undefined until somebody says so, and when that member has gone. */
	of(team: Team | undefined): Member | undefined {
		if (!team || !Object.hasOwn(this.#chosen, team.id)) return undefined;
		return team.members.find(({ id }) => id === this.#chosen[team.id]);
	}

	/** Remembers who it is; undefined forgets. */
	choose(workspaceId: string, memberId: string | undefined): void {
		const { [workspaceId]: _, ...others } = this.#chosen;
		this.#chosen = memberId === undefined ? others : { ...others, [workspaceId]: memberId };
		try {
			this.#storage?.setItem(key, JSON.stringify(this.#chosen));
		} catch {
			// Private windows may refuse: the choice then holds until the page is closed.
		}
	}
}

/** What was kept; whatever cannot be read counts as nothing. */
function read(storage: Pick<Storage, 'getItem'> | undefined): Chosen {
	try {
		const kept: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
		if (typeof kept !== 'object' || kept === null) return {};
		return Object.fromEntries(Object.entries(kept).filter(([, id]) => typeof id === 'string'));
	} catch {
		return {};
	}
}

/** The person at this browser. */
export const me = new Me();
