import { describe, expect, it } from 'vitest';
import { answerWords } from '../../src/features/answers/words/index.ts';
import { leaderboardWords } from '../../src/features/leaderboard/words/index.ts';
import { revealWords } from '../../src/features/reveals/words/index.ts';
import { roundWords } from '../../src/features/rounds/words/index.ts';
import { trackWords } from '../../src/features/tracks/words/index.ts';
import { countEn, countRu } from '../../src/i18n/plural.ts';

describe('counted nouns', () => {
  it.each([
    [0, '0 раундов'],
    [1, '1 раунд'],
    [2, '2 раунда'],
    [4, '4 раунда'],
    [5, '5 раундов'],
    [11, '11 раундов'],
    [12, '12 раундов'],
    [14, '14 раундов'],
    [20, '20 раундов'],
    [21, '21 раунд'],
    [22, '22 раунда'],
    [25, '25 раундов'],
    [101, '101 раунд'],
    [111, '111 раундов'],
    [112, '112 раундов'],
    [1_002, '1002 раунда'],
  ])('in Russian: %i', (count, words) => {
    expect(countRu(count, ['раунд', 'раунда', 'раундов'])).toBe(words);
  });

  it.each([
    [0, '0 rounds'],
    [1, '1 round'],
    [2, '2 rounds'],
    [11, '11 rounds'],
    [21, '21 rounds'],
  ])('in English: %i', (count, words) => {
    expect(countEn(count, 'round', 'rounds')).toBe(words);
  });
});

describe('sentences that count, in Russian', () => {
  const leaderboard = leaderboardWords('ru');
  const [answer, reveal, round] = [answerWords('ru'), revealWords('ru'), roundWords('ru')];
  const { faults, when } = trackWords('ru');

  it.each([
    [round.closed(0), 'Приём закрыт. Ответов не было.'],
    [round.closed(1), 'Приём закрыт. 1 ответ.'],
    [round.closed(3), 'Приём закрыт. 3 ответа.'],
    [round.closed(11), 'Приём закрыт. 11 ответов.'],
    [reveal.participants(1), 'Вовремя ответил 1 человек.'],
    [reveal.participants(2), 'Вовремя ответили 2 человека.'],
    [reveal.participants(5), 'Вовремя ответили 5 человек.'],
    [reveal.participants(21), 'Вовремя ответил 21 человек.'],
    [reveal.streakRow({ name: 'Яна', rounds: 22 }), 'Яна: 22 раунда'],
    [answer.streak(1), 'Ваша серия: 1 раунд.'],
    [answer.streak(5), 'Ваша серия: 5 раундов.'],
    [leaderboard.row({ place: 1, name: 'Яна', points: 1, streak: 1 }), '1. Яна — 1 очко, серия 1'],
    [leaderboard.row({ place: 2, name: 'Яна', points: 4, streak: 0 }), '2. Яна — 4 очка, серия 0'],
    [leaderboard.mine({ place: 3, points: 12, streak: 2 }), 'Ваше место: 3 — 12 очков, серия 2'],
    [
      faults.answeringTooLong({ given: '90d', days: 31 }),
      '«90d» — слишком много: раунд открыт не больше 31 дня.',
    ],
    [
      faults.answeringTooShort({ given: '1s', seconds: 30 }),
      '«1s» — слишком мало: раунд открыт не меньше 30 секунд.',
    ],
    [when.lasting({ count: 1, unit: 'hour' }), '1 час'],
    [when.lasting({ count: 2, unit: 'hour' }), '2 часа'],
    [when.lasting({ count: 8, unit: 'hour' }), '8 часов'],
  ])('%s', (said, words) => {
    expect(said).toBe(words);
  });
});
