import { describe, expect, it } from 'vitest';
import { converse, said } from '../support/conversation.ts';
import { readManifest } from '../support/slack/manifest.ts';
import { STAGES } from '../support/stages.ts';

/** How a command is typed where Slack keeps its name for itself. */
const indirect = (platform: string, command: string): string =>
  platform === 'slack' ? `/whetstone ${command}` : `/${command}`;

/** Discord's picker speaks the reader's language; elsewhere English names are typed. */
const russian = (platform: string, onDiscord: string, elsewhere: string): string =>
  platform === 'discord' ? `/${onDiscord}` : typedElsewhere(platform, elsewhere);

const typedElsewhere = (platform: string, command: string): string =>
  command.startsWith('track') ? `/${command}` : indirect(platform, command);

describe.each(STAGES)('/help on $name', ({ open, name: platform }) => {
  const talk = converse(open);

  it('says what Whetstone does, and its commands as they are typed here', async () => {
    const help = await said(talk.stage.person('Ann'), 'help');
    expect(help).toContain('One interview question a day keeps the team sharp.');
    expect(help).toContain('press the letter of yours');
    const commands = ['/quiz', '/streak', '/leaderboard'];
    const others = ['question', 'privacy', 'help'].map((name) => indirect(platform, name));
    for (const command of [...commands, ...others]) expect(help).toContain(`${command} — `);
  });

  it('tells of managing only those who may', async () => {
    expect(await said(talk.stage.person('Ann'), 'help')).not.toContain('/track');
    const help = await said(talk.stage.person('Mona', { manages: true }), 'help');
    expect(help).toContain('For people who manage Whetstone here');
    expect(help).toContain('/track — add, edit, list, check');
  });

  it('speaks the asker’s language', async () => {
    const help = await said(talk.stage.person('Яна', { language: 'ru' }), 'help');
    expect(help).toContain('Один вопрос с собеседований в день держит команду в форме.');
    expect(help).toContain(`${russian(platform, 'помощь', 'help')} — эта справка`);
  });

  it('names every command as the asker’s own picker does', async () => {
    const mona = talk.stage.person('Мона', { language: 'ru', manages: true });
    expect(await said(mona, 'streak')).toContain(
      `${russian(platform, 'программа добавить', 'track add')}.`,
    );
    expect(await said(mona, 'track', 'pause')).toContain(
      `(${russian(platform, 'программа список', 'track list')})`,
    );
    expect(await said(mona, 'question', 'mine')).toContain(
      russian(platform, 'вопросы предложить', 'question suggest'),
    );
  });
});

/** Where commands are typed letter for letter, and so may be mistyped. */
const TYPED = STAGES.filter(({ name }) => name !== 'discord');

describe.each(TYPED)('a mistyped command on $name', ({ open, name: platform }) => {
  const talk = converse(open);
  const ann = () => talk.stage.person('Ann');
  const mona = () => talk.stage.person('Mona', { manages: true });
  const yana = () => talk.stage.person('Яна', { language: 'ru' });

  it('is not known, and help is offered as it is typed here', async () => {
    expect(await said(ann(), 'polish')).toBe(
      `There is no command “polish”. Try ${indirect(platform, 'help')}.`,
    );
    expect(await said(yana(), 'polish')).toBe(
      `Команды «polish» нет. Попробуйте ${indirect(platform, 'help')}.`,
    );
  });

  it('says what may follow it', async () => {
    const known = 'add, edit, settings, list, doctor, pause, resume, remove, ask, reveal.';
    expect(await said(mona(), 'track')).toBe(`Write after /track what to do: ${known}`);
    expect(await said(mona(), 'track', 'bury')).toBe(`Write after /track what to do: ${known}`);
    expect(await said(yana(), 'privacy')).toBe(
      `Напишите после ${indirect(platform, 'privacy')}, что сделать: показать, удалить.`,
    );
  });

  it('may not be tried by those who may not manage', async () => {
    expect(await said(ann(), 'track', 'bury')).toContain('Only people who may manage');
  });

  it('with an unknown option says which there are', async () => {
    expect(await said(ann(), 'quiz', { colour: 'red' })).toBe(
      '“colour” is not an option here. Options: topic, difficulty.',
    );
    expect(await said(yana(), 'help', { цвет: 'красный' })).toBe(
      'Параметра «цвет» здесь нет; у этой команды их нет вовсе.',
    );
  });

  it('without what it needs shows how it is typed', async () => {
    expect(await said(ann(), 'interview', 'set')).toBe(
      `The command is not complete. Write it like this: ${indirect(platform, 'interview set date:2026-12-24')}`,
    );
    const all = 'round count round:12 member:@Ann reason:"the answer was given away"';
    expect(await said(mona(), 'round', 'count', { round: '3' })).toBe(
      `The command is not complete. Write it like this: ${indirect(platform, all)}`,
    );
    const both = 'away set from:24.12.2026 until:08.01.2027';
    expect(await said(yana(), 'away', 'set')).toBe(
      `Команда неполная. Напишите её так: ${indirect(platform, both)}`,
    );
  });

  it('with an unknown choice names the choices in the asker’s words', async () => {
    expect(await said(ann(), 'quiz', { difficulty: 'brutal' })).toBe(
      '“brutal” does not fit difficulty. Choose one of: easy, medium, hard.',
    );
    expect(await said(yana(), 'leaderboard', { период: 'год' })).toBe(
      '«год» не подходит для «период». Выберите одно из: эта неделя, этот месяц, за всё время.',
    );
    expect(await said(yana(), 'quiz', { уровень: 'сложный' })).toContain('Вопрос для вас');
  });
});

const [SLACK] = STAGES.filter(({ name }) => name === 'slack');

describe('Slack’s slash commands', () => {
  if (!SLACK) throw new Error('Slack is not there');
  const talk = converse(SLACK.open);

  it('are, in the app’s manifest, those that work there directly and /whetstone', () => {
    const direct = talk.bot.runtime.startOptions.commands.filter(({ ownName }) => ownName);
    const wanted = direct.map(({ name }) => `/${name}`);
    const inManifest = readManifest().features.slash_commands.map(({ command }) => command);
    expect([...inManifest].sort()).toEqual(wanted.sort());
  });

  it('answer /whetstone alone with help', async () => {
    expect(await said(talk.stage.person('Ann'), 'whetstone')).toContain('/whetstone help — ');
  });
});
