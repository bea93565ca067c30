import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../src/app/requests/dispatch.ts';
import { createRegistry } from '../../../src/app/requests/registry.ts';
import { displayable } from '../../../src/chat/displayable.ts';
import type { Message } from '../../../src/chat/message.ts';
import { saveDraft } from '../../../src/db/drafts.ts';
import { findMember } from '../../../src/db/members.ts';
import { findWorkspace } from '../../../src/db/workspaces.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { privacyFeature } from '../../../src/features/privacy/feature.ts';
import { type HandlersPerson, handlersPerson, type Told } from '../../support/handlers-person.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
let ann: HandlersPerson;

beforeAll(async () => {
  world = await openWorld();
  const handlers = createHandlers(world.context, createRegistry([privacyFeature]), () => true);
  ann = handlersPerson(handlers, { name: 'Ann' });
  await ann.run('privacy forget');
});

afterAll(() => world.close());

async function annId(): Promise<number> {
  const { db } = world.context;
  const workspace = await findWorkspace(db, 'discord', 'w1');
  const member = await findMember(db, workspace?.id ?? 0, 'u-Ann');
  return member?.id ?? 0;
}

/** The code a reader sees and can copy, put together again. */
function copied({ response }: Told): string {
  if (response.type === 'form') throw new Error('a form');
  return codesOf(response.message).map(displayable).join('');
}

function codesOf({ blocks }: Message): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'code' ? [block.text] : []));
}

describe('/privacy export', () => {
  it.each([
    ['what a screen cannot show', '\u202Eover\u202C \u0007 \u200B zero \u2028 line \u00AD soft'],
    ['what would end a code block', 'one ` two ``` three'],
    ['a line longer than a block, with spaces at any cut', 'a  b '.repeat(3_000)],
    ['nothing but spaces for longer than a block', `a${' '.repeat(6_000)}b`],
    ['characters of two halves at any cut', '𝒳🧊'.repeat(3_000)],
    ['JSON’s own marks', '"quoted" \\ back \n\t "\\u0041"'],
  ])('can be copied off the screen to the letter: %s', async (_, text) => {
    const id = await annId();
    await saveDraft(world.context.db, { id: 'd', memberId: id, body: { text } });
    const expected = JSON.parse(JSON.stringify(await exportMember(world.context, id))) as unknown;
    expect(JSON.parse(copied(await ann.run('privacy export')))).toEqual(expected);
  });
});

describe('/privacy forget', () => {
  it('leaves nobody behind, not even the one who asked for it', async () => {
    const confirm = await ann.run('privacy forget');
    expect(confirm.buttons).toEqual(['Delete everything', 'Show my data first']);
    await ann.press(confirm, 'Delete everything');
    expect(await annId()).toBe(0);
  });

  it('does no harm when it is pressed again', async () => {
    const confirm = await ann.run('privacy forget');
    const both = [ann.press(confirm, 'Delete everything'), ann.press(confirm, 'Delete everything')];
    for (const told of await Promise.all(both)) expect(told.text).toContain('0 answers');
    expect(await annId()).toBe(0);
  });
});
