import { runCommandLine } from './cli/run.ts';
import { readEnvironment } from './config.ts';
import { fetchBytes } from './decks/published/fetch-bytes.ts';
import { endQuietly } from './features/shared/cli/terminal.ts';

endQuietly(process.stdout);
process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal: process,
  environment: readEnvironment,
  fetchPublic: fetchBytes,
});
