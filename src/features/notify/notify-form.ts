import { type Choice, type Form, MOST_CHOICES } from '../../chat/form.ts';
import type { Group } from '../../chat/group.ts';
import type { Message } from '../../chat/message.ts';
import type { Track } from '../../db/tables.ts';
import type { Language } from '../../domain/language.ts';
import type { Request } from '../shared/feature.ts';
import { refuse } from '../shared/reply.ts';
import { settingButton, settingForm } from '../tracks/setting-form.ts';
import { showTrackSettings } from '../tracks/show-track-settings.ts';
import { withTrack } from '../tracks/with-track.ts';
import { checkGroup } from './check-group.ts';
import { groupFaultText } from './group-fault-text.ts';
import { NOTIFY_BUTTON } from './notify-setting.ts';
import { groupsHere, readGroup } from './read-group.ts';
import { saveGroup, storedGroup } from './stored-groups.ts';
import { notifyWords } from './words/index.ts';

const OFF = 'off';

export const notifyButton = settingButton(NOTIFY_BUTTON, async (request, track) => {
  const { context, workspace, language } = request;
  const platform = context.platforms.get(workspace.platform);
  const told = await groupsHere(platform, workspace.externalId);
  const groups = told.type === 'told' ? told.groups : [];
  const current = await storedGroup(context.db, track.id);
  return notifyForm(language, track, { groups, current });
});

export const notifyFormHandler = settingForm(NOTIFY_BUTTON, {
  labels: (language) => ({ group: notifyWords(language).group }),
  async send(request, track, { values }) {
    const { context, workspace, language } = request;
    const read = await readGroup(context, workspace, values['group'] ?? '');
    if (read.type !== 'read') return refuse(groupFaultText(read, language), { again: true });
    const trackId = track.id;
    await withTrack(context, trackId, ({ db }) => saveGroup(db, { trackId, group: read.group }));
    return { type: 'replace', message: await shownAnew(request, track) };
  },
});

/** The settings, and under them why nobody would be notified, if so. */
async function shownAnew(request: Request, track: Track): Promise<Message> {
  const { context, workspace, language } = request;
  const { blocks, ...settings } = await showTrackSettings(request, track);
  const faults = await checkGroup(context, { track, workspace }, language);
  return {
    ...settings,
    blocks: [...blocks, ...faults.map((fault) => ({ type: 'note' as const, text: [fault] }))],
  };
}

interface Offered {
  readonly groups: readonly Group[];
  /** The group that the track mentions now. */
  readonly current: Group | undefined;
}

/** Where there are more groups than a form can offer, or none that the bot may see, people type one. */
function notifyForm(language: Language, { id }: Track, { groups, current }: Offered): Form {
  const words = notifyWords(language);
  const choices: readonly Choice[] = groups.map((group) => ({
    label: `@${group.name}`,
    value: group.id,
  }));
  const isOffered = groups.length > 0 && groups.length < MOST_CHOICES;
  const stillExists = current && groups.some((group) => group.id === current.id);
  return {
    action: { name: NOTIFY_BUTTON, args: [String(id)] },
    title: words.formTitle,
    submit: words.save,
    about: [{ type: 'text', text: [words.about] }],
    fields: [
      {
        id: 'group',
        type: 'group',
        label: words.group,
        hint: words.hint,
        required: false,
        options: isOffered ? [{ label: words.nobody, value: OFF }, ...choices] : [],
        ...(stillExists && { value: current.id }),
      },
    ],
  };
}
