import { describe, expect, it } from 'vitest';
import { banner, surroundings } from '../../src/app/banner.ts';
import { ok } from '../../src/app/doctor/finding.ts';
import { readConfig } from '../../src/config.ts';

/** The lines about the playground, of a bot that listens on `host` and is named `hosts` elsewhere. */
function playground(host: string, url: string, hosts = ''): readonly string[] {
  const config = readConfig({ HOST: host, PLAYGROUND: 'on', PLAYGROUND_HOSTS: hosts });
  const lines = banner(config, { url, decks: [], platforms: [] });
  const first = lines.findIndex((line) => line.includes('Playground'));
  return lines.slice(
    first,
    lines.findIndex((line) => line.startsWith('Next')),
  );
}

describe('what a start says about the playground', () => {
  it('is its address where only this machine reaches it', () => {
    expect(playground('127.0.0.1', 'http://127.0.0.1:3000')).toEqual([
      '  Playground  http://127.0.0.1:3000  (the whole bot, in a browser)',
    ]);
  });

  it('is the way in from elsewhere where the server is open to a network: the page is not', () => {
    const lines = playground('0.0.0.0', 'http://127.0.0.1:3000');
    expect(lines[0]).toContain('http://127.0.0.1:3000');
    expect(lines.join('\n')).toContain('ssh -L 3000:127.0.0.1:3000');
  });

  it('is what to change where it listens on an address that the page does not answer to', () => {
    const lines = playground('192.0.2.7', 'http://192.0.2.7:3000').join('\n');
    expect(lines).not.toContain('http://192.0.2.7');
    expect(lines).toContain('HOST=127.0.0.1');
  });

  it('is every name that it has for browsers elsewhere', () => {
    expect(playground('0.0.0.0', 'http://127.0.0.1:3000', 'Box.local, fd00::7')).toEqual([
      '  Playground  http://127.0.0.1:3000  (the whole bot, in a browser)',
      '              http://box.local:3000',
      '              http://[fd00::7]:3000',
    ]);
    expect(playground('192.0.2.7', 'http://192.0.2.7', '192.0.2.7')[0]).toContain(
      'http://192.0.2.7 ',
    );
    expect(playground('127.0.0.1', 'http://127.0.0.1:3000', 'study.example')[1]).toContain(
      'study.example, through a proxy',
    );
  });
});

describe('what a start says of its surroundings', () => {
  const onDiscord = readConfig({ DISCORD_TOKEN: 'abc' });

  it('is what comes next where there is no track yet', () => {
    const told = surroundings(onDiscord, [ok('Discord', 'as bot in Home'), ok('clock', 'agrees')]);
    expect(told).toEqual([
      '  Discord     as bot in Home',
      'Next: /track add, in a channel that is to have a question a day.',
    ]);
  });

  it('is nothing where there is only the playground and all is well', () => {
    expect(surroundings(readConfig({}), [ok('playground', 'on'), ok('jobs', 'none')])).toEqual([]);
  });
});
