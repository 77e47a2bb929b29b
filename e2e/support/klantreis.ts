import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** The real program, as `make build` leaves it. */
const program = join(import.meta.dirname, '../../bin/klantreis');

const run = promisify(execFile);

const startMillisMax = 20_000;
const stopMillisMax = 25_000;

/**
 * One running klantreis with the demo workspace on a folder and a free port of its own.
 * It can be halted and resumed on the same folder, as an operator would.
 */
export class Klantreis {
	readonly folder: string;
	#link = '';
	#process: ChildProcess | undefined;
	#said: string[] = [];
	readonly #command: 'demo' | 'serve';

	private constructor(folder: string, command: 'demo' | 'serve') {
		this.folder = folder;
		this.#command = command;
	}

	static async start(): Promise<Klantreis> {
		const server = new Klantreis(await mkdtemp(join(tmpdir(), 'klantreis-e2e-')), 'demo');
		await server.#launch();
		return server;
	}

	/** A clean installation that holds nothing but the journey of a file. */
	static async startWith(journeyFile: string): Promise<Klantreis> {
		const server = new Klantreis(await mkdtemp(join(tmpdir(), 'klantreis-e2e-')), 'serve');
		const path = join(server.folder, 'journey.json');
		await writeFile(path, journeyFile);
		await run(program, ['import', path, '--data', server.folder]);
		await server.#launch();
		return server;
	}

	/** The file of a journey, as the program writes it while it runs. */
	async export(journey: string): Promise<string> {
		const path = join(this.folder, `${journey}.json`);
		await run(program, ['export', '--data', this.folder, '--journey', journey, '-o', path]);
		return readFile(path, 'utf8');
	}

	/** The link that opens a session; it works once. */
	get link(): string {
		return this.#link;
	}

	get origin(): string {
		return new URL(this.#link).origin;
	}

	/** What the program wrote, for the report of a test that failed. */
	get log(): string {
		return this.#said.join('\n');
	}

	/** Stops the program and leaves its folder. */
	async halt(): Promise<void> {
		const child = this.#process;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		const stuck = setTimeout(() => child.kill('SIGKILL'), stopMillisMax);
		child.kill('SIGTERM');
		await ended;
		clearTimeout(stuck);
	}

	/** Starts it again on its folder and port. */
	async resume(): Promise<void> {
		await this.#launch();
	}

	async stop(): Promise<void> {
		await this.halt();
		await rm(this.folder, { recursive: true, force: true });
	}

	async #launch(): Promise<void> {
		// A restart comes back on its port, so that an open page finds it again.
		const port = this.#link ? new URL(this.#link).port : '0';
		const child = spawn(program, [this.#command, '--addr', `127.0.0.1:${port}`, '--data', this.folder], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.#process = child;
		const ready = new Promise<string>((resolve, reject) => {
			const late = setTimeout(
				() => reject(new Error(`not ready in time; it said:\n${this.log}`)),
				startMillisMax,
			);
			const hear = (line: string) => {
				this.#said.push(line);
				const link = /^klantreis is ready: (http:\/\/\S+)$/.exec(line)?.[1];
				if (link) {
					clearTimeout(late);
					resolve(link);
				}
			};
			createInterface(child.stdout).on('line', hear);
			createInterface(child.stderr).on('line', hear);
			child.on('error', reject);
			child.on('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${this.log}`)));
		});
		this.#link = await ready;
	}
}
