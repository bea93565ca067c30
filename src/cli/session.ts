import type { FetchPublic } from '../decks/published/fetch-bytes.ts';
import type { Terminal } from '../features/shared/cli/terminal.ts';

/** What one run of the command line has from outside. */
export interface Session {
  readonly terminal: Terminal;
  /** Read when a command needs settings: help works with a broken `.env` too. */
  readonly environment: () => NodeJS.ProcessEnv;
  /** What stands at an address of the public network. */
  readonly fetchPublic: FetchPublic;
}
