import { isolated } from '../../chat/displayable.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import type { TrackSetting, TrackSettingOption } from '../../delivery/track-setting.ts';
import type { Language } from '../../domain/language.ts';
import { checkGroup } from './check-group.ts';
import { groupFaultText } from './group-fault-text.ts';
import { readGroup } from './read-group.ts';
import { saveGroup, type StoredGroup, storedGroups } from './stored-groups.ts';
import { notifyWords } from './words/index.ts';

/** Opens the form; the form has the same name. */
export const NOTIFY_BUTTON = 'track-notify';

const option: TrackSettingOption<Context> = {
  flags: '--notify <group>',
  does: 'mention a Discord role or Slack user group with each question, by name or id; off',
  async read(context, track, written) {
    const workspace = await workspaceById(context.db, track.workspaceId);
    const read = await readGroup(context, workspace, written);
    if (read.type !== 'read') return { ok: false, fault: groupFaultText(read, 'en') };
    const { group } = read;
    return { ok: true, save: ({ db }) => saveGroup(db, { trackId: track.id, group }) };
  },
};

export const notifySetting: TrackSetting<Context> = {
  name: 'notify',
  title: (language) => notifyWords(language).title,
  unset: (language) => notifyWords(language).unset,
  async read({ db }, tracks, language) {
    const groups = await storedGroups(
      db,
      tracks.map(({ id }) => id),
    );
    return new Map([...groups].map(([trackId, group]) => [trackId, [valueText(group, language)]]));
  },
  check: checkGroup,
  button: ({ trackId, language }) => ({
    label: notifyWords(language).change,
    action: { name: NOTIFY_BUTTON, args: [String(trackId)] },
  }),
  options: [option],
};

function valueText({ name, goneAt }: StoredGroup, language: Language): string {
  const shown = isolated(`@${name}`);
  return goneAt ? notifyWords(language).isGone(shown) : shown;
}
