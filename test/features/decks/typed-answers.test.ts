import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { typedAnswers } from '../../../src/features/decks/cli/typed-answers.ts';

async function answers(typed: string, isTerminal: boolean): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const answer of typedAnswers(Readable.from([typed]), isTerminal)) all.push(answer);
  return all;
}

test('at a terminal an empty line ends an answer, and the end of input the last one', async () => {
  expect(await answers('\none\ntwo\n\n\nthree\n', true)).toEqual(['one\ntwo', 'three']);
});

test('from a pipe everything is one answer, with its paragraphs', async () => {
  expect(await answers('one\n\ntwo\n', false)).toEqual(['one\n\ntwo']);
  expect(await answers('\n \n', false)).toEqual([]);
});
