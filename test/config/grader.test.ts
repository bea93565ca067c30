import { describe, expect, test } from 'vitest';
import { readConfig, secretsOf } from '../../src/config.ts';

const GRADER = { GRADER_URL: 'https://api.example.org/v1', GRADER_MODEL: 'small' };

describe('a language model that reads answers', () => {
  test('is none unless it is set up, and needs no key', () => {
    expect(readConfig({}).grader).toBeUndefined();
    expect(readConfig(GRADER).grader).toMatchObject({ model: 'small', dailyLimit: 200 });
    expect(readConfig({ ...GRADER, GRADER_DAILY_LIMIT: '0' }).grader?.dailyLimit).toBe(0);
  });

  test('has a key that the log keeps to itself', () => {
    expect(secretsOf(readConfig({ ...GRADER, GRADER_KEY: 'sk-1' }))).toEqual(['sk-1']);
  });

  test.each([
    [{ GRADER_URL: GRADER.GRADER_URL }, 'GRADER_MODEL is not set'],
    [{ GRADER_KEY: 'sk-1' }, 'GRADER_URL is not set'],
    [{ ...GRADER, GRADER_DAILY_LIMIT: 'many' }, 'GRADER_DAILY_LIMIT is not a number of answers'],
  ])('is refused half set up, or with a limit that is no number: %j', (env, fault) => {
    expect(() => readConfig(env)).toThrow(fault);
  });
});
