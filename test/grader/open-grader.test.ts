import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GraderReply } from '../../src/delivery/grader.ts';
import { type GraderSettings, openGrader } from '../../src/grader/open-grader.ts';
import {
  type Graded,
  type GraderEndpoint,
  openGraderEndpoint,
  says,
} from '../support/grader-endpoint.ts';

let endpoint: GraderEndpoint;
beforeEach(async () => {
  endpoint = await openGraderEndpoint();
});
afterEach(() => endpoint.close());

const QUESTION = { question: 'What is LoRA?', point: 'Low rank', answer: 'It is of low rank.' };

async function ask(settings: Partial<GraderSettings> = {}): Promise<readonly GraderReply[]> {
  const usual = { url: endpoint.url, model: 'small', dailyLimit: 5 };
  const grader = await openGrader({ ...usual, ...settings }, 1_000);
  return grader.ask([QUESTION]);
}

it('asks at the address with or without a slash at its end, with a key where there is one', async () => {
  endpoint.answers = () => says('low rank');
  expect(await ask({ key: 'secret' })).toEqual([{ type: 'says', quote: 'low rank' }]);
  expect(await ask({ url: `${endpoint.url}/` })).toEqual([{ type: 'says', quote: 'low rank' }]);
  expect(endpoint.keys).toEqual(['Bearer secret', 'Bearer none']);
});

it.each<[what: string, graded: Graded, reason: string]>([
  ['refuses with a reason', { status: 401, message: 'No such key.' }, '401 No such key.'],
  ['refuses without one', { status: 503 }, '503 status code (no body)'],
  ['writes something else', { content: 'Certainly!' }, 'the reply cannot be read'],
  ['takes too long', 'held', 'Request was aborted.'],
])('says what is wrong where the endpoint %s', async (_, graded, reason) => {
  endpoint.answers = () => graded;
  expect(await ask()).toEqual([{ type: 'failed', reason }]);
});

it('says what is wrong where nothing listens', async () => {
  const { url } = endpoint;
  await endpoint.close();
  const [reply] = await ask({ url });
  expect(reply).toEqual({ type: 'failed', reason: 'Connection error.' });
});
