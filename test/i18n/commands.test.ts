import { describe, expect, it } from 'vitest';
import { createRegistry } from '../../src/app/requests/registry.ts';
import type { OptionDefinition } from '../../src/chat/command.ts';
import { type Language, LANGUAGES } from '../../src/domain/language.ts';
import { FEATURES } from '../../src/features/index.ts';

/** Discord's: `^[-_'\p{L}\p{N}…]{1,32}$`, in lower case where the script has one. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
const LONGEST_DESCRIPTION = 100;
const MOST_CHOICES = 25;

/** What Slack keeps for itself; an app's command of the same name is never called. */
const SLACKS_OWN =
  `archive away call collapse dm dnd expand feed feedback help invite join kick leave
  list me msg mute omw open prefs remind rename search shortcuts shrug star status topic unarchive
  unmute who`.split(/\s+/);

const { definitions } = createRegistry(FEATURES);

interface Named {
  readonly name: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly descriptions: Readonly<Record<Language, string>>;
}

/** Every list of names that stand beside each other, by where they stand. */
const SIBLINGS: readonly (readonly [where: string, named: readonly Named[]])[] = [
  ['commands', definitions],
  ...definitions.flatMap(({ name, options = [], subcommands = [] }) => [
    [`/${name}`, [...options, ...subcommands]] as const,
    ...subcommands.map((sub) => [`/${name} ${sub.name}`, sub.options ?? []] as const),
  ]),
];

const OPTIONS: readonly OptionDefinition[] = definitions.flatMap(({ options, subcommands }) => [
  ...(options ?? []),
  ...(subcommands ?? []).flatMap((sub) => sub.options ?? []),
]);

describe.each(LANGUAGES)('names and descriptions in %s', (language) => {
  it.each(SIBLINGS)('are what Discord takes: %s', (_where, named) => {
    for (const { names, descriptions } of named) {
      expect(names[language]).toMatch(NAME);
      expect(names[language]).toBe(names[language].toLowerCase());
      expect(descriptions[language].length).toBeGreaterThan(0);
      expect(descriptions[language].length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
    }
  });
});

describe('names', () => {
  it.each(SIBLINGS)('are told apart, whatever language they are typed in: %s', (_where, named) => {
    const all = named.flatMap(({ name, names }) => [...new Set([name, ...Object.values(names)])]);
    expect(all).toEqual([...new Set(all)]);
  });

  it('are, where Slack is to know them directly, none that Slack keeps for itself', () => {
    const direct = definitions.filter(({ ownName }) => ownName);
    expect(direct.map(({ name }) => name).sort()).toEqual([
      'leaderboard',
      'quiz',
      'streak',
      'track',
      'whetstone',
    ]);
    for (const { name } of direct) expect(SLACKS_OWN).not.toContain(name);
  });
});

describe('choices', () => {
  it('are as many and as long as Discord takes, and told apart', () => {
    const chosen = OPTIONS.flatMap(({ choices }) => (choices ? [choices] : []));
    expect(chosen.length).toBeGreaterThan(0);
    for (const choices of chosen) {
      expect(choices.length).toBeLessThanOrEqual(MOST_CHOICES);
      const labels = choices.flatMap((choice) => [...new Set(Object.values(choice.labels))]);
      for (const label of labels) expect(label.length).toBeLessThanOrEqual(100);
      expect(labels).toEqual([...new Set(labels)]);
    }
  });
});

it('an option that has to be given shows how', () => {
  const required = OPTIONS.filter((option) => option.required);
  expect(required.length).toBeGreaterThan(0);
  expect(required.filter(({ example }) => example === undefined)).toEqual([]);
});
