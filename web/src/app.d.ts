declare global {
	namespace App {
		/** What an error page may say; `code` is the API's code. */
		interface Error {
			message: string;
			code?: string;
		}
	}
}

export {};
