import { describe, expect, it } from 'vitest';
import { openStage, posting, text } from './support.ts';

describe('a message to one member outside of any channel', () => {
  it('is read by that member alone, once', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const ann = stage.person('Ann');
    const note = text('Your question was taken.');
    expect(await platform.direct(stage.workspace, ann.id, note, 'k')).toBe('delivered');
    expect(await platform.direct(stage.workspace, ann.id, note, 'k')).toBe('delivered');
    expect(ann.told().map((seen) => seen.text)).toEqual(['Your question was taken.']);
    expect(stage.person('Ben').told()).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });

  it('is no fault where the member takes none, or is gone', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const ann = stage.person('Ann');
    stage.faults.refuseDirect(ann.id);
    const to = (member: string) => platform.direct(stage.workspace, member, text('hello'), member);
    expect(await to(ann.id)).toBe('not-delivered');
    expect(await to('123456789012345678')).toBe('not-delivered');
    expect(ann.told()).toEqual([]);
  });
});
