import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commandLine, commandProcess } from '../support/command-line.ts';
import { startNode } from '../support/node-process.ts';

/** Help and slips of the pen need no database. */
const OUT_OF_REACH = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' };

const whetstone = commandLine(OUT_OF_REACH);
const started = commandProcess(OUT_OF_REACH);

describe('the command line', () => {
  it('tells its version', async () => {
    expect(await whetstone.ok('--version')).toBe(`${packageJson.version}\n`);
  });

  it('lists its commands', async () => {
    const help = await started.ok('--help');
    expect(help).toContain('Usage: npm run -s whetstone --');
    for (const command of [
      'migrate',
      'doctor',
      'backup',
      'restore',
      'move',
      'deck',
      'track',
      'ask',
      'reveal',
      'status',
      'member',
      'feedback',
    ]) {
      expect(help).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    }
  });

  it.each([
    ['deck', ['list', 'check', 'import', 'export', 'remove', 'show', 'try', 'draft', 'new']],
    ['track', ['add', 'list', 'edit', 'pause', 'resume', 'remove']],
    ['member', ['export', 'forget']],
  ])('lists the commands of %s', async (command, subcommands) => {
    const help = await whetstone.ok(command, '--help');
    for (const one of subcommands) expect(help).toMatch(new RegExp(`^  ${one}\\b`, 'm'));
  });

  it('names what a new track is given where nothing is said, and nothing of that for an edited one', async () => {
    expect(await whetstone.ok('track', 'add', '--help')).toMatch(/\(default:\s+llm-interview\)/);
    expect(await whetstone.ok('track', 'edit', '--help')).not.toContain('(default');
  });

  it('shows its commands to whoever names none, and counts that as a mistake', async () => {
    const ended = await whetstone();
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('Commands:');
  });

  it.each([
    [['stauts'], "error: unknown command 'stauts'\n(Did you mean status?)"],
    [['status', '--jsno'], "error: unknown option '--jsno'\n(Did you mean --json?)"],
    [['ask'], "error: missing required argument 'track'"],
    [['ask', 'daily'], 'A track is named by its number; see: track list'],
    [['deck', 'export', 'x', '--format', 'xml'], 'Allowed choices are json, csv.'],
  ])('says what is wrong with %j', async (args, words) => {
    const ended = await whetstone(...args);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).toMatch(/^Usage: npm run -s whetstone -- /m);
    expect(ended.stderr.trim().split('\n').length).toBeLessThan(5);
  });

  it('says in one line that the database is out of reach', async () => {
    expect(await started('status')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Cannot use the PostgreSQL database nowhere at 127.0.0.1:1: nothing listens there. ' +
        'Fix: check DATABASE_URL, and that the server runs.\n',
    });
  });

  it('names every setting that is wrong, and none of the secrets', async () => {
    const settings = { PORT: 'http', SLACK_BOT_TOKEN: 'xoxp-very-secret' };
    const ended = await commandLine(settings)('status');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('PORT is not a port');
    expect(ended.stderr).toContain('SLACK_BOT_TOKEN is not a bot token');
    expect(ended.stderr).not.toContain('very-secret');
  });

  it('does not mind a reader who has seen enough', async () => {
    const command = startNode(['src/cli.ts', 'deck', 'new', 'lora-vs-qlora'], {});
    command.hangUp();
    expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
  });
});
