import { countEn } from '../../../i18n/plural.ts';

/** What a member is told of what they chose. */
export const en = {
  saved: (options: number): string =>
    options === 1 ? 'Your choice is saved:' : 'Your choices are saved:',
  changeOne:
    'Nobody else sees it. Until answers close, you can press another letter, which takes its place.',
  changeSeveral:
    'Nobody else sees this. Until answers close, you can press another letter to add it.',
  drop: (letter: string) => `Take ${letter} back`,
  streak: (rounds: number) => `Your streak: ${countEn(rounds, 'round', 'rounds')}.`,
  late: 'Answers to this question are closed. Nothing was changed: what you chose by then stands.',
  unchanged: 'Nothing was changed: one option has to stay. Choose another one first.',
};
