import { mkdir, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { connect, type Db } from '../../src/db/connect.ts';
import { saveMember } from '../../src/db/members.ts';
import { saveQuizAnswer } from '../../src/db/quiz-answers.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import type { Question } from '../../src/domain/question.ts';
import { LORA, LORA_TEXT } from '../decks/support.ts';
import { startNode } from '../support/node-process.ts';
import { desk, refusal } from './scene.ts';

const here = desk();

const FROZEN = 'The pretrained weights stay frozen, <@77>.';
const LOW_RANK = 'Two small matrices form a low-rank update, says Ada.';
const OTHERWISE = 'Nobody touches the giant beneath.';

const AT = new Date('2026-11-23T09:00:00Z');

/** The question with another phrasing of its first point. */
function mended(phrasing: string): Question {
  const [frozen, ...others] = LORA_TEXT.keyPoints;
  if (!frozen) throw new Error('the question has no key points');
  return {
    ...LORA,
    en: { ...LORA_TEXT, keyPoints: [{ ...frozen, phrasings: [phrasing] }, ...others] },
  };
}

async function writeDeck(folder: string, question: Question): Promise<string> {
  const path = here.at(folder);
  await mkdir(`${path}/questions`, { recursive: true });
  const head = { name: 'workshop', title: { en: 'Workshop' } };
  const topics = { 'fine-tuning': { en: 'Fine-tuning' } };
  await writeFile(`${path}/deck.yaml`, stringify({ ...head, topics }));
  await writeFile(`${path}/questions/lora.yaml`, stringify(question));
  return path;
}

/** A round that Ada answered twice and Bo late, and what Bo wrote in a quiz. */
async function answerAll(db: Db): Promise<void> {
  const { id: questionId, body } = await db
    .selectFrom('questions')
    .selectAll()
    .where('slug', '=', 'lora')
    .executeTakeFirstOrThrow();
  const { id: workspaceId } = await saveWorkspace(db, { platform: 'slack', externalId: 'T1' });
  const [ada, bo] = [
    await saveMember(db, workspaceId, { id: 'U1', name: 'Ada Lovelace' }),
    await saveMember(db, workspaceId, { id: 'U2', name: 'Bo' }),
  ];
  const track = await db
    .insertInto('tracks')
    .values({
      ...{ workspaceId, channel: 'C1', deckIds: [], cron: '0 9 * * *', timezone: 'UTC' },
      ...{ language: 'en', answeringSeconds: 3600 },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const round = await db
    .insertInto('rounds')
    .values({
      ...{ trackId: track.id, number: 1, dueAt: AT, questionId, question: JSON.stringify(body) },
      ...{ cycle: 0, language: 'en', timezone: 'UTC', week: '2026-W48', month: '2026-11' },
      status: 'revealed',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const answer = (memberId: number, text: string, minutes: number, late = false) => {
    const saidAt = new Date(AT.getTime() + minutes * 60_000);
    const key = `form:${memberId}:${minutes}`;
    return {
      ...{ roundId: round.id, sourceKey: key, gesture: key, source: 'form' as const },
      ...{ memberId, text, saidAt, revisedAt: saidAt, late },
    };
  };
  await db
    .insertInto('answers')
    .values([
      answer(ada.id, 'Something else entirely was said at first by mistake.', 1),
      answer(ada.id, `${FROZEN} ${LOW_RANK}`, 2),
      answer(bo.id, FROZEN, 90, true),
    ])
    .execute();
  const quiz = { questionId, submission: 's', answeredAt: AT };
  await saveQuizAnswer(db, { ...quiz, memberId: bo.id, text: `${OTHERWISE} ${LOW_RANK}` });
  await db
    .insertInto('contests')
    .values({
      ...{ workspaceId, memberId: bo.id, questionId, language: 'en', point: 'frozen-weights' },
      ...{ answer: 'quiz-1', wording: OTHERWISE, contestedAt: AT },
    })
    .execute();
}

beforeAll(async () => {
  await here.whetstone.ok('deck', 'import', await writeDeck('workshop', LORA), '--yes');
  const { db, close } = connect(here.database.url, { onError: () => undefined });
  await answerAll(db);
  await close();
});

describe('deck stats', () => {
  it('shows how often each point is found, the seldom ones first, and what is contested', async () => {
    expect(await here.whetstone.ok('deck', 'stats', 'workshop')).toBe(
      [
        'workshop: 1 question, 1 asked, 1 answered',
        '',
        'lora: asked 1 time, 2 answers',
        '  50%  frozen-weights, contested by 1',
        ' 100%  low-rank',
        '   0%  cheap',
        '',
      ].join('\n'),
    );
    expect(await here.whetstone.json('deck', 'stats', 'workshop', '--json')).toMatchObject({
      deck: 'workshop',
      questions: [{ question: 'lora', asked: 1, answers: 2, points: [{ covered: 1 }, {}, {}] }],
    });
  });

  it('of a deck that nobody was asked from says so', async () => {
    expect(await here.whetstone.ok('deck', 'stats', 'llm-interview')).toBe(
      'llm-interview: nothing was asked yet.\n',
    );
  });

  it('of an unknown deck says where to look', async () => {
    expect(await here.whetstone('deck', 'stats', 'nowhere')).toEqual(
      refusal('There is no deck nowhere. See: deck list'),
    );
  });
});

describe('deck trial', () => {
  it('shows what a mended question would find in stored answers, and names nobody', async () => {
    const folder = await writeDeck('mended', mended('nobody touches the giant'));
    const told = await here.whetstone.ok('deck', 'trial', folder);
    expect(told).toBe(
      [
        'workshop: 1 question with other words than the stored deck’s',
        '',
        'lora: 2 answers',
        '  frozen-weights: covered by 1, would be by 2',
        `    + ${OTHERWISE}`,
        '',
      ].join('\n'),
    );
    expect(told).not.toMatch(/Lovelace|U1|Bo\b/);
  });

  it('quotes what would be lost, without whom it mentions, and finds nothing in an equal deck', async () => {
    const [frozen, ...others] = LORA_TEXT.keyPoints;
    const label = { ...frozen!, label: 'Gradients are zero', phrasings: ['gradients vanish'] };
    const folder = await writeDeck('lost', {
      ...LORA,
      en: { ...LORA_TEXT, answer: 'Zero gradients.', keyPoints: [label, ...others] },
    });
    expect(await here.whetstone.ok('deck', 'trial', folder)).toContain(
      '    - The pretrained weights stay frozen, @….\n',
    );
    expect(await here.whetstone.ok('deck', 'trial', await writeDeck('same', LORA))).toMatch(
      /^workshop: 0 questions with other words/,
    );
  });
});

describe('deck trial of a deck that was never taken in', () => {
  it('says how it is', async () => {
    const folder = await writeDeck('unknown', LORA);
    const head = { name: 'unknown', title: { en: 'Unknown' } };
    const topics = { 'fine-tuning': { en: 'Fine-tuning' } };
    await writeFile(`${folder}/deck.yaml`, stringify({ ...head, topics }));
    expect(await here.whetstone('deck', 'trial', folder)).toEqual(
      refusal(
        `No deck unknown is stored, so nobody has answered it. Take it in first: deck import ${folder}`,
      ),
    );
  });
});

describe('deck watch', () => {
  it('checks again after each save', async () => {
    const folder = await writeDeck('watched', LORA);
    const watching = startNode(['src/cli.ts', 'deck', 'watch', folder], {
      WHETSTONE_HOME: here.at('home'),
    });
    await watching.says('── check 1 of ');
    await watching.says('workshop: 1 question');
    // What an editor keeps beside the file starts no check.
    await writeFile(`${folder}/questions/.lora.yaml.swp`, '');
    await writeFile(`${folder}/questions/lora.yaml`, stringify({ ...LORA, topic: 'cooking' }));
    await watching.says('── check 2 of ');
    await watching.says('`topic` cooking is not a topic of the deck');
    watching.signal('SIGINT');
    const { stdout, stderr } = await watching.ended;
    expect(stderr).toBe('');
    expect(stdout.split('── check ')[2]).toContain('cooking');
  });

  it('of a folder that is not there says so', async () => {
    expect(await here.whetstone('deck', 'watch', './nowhere')).toEqual(
      refusal('./nowhere cannot be watched: is it a deck folder?'),
    );
  });
});
