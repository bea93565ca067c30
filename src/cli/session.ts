import type { Terminal } from '../features/shared/cli/terminal.ts';

/** What one run of the command line has from outside. */
export interface Session {
  readonly terminal: Terminal;
  /** Read when a command needs settings: help works with a broken `.env` too. */
  readonly environment: () => NodeJS.ProcessEnv;
}
