import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { createMetrics } from '../../src/web/metrics.ts';
import { commandLine } from '../support/command-line.ts';
import { PROJECT } from '../support/environment.ts';

const FILES = ['README.md', 'CONTRIBUTING.md', 'docs/deck-format.md', 'docs/operate.md'];

const whetstone = commandLine({});

/** The commands a page tells the reader to type, without what comes before and after. */
async function commandsOn(file: string): Promise<readonly string[]> {
  const text = await readFile(join(PROJECT, file), 'utf8');
  const whole = text.replaceAll('\\\n', ' ');
  return [...whole.matchAll(/npm run -s whetstone -- ([^`|#>\n]+)/g)].map(([, typed = '']) =>
    typed.trim(),
  );
}

const WITH_SUBCOMMANDS = ['deck', 'track', 'member', 'managers'];

/** `deck check` of `deck check ./my-deck`, `ask` of `ask 1`. */
function subcommandOf(typed: string): readonly string[] {
  const words = typed.split(/\s+/).filter((word) => !word.startsWith('-'));
  return words.slice(0, WITH_SUBCOMMANDS.includes(words[0] ?? '') ? 2 : 1);
}

describe.each(FILES)('%s', (file) => {
  it('names commands and options that there are', { timeout: 60_000 }, async () => {
    const commands = await commandsOn(file);
    expect(commands).not.toEqual([]);
    for (const typed of commands) {
      const help = await whetstone.ok(...subcommandOf(typed), '--help');
      expect(help).toContain(
        `Usage: ${['npm run -s whetstone --', ...subcommandOf(typed)].join(' ')}`,
      );
      for (const option of typed.match(/--[a-z]+/g) ?? []) expect(help).toContain(option);
    }
  });
});

it('docs/operate.md has systemd start the bot as npm does', async () => {
  const page = await readFile(join(PROJECT, 'docs/operate.md'), 'utf8');
  const [, started] = /^ExecStart=\/srv\/whetstone\/node_modules\/\.bin\/(.+)$/m.exec(page) ?? [];
  expect(started).toBe(packageJson.scripts.start);
});

it('docs/operate.md has alerts for metrics that there are', async () => {
  const page = await readFile(join(PROJECT, 'docs/operate.md'), 'utf8');
  const alerts = [...page.matchAll(/^ +expr: .*?(whetstone_\w+)/gm)].map(([, name = '']) => name);
  expect(alerts).not.toEqual([]);
  const metrics = await createMetrics().text();
  for (const name of alerts) expect(metrics).toContain(`# TYPE ${name} counter\n`);
});
