import { describe, expect, it } from 'vitest';
import { leaderboardFeature } from '../../../src/features/leaderboard/feature.ts';
import { parseCommand } from '../../../src/platforms/slack/commands.ts';
import { COMMANDS } from './support.ts';

const parse = (line: string) => {
  const [, command = '', text = ''] = /^(\S+)\s*(.*)$/su.exec(line) ?? [];
  return parseCommand(COMMANDS, command, text);
};

describe('a slash command', () => {
  it.each([
    ['/quiz', { command: 'quiz', options: {} }],
    ['/quiz attention', { command: 'quiz', options: { topic: 'attention' } }],
    [
      '/quiz attention heads hard',
      { command: 'quiz', options: { topic: 'attention heads', difficulty: 'hard' } },
    ],
    ['/quiz Сложный', { command: 'quiz', options: { difficulty: 'hard' } }],
    [
      '/quiz тема:внимание сложность:лёгкий',
      { command: 'quiz', options: { topic: 'внимание', difficulty: 'easy' } },
    ],
    ['/quiz difficulty:brutal', { command: 'quiz', options: { difficulty: 'brutal' } }],
    ['/quiz topic: attention', { command: 'quiz', options: { topic: 'attention' } }],
    ['/quiz C &amp; &lt;T&gt;', { command: 'quiz', options: { topic: 'C & <T>' } }],
    [
      '/quiz topic:attention heads hard',
      { command: 'quiz', options: { topic: 'attention heads', difficulty: 'hard' } },
    ],
    ['/quiz difficulty: Лёгкий', { command: 'quiz', options: { difficulty: 'easy' } }],
    [
      '/track add cron:0 9 * * 1-5 deck:llm',
      { command: 'track', subcommand: 'add', options: { cron: '0 9 * * 1-5', deck: 'llm' } },
    ],
    ['/streak <@U12AB|anna>', { command: 'streak', options: { member: 'U12AB' } }],
    ['/streak member:<@U12AB>', { command: 'streak', options: { member: 'U12AB' } }],
    ['/streak @anna', { command: 'streak', options: { member: '@anna' } }],
    ['/streak Anna & Co', { command: 'streak', options: { member: '@Anna & Co' } }],
    ['/track', { command: 'track', options: {} }],
    ['/track list', { command: 'track', subcommand: 'list', options: {} }],
    ['/track СПИСОК', { command: 'track', subcommand: 'list', options: {} }],
    [
      '/track add deck:llm cron:"0 9 * * 1-5"',
      { command: 'track', subcommand: 'add', options: { deck: 'llm', cron: '0 9 * * 1-5' } },
    ],
    [
      '/track добавить колода:llm cron:“0 9 * * *”',
      { command: 'track', subcommand: 'add', options: { deck: 'llm', cron: '0 9 * * *' } },
    ],
    [
      '/track add "my deck" cron:«@daily»',
      { command: 'track', subcommand: 'add', options: { deck: 'my deck', cron: '@daily' } },
    ],
    ['/whetstone', { command: 'help', options: {} }],
    ['/whetstone help', { command: 'help', options: {} }],
    ['/whetstone помощь', { command: 'help', options: {} }],
    ['/whetstone quiz hard', { command: 'quiz', options: { difficulty: 'hard' } }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });
});

describe('what is not known is passed on as it was typed', () => {
  it.each([
    ['/whetstone dance', { command: 'dance', options: {} }],
    ['/track ad', { command: 'track', subcommand: 'ad', options: {} }],
    ['/track add dekc:llm', { command: 'track', subcommand: 'add', options: { dekc: 'llm' } }],
    ['/quiz https://arxiv.org', { command: 'quiz', options: { topic: 'https://arxiv.org' } }],
    ['/quiz 10:30', { command: 'quiz', options: { topic: '10:30' } }],
    ['/quiz "open', { command: 'quiz', options: { topic: '"open' } }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });
});

describe('a choice of several words', () => {
  const definitions = (leaderboardFeature.commands ?? []).map(({ definition }) => definition);
  it.each([
    ['all time', { period: 'all' }],
    ['this week', { period: 'week' }],
    ['This Month 3', { period: 'month', track: '3' }],
    ['3 all time', { period: 'all', track: '3' }],
    ['period:all time', { period: 'all' }],
    ['period: this week track:3', { period: 'week', track: '3' }],
    ['period:all time 3', { period: 'all', track: '3' }],
    ['period:"all time" 3', { period: 'all', track: '3' }],
    ['за всё время', { period: 'all' }],
    ['за все время', { period: 'all' }],
    ['эта неделя', { period: 'week' }],
    ['all', { period: 'all' }],
    ['week 3', { period: 'week', track: '3' }],
    ['time', { period: 'time' }],
  ])('/leaderboard %s', (text, options) => {
    expect(parseCommand(definitions, '/leaderboard', text).options).toEqual(options);
  });
});
