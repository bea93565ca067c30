import type { Element } from 'hast';
import { h } from 'hastscript';
import { type CommandDefinition, commandSpan } from '../../../chat/command.ts';
import { displayable } from '../../../chat/displayable.ts';
import { LOOKS } from '../../../chat/look.ts';
import { LANGUAGES } from '../../../domain/language.ts';
import { type Theme, THEMES } from '../../../web/kit/document.ts';
import { spellCommand } from '../commands.ts';
import { type PlaygroundWords, playgroundWords } from '../words/index.ts';
import { avatar, mark } from './avatar.ts';
import { LOOK_TITLES } from './limit-note.ts';
import type { Onlooker } from './onlooker.ts';

export interface PanelFacts extends Onlooker {
  readonly commands: readonly CommandDefinition[];
  readonly theme: Theme;
}

/** The visitor's own controls, apart from the chat: who they are, the clock, how the page looks. */
export function panel(facts: PanelFacts): Element {
  const words = playgroundWords(facts.reading.language);
  return h('nav.panel', { id: 'panel', popover: 'auto', ariaLabel: words.panel }, [
    h('header.panel-head', [
      h('p.brand', [mark(), 'Whetstone']),
      h(
        'button.quiet.close',
        {
          type: 'button',
          popoverTarget: 'panel',
          popoverTargetAction: 'hide',
          ariaLabel: words.closePanel,
        },
        '×',
      ),
    ]),
    h('p.about', words.about),
    section(words.clock, undefined, clockButtons(words)),
    section(words.you, words.youHint, h('ul.people', people(facts, words))),
    section(words.commands, undefined, h('ul.commands', commands(facts))),
    section(words.connect, words.connectHint),
    h('footer.looks', [
      h('p.hint', words.look),
      looks(facts, words),
      h('p.hint', words.looksHints[facts.lookName ?? 'whetstone']),
      languages(facts, words),
      h('p.hint', words.languageHint),
      themes(facts, words),
    ]),
  ]);
}

function section(title: string, hint: string | undefined, content?: Element): Element {
  return h('section', [
    h('h2', title),
    content,
    hint === undefined ? undefined : h('p.hint', hint),
  ]);
}

function clockButtons(words: PlaygroundWords): Element {
  return h('div.clock', [
    h('button.primary', { type: 'button', dataClock: 'next' }, words.nextQuestion),
    h('button.plain', { type: 'button', dataClock: 'others' }, words.others),
    h('button.plain', { type: 'button', dataClock: 'deadline' }, words.deadline),
  ]);
}

function people(facts: PanelFacts, words: PlaygroundWords): Element[] {
  return facts.members.map((member) =>
    h('li', [
      h(
        'a.person',
        { href: `/?as=${encodeURIComponent(member.id)}`, ariaCurrent: isCurrent(member.id, facts) },
        [
          h('span', { ariaHidden: 'true' }, avatar(member.id, facts)),
          h('span.name', displayable(member.name)),
          member.manages ? h('span.tag', words.manages) : undefined,
        ],
      ),
    ]),
  );
}

const isCurrent = (id: string, { member }: PanelFacts): string | undefined =>
  id === member.id ? 'true' : undefined;

/** Whoever may not manage is offered no command that they would be refused. */
function commands({ commands, member, reading, look }: PanelFacts): Element[] {
  return commands
    .filter(({ manage }) => member.manages || manage !== true)
    .map((command) => {
      const spell = look?.spellCommand ?? spellCommand;
      const text = spell(commandSpan(reading.language, command));
      const title = command.descriptions[reading.language];
      return h('li', h('button.chip', { type: 'button', dataTry: `${text} `, title }, text));
    });
}

function languages({ reading }: PanelFacts, words: PlaygroundWords): Element {
  return choice(
    words.language,
    LANGUAGES.map((language) =>
      h(
        'button',
        {
          type: 'button',
          lang: language,
          dataLanguage: language,
          ariaPressed: pressed(language, reading.language),
        },
        words.languageNames[language],
      ),
    ),
  );
}

function looks({ lookName }: PanelFacts, words: PlaygroundWords): Element {
  const current = lookName ?? 'whetstone';
  return choice(
    words.look,
    (['whetstone', ...LOOKS] as const).map((name) =>
      h(
        'button',
        { type: 'button', dataChooseLook: name, ariaPressed: pressed(name, current) },
        LOOK_TITLES[name],
      ),
    ),
  );
}

function themes({ theme }: PanelFacts, words: PlaygroundWords): Element {
  return choice(
    words.theme,
    THEMES.map((name) =>
      h(
        'button',
        { type: 'button', dataChooseTheme: name, ariaPressed: pressed(name, theme) },
        words.themes[name],
      ),
    ),
  );
}

const choice = (label: string, buttons: readonly Element[]): Element =>
  h('div.choice', { role: 'group', ariaLabel: label }, [...buttons]);

const pressed = (name: string, current: string): 'true' | 'false' =>
  name === current ? 'true' : 'false';
