import { describe, expect, it } from 'vitest';
import { type JudgedPoint, likelierGrade } from '../../../src/domain/memory/likelier-grade.ts';

const covered: JudgedPoint = { verdict: 'covered' };
const missing: JudgedPoint = { verdict: 'missing' };

describe('the likelier grade', () => {
  it.each<[string, number, readonly JudgedPoint[], string]>([
    ['all is covered', 0.9, [covered, covered], 'good'],
    ['half is covered', 0.5, [covered, missing], 'good'],
    ['less than half is', 0.499, [covered, missing, missing], 'again'],
    ['a weighty point is missing', 0.8, [covered, { ...missing, weight: 2 }], 'again'],
    ['a weighty point is said partly', 0.8, [covered, { verdict: 'partly', weight: 2 }], 'good'],
    ['a light point is missing', 0.8, [covered, { ...missing, weight: 0.5 }], 'good'],
    [
      'a usual point is missing',
      0.8,
      [
        { ...covered, weight: 2 },
        { ...missing, weight: 1 },
      ],
      'good',
    ],
    ['there are no points to go by', 0, [], 'good'],
  ])('where %s', (_, coverage, points, expected) => {
    expect(likelierGrade(coverage, points)).toBe(expected);
  });
});
