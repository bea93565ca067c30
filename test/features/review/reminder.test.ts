import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tidyUp } from '../../../src/features/housekeeping/feature.ts';
import { rateQuestion } from '../../../src/features/memory/rate-question.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { forgetMember } from '../../../src/features/privacy/forget-member.ts';
import { remind } from '../../../src/features/review/reminder/remind.ts';
import { remindLater } from '../../../src/features/review/reminder/remind-later.ts';
import { setReminder } from '../../../src/features/review/reminder/set-reminder.ts';
import { saveSettings } from '../../../src/features/review/settings.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

/** The scene begins on Monday, 23 November 2026, at nine. */
const TODAY = Date.UTC(2026, 10, 23) / 86_400_000;

let platform: QuietPlatform;
let scene: Scene;
let memberId: number;

const member = async (id: string): Promise<number> => {
  await scene.quiz({ id, name: id }, 'An answer.');
  return (await scene.member({ id, name: id }))?.id ?? 0;
};
const rows = () => scene.world.context.db.selectFrom('reviewReminders').selectAll().execute();

beforeEach(async () => {
  platform = quietPlatform();
  scene = await openScene(platform);
  memberId = await member('u1');
  await setReminder(scene.world.context, { memberId, time: '18:30', timezone: 'Europe/Berlin' });
});
afterEach(() => scene.close());

describe('a reminder', () => {
  it('moves with the time zone that its member sets elsewhere', async () => {
    expect((await rows())[0]?.dueAt).toEqual(new Date('2026-11-23T17:30:00Z'));
    await saveSettings(scene.world.context, memberId, { cap: '5', timezone: 'Asia/Tokyo' });
    expect((await rows())[0]?.dueAt).toEqual(new Date('2026-11-23T09:30:00Z'));
  });

  it('is put off once by two presses at once, and never into the next day', async () => {
    const { context, clock } = scene.world;
    const later = () => remindLater(context, { memberId, day: TODAY, timezone: 'Europe/Berlin' });
    const pressed = await Promise.all([later(), later()]);
    expect(pressed.map(({ type }) => type).toSorted()).toEqual(['later', 'later-before']);
    await scene.world.context.db.updateTable('reviewReminders').set({ laterOn: null }).execute();
    clock.set(new Date('2026-11-23T21:00:00Z'));
    expect(await later()).toEqual({ type: 'too-late' });
  });

  it('goes on after a refusal that says nothing of its member, and stops where they take none', async () => {
    const { context } = scene.world;
    const { id: questionId } = await context.db
      .selectFrom('questions')
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    const yesterday = { shownOn: TODAY - 1, today: TODAY - 1, grade: 'again' } as const;
    const { workspaceId } = scene.track;
    await rateQuestion(context, { memberId, workspaceId, questionId, ...yesterday });
    const write = (day: number) => remind(context, { memberId, day, later: false });
    platform.fail({ code: 'message-refused' });
    await write(TODAY);
    expect((await rows())[0]?.dueAt).not.toBeNull();
    platform.fail({ code: 'direct-closed' });
    await write(TODAY);
    expect((await rows())[0]?.dueAt).toBeNull();
  });

  it('stands in its member’s export, and goes with them and with their workspace', async () => {
    const { context, clock } = scene.world;
    expect(await exportMember(context, memberId)).toMatchObject({
      reviewReminders: [{ status: 'on', time: '18:30' }],
    });
    await forgetMember(context, memberId);
    expect(await rows()).toEqual([]);

    const other = await member('u2');
    await setReminder(context, { memberId: other, time: '9', timezone: 'UTC' });
    await context.db.updateTable('workspaces').set({ leftAt: clock.peek() }).execute();
    clock.advance({ days: 91 });
    await tidyUp(context);
    expect(await rows()).toEqual([]);
  });
});
